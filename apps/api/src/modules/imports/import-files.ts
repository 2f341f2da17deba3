import { createWriteStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Client } from 'pg'
import { bytesOnDisk } from '../../platform/file-bytes.ts'
import { inTransaction } from '../../platform/in-transaction.ts'
import { againWhenChanged } from './again.ts'
import { writeFailedRows } from './failed-rows.ts'
import { type FileResult, inBuildOrder, loadFile, type Ranked, rankOf } from './load-file.ts'
import type { LoadOptions } from './load-rows.ts'

export type ImportOptions = Pick<LoadOptions, 'isSkippingFailed' | 'isReplacing'> & {
  /** Everything is worked out and nothing is kept. */
  isDryRun?: boolean
  onProgress?: (path: string, progress: { step: string; rows: number }) => void
  onReport?: (report: FileReport) => void
}

export type FileReport = FileResult & { path: string; failedFile: string | null }

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

type PathToLoad = { file: string; isBuiltOn: boolean }

/** Reads every header first: a wrong file is told before any other is loaded. */
async function inOrder(paths: readonly string[]): Promise<PathToLoad[]> {
  const files: Ranked<string>[] = []
  for (const path of paths) {
    const rank = await withPath(path, async () => {
      if (!existsSync(path)) throw new Error('There is no such file.')
      return rankOf(await bytesOnDisk(path))
    })
    files.push({ file: path, rank })
  }
  return inBuildOrder(files)
}

async function withPath<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${path}: ${reason}`, { cause: error })
  }
}

async function loadAll(client: Client, files: readonly PathToLoad[], options: ImportOptions) {
  const reports: FileReport[] = []
  for (const { file: path } of files) {
    const report = await withPath(path, () => loadOne(client, path, options))
    reports.push(report)
    options.onReport?.(report)
    if (!report.isApplied) break
  }
  return reports
}

const loadOne = (client: Client, path: string, options: ImportOptions): Promise<FileReport> =>
  againWhenChanged(() =>
    inTransaction(client, async () => {
      const report = await load(client, path, options)
      if (report.isApplied) await recordImport(client, report)
      return report
    }),
  )

async function tryAll(client: Client, files: readonly PathToLoad[], options: ImportOptions) {
  const reports: FileReport[] = []
  for (const { file: path, isBuiltOn } of files) {
    const trial = { ...options, isSkippingFailed: true, isTrial: !isBuiltOn }
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
  const { isSkippingFailed = false, isReplacing = false, isTrial = false, onProgress } = options
  const file = {
    bytes: await bytesOnDisk(path),
    keepFailed: (failed: Parameters<typeof writeFailedRows>[0]) =>
      writeFailedRows(failed, createWriteStream(failedPath(path))),
  }
  const result = await loadFile(client, file, {
    isSkippingFailed,
    isReplacing,
    isTrial,
    onProgress: (progress) => onProgress?.(path, progress),
  })
  return { ...result, path, failedFile: result.failed > 0 ? failedPath(path) : null }
}

/** accounts.csv → accounts.failed.csv. */
const failedPath = (path: string): string => `${path.replace(/\.[^./\\]*$/, '')}.failed.csv`

async function recordImport(client: Client, report: FileReport): Promise<void> {
  const { kind, rows, added, changed, failed, path } = report
  await client.query(
    `INSERT INTO audit_events (actor, action, details) VALUES ('import', 'file_imported', $1)`,
    [{ file: basename(path), kind, rows, added, changed, failed }],
  )
}
