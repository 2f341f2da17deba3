import type { ClientBase } from 'pg'
import { accountsLoader } from './accounts.repo.ts'
import { balancesLoader } from './balances.repo.ts'
import { readRules } from './city-rules.repo.ts'
import { contractsLoader } from './contracts.repo.ts'
import { type Author, type Effect, type Loader, theCommand } from './loader.ts'
import { metersLoader } from './meters.repo.ts'
import { readingsLoader } from './readings.repo.ts'
import { type Layout, recogniseHeader } from './recognise-header.ts'
import type { RowSource } from './row-source.ts'
import type { FileKind } from './row-types.ts'
import { stageRows } from './staging.repo.ts'

export type LoadOptions = {
  /** Good rows are loaded although others failed; else nothing is. */
  isSkippingFailed?: boolean
  /** Only tells what would happen. */
  isTrial?: boolean
  /** Readings of months that are already counted may be replaced by new versions. */
  isReplacing?: boolean
  /** Whoever has decided so; the command, unless told. */
  by?: Author
  onProgress?: (progress: { step: LoadStep; rows: number }) => void
  /** Gets the failed rows, in order, before the work tables are gone. */
  onFailed?: (failures: AsyncIterable<Failure>, layout: Layout) => Promise<void>
}

export type LoadStep = 'reading' | 'checking' | 'writing'

/** Another import is at it at this moment, by whichever way it came. */
export class ImportRuns extends Error {
  override readonly name = 'ImportRuns'

  constructor() {
    super('Another import is running: wait until it ends.')
  }
}

export type Failure = { rowNumber: number; reason: string }

export type LoadReport = Effect & { kind: FileKind; rows: number; failed: number; isApplied: boolean }

const loaders: Record<FileKind, Loader> = {
  accounts: accountsLoader,
  meters: metersLoader,
  readings: readingsLoader,
  balances: balancesLoader,
  contracts: contractsLoader,
}

/**
 * Loads rows inside the caller's transaction, which decides whether they stay. Memory does not grow with
 * the rows: they are streamed into a temporary table, and everything else is SQL on all of them at once.
 */
export async function loadRows(
  client: ClientBase,
  source: RowSource,
  options: LoadOptions = {},
): Promise<LoadReport> {
  const { by, onProgress, isReplacing, isSkippingFailed, isTrial } = { ...defaults, ...options }
  const layout = recogniseHeader(source.header)
  const rules = await readRules(client)
  await prepareSession(client)
  const onRow = (rows: number) => onProgress({ step: 'reading', rows })
  const rows = await stageRows(client, source, { layout, rules, onRow })
  onProgress({ step: 'checking', rows })
  const loader = loaders[layout.kind.name]
  const context = { layout, rules, isReplacing, by }
  await loader.check(client, context)
  const effect = await loader.count(client, context)
  const failed = rows - effect.added - effect.changed - effect.unchanged
  const isApplied = failed === 0 || isSkippingFailed
  const hasChanges = effect.added + effect.changed > 0
  if (isApplied && hasChanges && !isTrial) {
    onProgress({ step: 'writing', rows })
    await loader.apply(client, context)
  }
  if (failed > 0) await options.onFailed?.(readFailures(client), layout)
  await client.query('DROP TABLE IF EXISTS staged, timeline, touched')
  return { kind: layout.kind.name, rows, failed, isApplied, ...effect }
}

const defaults = {
  by: theCommand,
  onProgress: () => {},
  isReplacing: false,
  isSkippingFailed: false,
  isTrial: false,
}

/** One import at a time: two would judge readings by neighbours that the other is about to add. */
async function prepareSession(client: ClientBase): Promise<void> {
  const lock = await client.query<{ isTaken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('rodnik.import')) AS "isTaken"`,
  )
  if (!lock.rows[0]?.isTaken) throw new ImportRuns()
  // Whole files are sorted and hashed at once, by one session.
  await client.query(`SET LOCAL work_mem = '128MB'; SET LOCAL statement_timeout = 0`)
  await client.query(
    'SET LOCAL client_min_messages = warning; DROP TABLE IF EXISTS staged, timeline, touched',
  )
}

const FETCH_ROWS = 1000

async function* readFailures(client: ClientBase): AsyncGenerator<Failure> {
  await client.query(`DECLARE failures CURSOR FOR
    SELECT row_no AS "rowNumber", reason FROM staged WHERE reason IS NOT NULL ORDER BY row_no`)
  while (true) {
    const { rows } = await client.query<Failure>(`FETCH ${FETCH_ROWS} FROM failures`)
    yield* rows
    if (rows.length < FETCH_ROWS) break
  }
  await client.query('CLOSE failures')
}
