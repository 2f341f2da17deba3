import type { ClientBase } from 'pg'
import type { FileBytes } from '../../platform/file-bytes.ts'
import type { FailedRows } from './failed-rows.ts'
import { type LoadOptions, type LoadReport, loadRows } from './load-rows.ts'
import { openFile, readHeader } from './open-file.ts'
import { kinds, recogniseHeader } from './recognise-header.ts'

export type FileToLoad = {
  bytes: FileBytes
  /** Gets the failed rows while what they are found by is there. */
  keepFailed: (failed: FailedRows) => Promise<void>
}

export type FileResult = LoadReport & {
  /** What the file turned out to be. */
  format: string
  /** Headers of columns that mean nothing here. */
  unused: string[]
}

/** Judges one file and loads it, inside the caller's transaction. @throws UnreadableFile */
export async function loadFile(
  client: ClientBase,
  { bytes, keepFailed }: FileToLoad,
  options: Omit<LoadOptions, 'onFailed'>,
): Promise<FileResult> {
  const source = await openFile(bytes)
  const { unused } = recogniseHeader(source.header)
  const report = await loadRows(client, source, {
    ...options,
    onFailed: (failures, layout) => keepFailed({ bytes, failures, layout }),
  })
  return { ...report, format: source.format, unused }
}

/** Where a file of its kind stands among others: what it builds on goes before it. @throws UnreadableFile */
export async function rankOf(bytes: FileBytes): Promise<number> {
  const { kind } = recogniseHeader(await readHeader(bytes))
  return kinds.indexOf(kind)
}

export type Ranked<File> = { file: File; rank: number }

/**
 * Files in the order in which they are judged, each with whether one after it builds on it. What nothing builds on
 * need not be written to be taken back: rows that are written keep others from writing theirs until then.
 */
export function inBuildOrder<File>(files: readonly Ranked<File>[]): { file: File; isBuiltOn: boolean }[] {
  const ordered = files.toSorted((a, b) => a.rank - b.rank)
  return ordered.map(({ file, rank }, i) => ({
    file,
    isBuiltOn: ordered.slice(i + 1).some((later) => buildsOn(later.rank, rank)),
  }))
}

/** A second file of a kind goes on with the first: the same reading or debt may be in both. */
function buildsOn(later: number, earlier: number): boolean {
  const [after, before] = [kinds[later]?.name, kinds[earlier]?.name]
  return after === before || before === 'accounts' || (before === 'meters' && after === 'readings')
}
