import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { partsOf } from '../../../platform/file-parts.repo.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { againWhenChanged } from '../again.ts'
import { inBuildOrder, loadFile, type Ranked, rankOf } from '../load-file.ts'
import type { LoadOptions } from '../load-rows.ts'
import type { NotedFailure } from '../runs/failed-rows.repo.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { keepFailed } from './keep-failed.service.ts'
import { type FileOutcome, markChecked, markLoaded, markLoadRefused, markRefused } from './outcome.repo.ts'
import type { Pulse } from './pulse.ts'
import { clearFailedParts, filesOf, type StoredFile, type Task } from './tasks.repo.ts'

type ToJudge = { file: StoredFile; isBuiltOn: boolean }
export type Judging = { client: ClientBase; pool: Deps['pool']; task: Task; pulse: Pulse }

/** More rows would fail than may: the transaction of the load is taken back. */
class LoadRefused extends Error {
  readonly files: readonly FileOutcome[]

  constructor(files: readonly FileOutcome[]) {
    super('rows of an import that was to be loaded whole have failed')
    this.files = files
  }
}

/** A file of the run is no table that can be loaded. */
class RunRefused extends Error {
  readonly refusals: ReadonlyMap<string, UnreadableFile>

  constructor(refusals: ReadonlyMap<string, UnreadableFile>) {
    super('a file of an import cannot be read')
    this.refusals = refusals
  }
}

/** Says what loading a run would do, or loads it. @throws GivenUp, ImportRuns; anything else is a fault of ours */
export async function judgeRun(judging: Judging): Promise<void> {
  const { client, task } = judging
  try {
    const files = await inOrder(judging)
    await (task.state === 'checking' ? checkRun(judging, files) : loadRun(judging, files))
  } catch (error) {
    if (error instanceof RunRefused) {
      const { refusals } = error
      return await inTransaction(client, () => markRefused(client, task, refusals))
    }
    if (error instanceof LoadRefused) {
      const { files } = error
      return await inTransaction(client, () => markLoadRefused(client, task, files))
    }
    throw error
  }
}

/** As the command's dry run: all files in one transaction that is taken back. */
async function checkRun(judging: Judging, files: readonly ToJudge[]): Promise<void> {
  const { client, task } = judging
  const outcomes = await inTransaction(client, () => judgeFiles(judging, files), 'ROLLBACK')
  await inTransaction(client, () => markChecked(client, task, outcomes))
}

/** All files, the reports and the end of the run are one transaction. */
const loadRun = (judging: Judging, files: readonly ToJudge[]): Promise<void> => {
  const { client, task } = judging
  return againWhenChanged(() =>
    inTransaction(client, async () => {
      const outcomes = await judgeFiles(judging, files)
      const hasFailed = outcomes.some(({ failed }) => failed > 0)
      if (hasFailed && !task.isSkippingFailed) throw new LoadRefused(outcomes)
      await markLoaded(client, task, outcomes)
    }),
  )
}

/** Every file is judged whatever failed in those before it, so that one look tells all. */
async function judgeFiles(judging: Judging, files: readonly ToJudge[]): Promise<FileOutcome[]> {
  await clearFailedParts(judging.pool, judging.task)
  const outcomes: FileOutcome[] = []
  for (const { file, isBuiltOn } of files) {
    const isTrial = judging.task.state === 'checking' && !isBuiltOn
    outcomes.push(await judgeFile(judging, file, { isTrial }))
  }
  return outcomes
}

/** Of columns without a meaning: as many as a page can show. */
const MAX_UNUSED = 30
const MAX_NAME = 100

async function judgeFile(
  { client, pool, task, pulse }: Judging,
  file: StoredFile,
  options: Pick<LoadOptions, 'isTrial'>,
): Promise<FileOutcome> {
  const { id: fileId, fileName } = file
  let failures: NotedFailure[] = []
  const toLoad = {
    bytes: bytesOf(pool, file),
    keepFailed: async (failed: Parameters<typeof keepFailed>[1]) => {
      failures = await keepFailed({ pool, task, fileId }, failed)
    },
  }
  const result = await orRefused(fileId, () =>
    loadFile(client, toLoad, {
      ...options,
      isSkippingFailed: true,
      isReplacing: task.isReplacing,
      by: { actor: task.by, runId: task.id },
      onProgress: ({ step, rows }) => pulse.tell({ step, fileName, rows }),
    }),
  )
  const { kind, rows, added, changed, unchanged, failed } = result
  const unused = result.unused.slice(0, MAX_UNUSED).map((name) => name.slice(0, MAX_NAME))
  return { fileId, kind, unused, rows, added, changed, unchanged, failed, failures }
}

async function orRefused<T>(fileId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof UnreadableFile ? new RunRefused(new Map([[fileId, error]])) : error
  }
}

/** Reads every header first: all that are wrong are told at once. */
async function inOrder({ pool, task }: Judging): Promise<ToJudge[]> {
  const ranked: Ranked<StoredFile>[] = []
  const refusals = new Map<string, UnreadableFile>()
  for (const file of await filesOf(pool, task.id)) {
    try {
      ranked.push({ file, rank: await rankOf(bytesOf(pool, file)) })
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      refusals.set(file.id, error)
    }
  }
  if (refusals.size > 0) throw new RunRefused(refusals)
  return inBuildOrder(ranked)
}

/** Read beside the connection that loads: that one is taken by the rows on their way. */
const bytesOf = (pool: Deps['pool'], { id, byteCount }: StoredFile) => ({
  byteCount,
  read: () => partsOf(pool, 'import_parts', id),
})
