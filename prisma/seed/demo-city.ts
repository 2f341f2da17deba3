import { loadRows, readRules } from '@rodnik/api/modules/imports/index'
import { inTransaction } from '@rodnik/api/platform/in-transaction'
import { Client } from 'pg'
import { demoAccount } from './demo-account.ts'
import { demoAddresses } from './demo-addresses.ts'
import { demoCalendar } from './demo-dates.ts'
import { featuredAccounts } from './demo-featured.ts'
import { accountHeader, type DemoAccount, meterHeader, type Row, readingHeader } from './demo-files.ts'

export type DemoCityOptions = {
  connectionString: string
  accounts?: number
  /** ISO day that the demo is told from; by default today in the city by the database's clock. */
  today?: string
  onProgress?: (text: string) => void
}

export type DemoCityReport = { accounts: number; meters: number; readings: number; failed: number }

/** Accounts kept in memory at a time; each batch is one transaction. */
const BATCH_ACCOUNTS = 5_000

/** Fills the database with invented people on real streets, through the same code as real files. */
export async function seedDemoCity(options: DemoCityOptions): Promise<DemoCityReport> {
  const { connectionString, accounts = 2000, onProgress = () => {} } = options
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const today = options.today ?? (await readRules(client)).today
    const report: DemoCityReport = { accounts: 0, meters: 0, readings: 0, failed: 0 }
    const startedAt = performance.now()
    for (const batch of inBatches(demoAccounts(accounts, today))) {
      await inTransaction(client, () => loadBatch(client, batch, report))
      const perSecond = Math.round((report.accounts * 1000) / (performance.now() - startedAt))
      onProgress(`${report.accounts} of ${accounts} accounts, ${perSecond} a second`)
      if (report.accounts === BATCH_ACCOUNTS) await client.query('ANALYZE accounts, meters, readings')
    }
    await client.query('VACUUM (ANALYZE) premises, accounts, meters, readings')
    return report
  } finally {
    await client.end()
  }
}

async function loadBatch(client: Client, batch: DemoAccount[], report: DemoCityReport): Promise<void> {
  const load = async (header: Row, rows: readonly Row[]) => {
    const source = { header, rows, format: 'demo city' }
    // A filling that was cut short and is taken up on another day meets readings of its former day.
    const { rows: count, failed } = await loadRows(client, source, { isSkippingFailed: true })
    report.failed += failed
    return count
  }
  report.accounts += await load(
    accountHeader,
    batch.map(({ account }) => account),
  )
  report.meters += await load(
    meterHeader,
    batch.flatMap(({ meters }) => meters),
  )
  report.readings += await load(
    readingHeader,
    batch.flatMap(({ readings }) => readings),
  )
}

function* demoAccounts(count: number, today: string): Generator<DemoAccount> {
  const calendar = demoCalendar(today)
  const featured = featuredAccounts(calendar).slice(0, count)
  yield* featured
  const taken = new Set(featured.map(({ account }) => Number(account[0]?.slice(3))))
  const addresses = demoAddresses()
  let left = count - featured.length
  for (let i = 1; left > 0; i++) {
    if (taken.has(i)) continue
    const { value } = addresses.next()
    yield demoAccount(i, value, calendar)
    left--
  }
}

function* inBatches(accounts: Iterable<DemoAccount>): Generator<DemoAccount[]> {
  let batch: DemoAccount[] = []
  for (const account of accounts) {
    batch.push(account)
    if (batch.length < BATCH_ACCOUNTS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
