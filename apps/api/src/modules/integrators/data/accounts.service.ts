import type { AccountsQuery, GrantedAccount, GrantedMeter } from '@rodnik/contract/integrators'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { type KnownMeter, loadCabinet } from '../../readings/index.ts'
import { findGrantedAccounts } from './accounts.repo.ts'

const PAGE = 100

const cursorOf = ({ number }: GrantedAccount) => Buffer.from(number).toString('base64url')

/** @throws invalid_request for anything that is not a cursor of ours */
function numberOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const number = Buffer.from(cursor, 'base64url').toString()
  if (!/^\d{10}$/.test(number)) throw new AppError('invalid_request', { fields: { cursor: 'unknown' } })
  return number
}

/** @throws invalid_request */
export async function grantedAccounts(
  deps: Pick<Deps, 'db' | 'pool'>,
  integratorId: string,
  { number, cursor, limit: wanted }: AccountsQuery,
) {
  const after = numberOf(cursor)
  const limit = wanted === undefined ? PAGE : Number(wanted)
  const { today } = await businessDay(deps)
  const wish = { integratorId, today, number: number ?? null, after, limit: limit + 1 }
  const rows = await findGrantedAccounts(deps.pool, wish)
  const accounts = rows.slice(0, limit)
  const last = accounts.at(-1)
  return { accounts, nextCursor: rows.length > limit && last ? cursorOf(last) : null }
}

function toGranted(meter: KnownMeter): GrantedMeter {
  const { id, service, type, serial, place, wholeDigits, fractionDigits } = meter
  const { installedOn, verificationDueOn, isInService, current, previous, averageLitres } = meter
  const face = { id, service, type, serial, place, wholeDigits, fractionDigits }
  return { ...face, installedOn, verificationDueOn, isInService, current, previous, averageLitres }
}

/** @throws not_found when the account was not granted, as when there is none */
export async function grantedMeters(
  deps: Pick<Deps, 'db' | 'pool'>,
  owner: { accountNumber: string; integratorId: string },
) {
  const cabinet = await loadCabinet(deps, owner)
  if (!cabinet) throw new AppError('not_found')
  return { window: cabinet.day.window, meters: cabinet.meters.map(toGranted) }
}
