import type { RegisterPage, RegisterWish } from '@rodnik/contract/registers'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { registerOf } from './registers.ts'
import { findRows, type Place } from './rows.repo.ts'

const PAGE_ROWS = 50

type Asked = RegisterWish & { cursor: string | undefined; language: 'ru' | 'en' | undefined }

const cursorOf = ({ key1, key2 }: Place): string =>
  Buffer.from(JSON.stringify([key1, key2])).toString('base64url')

const CURSOR = /^\["(?<key1>[^"\\]{1,40})","(?<key2>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"\]$/

/** @throws invalid_request for anything that is not a cursor of ours */
function placeOf(cursor: string | undefined, form1: RegExp): Place | null {
  if (cursor === undefined) return null
  const { key1 = '', key2 = '' } = CURSOR.exec(Buffer.from(cursor, 'base64url').toString())?.groups ?? {}
  if (!form1.test(key1)) throw new AppError('invalid_request', { fields: { cursor: 'unknown' } })
  return { key1, key2 }
}

export async function registerPage(
  deps: Pick<Deps, 'db'>,
  { cursor, language = 'ru', ...wish }: Asked,
): Promise<RegisterPage> {
  const { today } = await businessDay(deps)
  const register = registerOf(wish.register)
  const after = placeOf(cursor, register.order.form1)
  const found = await findRows(deps.db, { wish, today, after, limit: PAGE_ROWS + 1 })
  const rows = found.slice(0, PAGE_ROWS)
  const last = rows.at(-1)
  return {
    columns: [...register.words[language].columns],
    rows: rows.map((row) => ({ key: row.key2, id: row.id, cells: register.cells(row, language) })),
    nextCursor: found.length > PAGE_ROWS && last ? cursorOf(last) : null,
  }
}
