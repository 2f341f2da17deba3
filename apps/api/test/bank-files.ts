import { createHash } from 'node:crypto'
import { PART_BYTES } from '@rodnik/contract/file-parts'
import type { RegistryFile } from '@rodnik/contract/staff-registries'
import iconv from 'iconv-lite'
import { postRegistries } from '../src/modules/payments/index.ts'
import { type Api, signedIn } from './api.ts'

export const PROFILES = new URL('../../../prisma/reference/chelyabinsk/bank-profiles', import.meta.url)
  .pathname
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

export type SberRow = {
  key: string
  account: string
  kopecks: number
  paidOn?: string
  period?: string
  name?: string
  commissionKopecks?: number
}

const roubles = (kopecks: number) => `${Math.floor(kopecks / 100)},${String(kopecks % 100).padStart(2, '0')}`

/** A row as Sberbank writes it. */
export const sberRow = (row: SberRow): string => {
  const { commissionKopecks = 0, name = 'ИВАНОВ ИВАН ИВАНОВИЧ', period = '1026', paidOn = '15-11-2026' } = row
  const sums = [row.kopecks, row.kopecks - commissionKopecks, commissionKopecks].map(roubles)
  return [
    paidOn,
    '12-30-05',
    '8597',
    '0012',
    row.key,
    row.account,
    name,
    'УЛ ТРУДА,12,45',
    period,
    ...sums,
  ].join(';')
}

const sum = (rows: readonly SberRow[], of: (row: SberRow) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

/** Its last line; `order` is the number of the payment order. */
export const sberTrailer = (rows: readonly SberRow[], order = '77'): string => {
  const commission = sum(rows, ({ commissionKopecks = 0 }) => commissionKopecks)
  const amount = sum(rows, ({ kopecks }) => kopecks)
  return `=${rows.length};${roubles(amount)};${roubles(amount - commission)};${roubles(commission)};${order};16-11-2026`
}

export const sberText = (rows: readonly SberRow[], order?: string): string =>
  `${[...rows.map(sberRow), sberTrailer(rows, order)].join('\r\n')}\r\n`

export const inEncoding = (text: string, encoding = 'win1251'): Buffer => iconv.encode(text, encoding)

export const keyOf = (seed: string): string => createHash('sha256').update(seed).digest('hex').slice(0, 24)

type Staff = Awaited<ReturnType<typeof signedIn>>
type How = { profile?: string | null; fileName?: string; by?: Staff }

/** Clerks and their files, through the page and the worker. */
export async function bankDesk(api: Api) {
  const anna = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  const work = () => postRegistries({ db: api.db, log: SILENT, connectionString: api.databaseUrl })

  /** Sends the parts; the answer is that to the last request. */
  async function send(content: Buffer, { profile = 'sber', fileName = 'file.txt', by = anna }: How = {}) {
    const begun = await by.post('/staff/registries/files', { fileName, byteCount: content.length, profile })
    const { id } = begun.json<{ id: string }>()
    for (let at = 0, part = 0; at < content.length; at += PART_BYTES, part++) {
      const piece = content.subarray(at, at + PART_BYTES).toString('base64')
      await by.put(`/staff/registries/files/${id}/parts/${part}`, { content: piece })
    }
    return { id, answer: await by.post(`/staff/registries/files/${id}/complete`) }
  }

  const show = async (id: string) =>
    (await anna.get(`/staff/registries/files/${id}`)).json<{
      file: RegistryFile
      faults: { code: string; line: number | null; detail: string }[]
      differences: object[]
    }>()

  /** Sends a file, lets the worker look, and says what became of it. */
  async function take(content: Buffer, how: How = {}) {
    const { id, answer } = await send(content, how)
    if (answer.statusCode !== 202) throw new Error(`The file was not taken: ${answer.body}`)
    await work()
    return { id, ...(await show(id)) }
  }
  return { anna, work, send, show, take }
}

/** What an account has been credited with, in kopecks. */
export async function creditedTo(api: Api, accountId: string): Promise<number> {
  const [row] = await api.db.$queryRaw<{ kopecks: bigint }[]>`
    SELECT coalesce(-sum(amount_kopecks), 0)::bigint AS kopecks FROM ledger_entries WHERE account_id = ${accountId}::uuid`
  return Number(row?.kopecks ?? 0)
}

/** Every book together, and the money of nobody known. */
export async function booksOf(api: Api): Promise<{ all: number; unmatched: number; bank: number }> {
  const [row] = await api.db.$queryRaw<{ all: bigint; unmatched: bigint; bank: bigint }[]>`
    SELECT coalesce(sum(amount_kopecks), 0)::bigint AS all,
      coalesce(sum(amount_kopecks) FILTER (WHERE book = 'unmatched'), 0)::bigint AS unmatched,
      coalesce(sum(amount_kopecks) FILTER (WHERE book = 'bank'), 0)::bigint AS bank
    FROM ledger_entries`
  return { all: Number(row?.all), unmatched: Number(row?.unmatched), bank: Number(row?.bank) }
}

let last = 0

/** A payment that no other file has. */
export const payment = (account: string, kopecks: number, facts: Partial<SberRow> = {}): SberRow => ({
  key: keyOf(`row ${++last}`),
  account,
  kopecks,
  ...facts,
})
