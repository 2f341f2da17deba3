import { basename } from 'node:path'
import { Client } from 'pg'
import { inTransaction } from '../../platform/in-transaction.ts'
import { failedPath, writeFailedFile } from './failed-file.ts'
import { type LoadOptions, type LoadReport, loadRows } from './load-rows.ts'
import { openFile, readHeader } from './open-file.ts'
import { ReadingsChangedMeanwhile } from './readings.repo.ts'
import { kinds, recogniseHeader } from './recognise-header.ts'

export type ImportOptions = Pick<LoadOptions, 'isSkippingFailed' | 'isReplacing'> & {
  /** Everything is worked out and nothing is kept. */
  isDryRun?: boolean
  onProgress?: (path: string, progress: { step: string; rows: number }) => void
  onReport?: (report: FileReport) => void
}

export type FileReport = LoadReport & {
  path: string
  format: string
  unused: string[]
  failedFile: string | null
}

const ATTEMPTS = 3

/**
 * Imports files, accounts before meters before readings before balances before contracts, each in a transaction of its own; stops after
 * a file that was not taken. A dry run does the same in one transaction and takes it back, so that the
 * meters of accounts in the same run are judged as they will be.
 * @throws Error in the operator's words when a file is no table of a known kind; nothing was loaded then
 */
export async function importFiles(
  connectionString: string,
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<FileReport[]> {
  const ordered = await inOrder(paths)
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return options.isDryRun
      ? await inTransaction(client, () => tryAll(client, ordered, options), 'ROLLBACK')
      : await loadAll(client, ordered, options)
  } finally {
    await client.end()
  }
}

/** Reads every header first: a wrong file is told before any other is loaded. */
async function inOrder(paths: readonly string[]): Promise<string[]> {
  const files: { path: string; rank: number }[] = []
  for (const path of paths) {
    const rank = await withPath(path, async () => {
      const { kind } = recogniseHeader(await readHeader(path))
      return kinds.indexOf(kind)
    })
    files.push({ path, rank })
  }
  return files.toSorted((a, b) => a.rank - b.rank).map(({ path }) => path)
}

async function withPath<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${path}: ${reason}`, { cause: error })
  }
}

async function loadAll(client: Client, paths: readonly string[], options: ImportOptions) {
  const reports: FileReport[] = []
  for (const path of paths) {
    const report = await withPath(path, () => loadFile(client, path, options))
    reports.push(report)
    options.onReport?.(report)
    if (!report.isApplied) break
  }
  return reports
}

async function loadFile(client: Client, path: string, options: ImportOptions): Promise<FileReport> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(client, async () => {
        const report = await load(client, path, options)
        if (report.isApplied) await recordImport(client, report)
        return report
      })
    } catch (error) {
      if (!(error instanceof ReadingsChangedMeanwhile) || attempt === ATTEMPTS) throw error
    }
  }
}

async function tryAll(client: Client, paths: readonly string[], options: ImportOptions) {
  const reports: FileReport[] = []
  for (const path of paths) {
    // What nothing after it builds on need not be written to be taken back.
    const trial = { ...options, isSkippingFailed: true, isTrial: path === paths.at(-1) }
    const report = await withPath(path, () => load(client, path, trial))
    reports.push(report)
    options.onReport?.(report)
  }
  return reports
}

async function load(
  client: Client,
  path: string,
  options: ImportOptions & Pick<LoadOptions, 'isTrial'>,
): Promise<FileReport> {
  const source = await openFile(path)
  const { unused } = recogniseHeader(source.header)
  const report = await loadRows(client, source, {
    isSkippingFailed: options.isSkippingFailed ?? false,
    isReplacing: options.isReplacing ?? false,
    isTrial: options.isTrial ?? false,
    onProgress: (progress) => options.onProgress?.(path, progress),
    onFailed: (failures, layout) => writeFailedFile(path, failures, layout),
  })
  return {
    ...report,
    path,
    format: source.format,
    unused,
    failedFile: report.failed > 0 ? failedPath(path) : null,
  }
}

async function recordImport(client: Client, report: FileReport): Promise<void> {
  const { kind, rows, added, changed, failed, path } = report
  await client.query(
    `INSERT INTO audit_events (actor, action, details) VALUES ('import', 'file_imported', $1)`,
    [{ file: basename(path), kind, rows, added, changed, failed }],
  )
}
