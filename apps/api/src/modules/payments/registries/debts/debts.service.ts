import type { BankProfile, DebtsLayout } from '@rodnik/contract/bank-profile'
import type { Provider } from '@rodnik/contract/provider'
import {
  type DebtValues,
  dayNames,
  debtLine,
  fillLine,
  inRoubles,
} from '@rodnik/domain/payments/registries/debt-lines'
import iconv from 'iconv-lite'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../../platform/deps.ts'
import { AppError } from '../../../../platform/errors.ts'
import { providerOn } from '../../../billing/index.ts'
import { businessDay, findReferenceRows, profilesOn } from '../../../info/index.ts'
import { debtsOf, sumDebts } from './debts.repo.ts'

export type DebtFile = {
  name: string
  /** Runs in a transaction of its own on this connection, as of one moment, and does not end the connection. */
  contentBy: (client: ClientBase) => AsyncGenerator<Buffer>
}

/**
 * What accounts owe now, as a bank takes it.
 * @param number of the file in its month, from 1
 * @throws not_found where the bank has no such file; reference_missing without our requisites
 */
export async function debtFile(
  { db }: Pick<Deps, 'db'>,
  { profile, number, by }: { profile: string; number: number; by: string },
): Promise<DebtFile> {
  const { today, city } = await businessDay({ db })
  const layout = layoutOf(await profilesOn(db, today), profile)
  const rows = await findReferenceRows(db, 'provider')
  const provider = providerOn({ rows: rows.map(({ row }) => row) }, today)
  const common = {
    ...commonOf(provider, layout, today),
    city: city.cityName,
    number: String(number).padStart(3, '0'),
  }
  const name = fillLine(layout.fileName, common, '/\\')
  const details = { profile, file: name, hasFullNames: layout.hasFullNames }
  await db.auditEvent.create({ data: { actor: by, action: 'payments.debts_told', details } })
  return { name, contentBy: (client) => contentOf(client, { layout, common, today }) }
}

function layoutOf(profiles: readonly BankProfile[], name: string): DebtsLayout {
  const layout = profiles.find((profile) => profile.name === name)?.debts
  if (!layout) throw new AppError('not_found')
  return layout
}

const commonOf = (
  { inn, settlementAccount }: Provider,
  { service }: DebtsLayout,
  today: string,
): DebtValues => ({
  inn,
  settlementAccount,
  service,
  ...dayNames(today),
})

type Content = { layout: DebtsLayout; common: DebtValues; today: string }

const sums = (count: number, kopecks: number): DebtValues => ({
  count: String(count),
  sumKopecks: String(kopecks),
  sumRoubles: inRoubles(kopecks),
})

/** The head is written before the rows are known, so both are of one moment. */
async function* contentOf(client: ClientBase, { layout, common, today }: Content): AsyncGenerator<Buffer> {
  const line = (text: string) => iconv.encode(text + layout.lineEnd, layout.encoding)
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    await client.query(`SET LOCAL statement_timeout = '10min'`)
    if (layout.head.length > 0) {
      const { count, kopecks } = await sumDebts(client, layout, today)
      const values = { ...common, ...sums(count, kopecks) }
      for (const text of layout.head) yield line(fillLine(text, values, layout.separators))
    }
    let count = 0
    let kopecks = 0
    for await (const accounts of debtsOf(client, layout, today)) {
      count += accounts.length
      for (const account of accounts) kopecks += account.kopecks
      yield Buffer.concat(accounts.map((account) => line(debtLine(layout, account, common))))
    }
    const values = { ...common, ...sums(count, kopecks) }
    if (layout.trailer !== null) yield line(fillLine(layout.trailer, values, layout.separators))
  } finally {
    await client.query('ROLLBACK')
  }
}
