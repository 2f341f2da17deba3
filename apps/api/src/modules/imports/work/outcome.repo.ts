import type { ImportKind, ImportReport, ImportState } from '@rodnik/contract/staff-imports'
import type { ClientBase } from 'pg'
import { forgetBytes } from '../runs/decisions.repo.ts'
import type { NotedFailure } from '../runs/failed-rows.repo.ts'
import type { UnreadableFile } from '../unreadable-file.ts'
import type { Task } from './tasks.repo.ts'

/** Another worker has begun the run anew, or it was cancelled: nothing of this attempt counts. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp'
}

export type FileOutcome = ImportReport & {
  fileId: string
  kind: ImportKind
  unused: string[]
  failures: NotedFailure[]
}

type Move = {
  becomes: Extract<ImportState, 'checked' | 'loaded' | 'refused' | 'failed'>
  isLoadRefused?: boolean
}

/** Runs in a transaction of the caller's: that of the load, so that a run is loaded once or not at all. */
async function move(
  client: ClientBase,
  task: Task,
  { becomes, isLoadRefused = false }: Move,
): Promise<number> {
  const { rows } = await client.query<{ turn: number }>(
    `UPDATE import_runs SET state = $4::import_state, turn = turn + 1, tries = 0, worked_at = NULL, step = NULL,
       step_file = NULL, step_rows = 0, moved_at = app_now(), is_load_refused = $5,
       failed_rows_until = app_now() + interval '30 days',
       ended_at = CASE WHEN $4 <> 'checked' THEN app_now() END,
       ended_by = CASE WHEN $4 = 'loaded' THEN $6 END
     WHERE id = $1 AND attempt = $2 AND state::text = $3 RETURNING turn`,
    [task.id, task.attempt, task.state, becomes, isLoadRefused, task.by],
  )
  if (!rows[0]) throw new GivenUp()
  if (becomes !== 'checked') await forgetBytes(client, task.id)
  await client.query(
    `DELETE FROM import_failed_parts p USING import_files f
     WHERE f.id = p.file_id AND f.run_id = $1 AND p.attempt <> $2`,
    [task.id, task.attempt],
  )
  return rows[0].turn
}

async function noteReports(client: ClientBase, task: Task, turn: number, files: readonly FileOutcome[]) {
  for (const { fileId, kind, unused, rows, added, changed, unchanged, failed, failures } of files) {
    await client.query('UPDATE import_files SET kind = $2, unused = $3 WHERE id = $1', [fileId, kind, unused])
    await client.query(
      `INSERT INTO import_reports (file_id, turn, attempt, rows, added, changed, unchanged, failed, failures)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [fileId, turn, task.attempt, rows, added, changed, unchanged, failed, JSON.stringify(failures)],
    )
  }
}

async function record(client: ClientBase, task: Task, action: string, files: readonly FileOutcome[]) {
  const sum = (of: (file: FileOutcome) => number) => files.reduce((total, file) => total + of(file), 0)
  const details = {
    run: task.id,
    kinds: files.map(({ kind }) => kind),
    rows: sum(({ rows }) => rows),
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
    failed: sum(({ failed }) => failed),
    replacing: task.isReplacing,
  }
  await client.query('INSERT INTO audit_events (actor, action, details) VALUES ($1, $2, $3)', [
    task.by,
    action,
    details,
  ])
}

/** @throws GivenUp */
export async function markChecked(client: ClientBase, task: Task, files: readonly FileOutcome[]) {
  await noteReports(client, task, await move(client, task, { becomes: 'checked' }), files)
}

/** Part of the transaction that loads. @throws GivenUp */
export async function markLoaded(client: ClientBase, task: Task, files: readonly FileOutcome[]) {
  await noteReports(client, task, await move(client, task, { becomes: 'loaded' }), files)
  await record(client, task, 'import.loaded', files)
}

/** Nothing was loaded: the run waits for another decision, by what the load has found. @throws GivenUp */
export async function markLoadRefused(client: ClientBase, task: Task, files: readonly FileOutcome[]) {
  const turn = await move(client, task, { becomes: 'checked', isLoadRefused: true })
  await noteReports(client, task, turn, files)
  await record(client, task, 'import.load_refused', files)
}

export type Refusals = ReadonlyMap<string, UnreadableFile>

const MAX_DETAIL = 500

/** @throws GivenUp */
export async function markRefused(client: ClientBase, task: Task, refusals: Refusals) {
  await move(client, task, { becomes: 'refused' })
  for (const [fileId, { code, detail }] of refusals) {
    await client.query('UPDATE import_files SET refusal = $2, refusal_detail = $3 WHERE id = $1', [
      fileId,
      code,
      detail.slice(0, MAX_DETAIL),
    ])
  }
}

/** @throws GivenUp */
export const markFailed = (client: ClientBase, task: Task) => move(client, task, { becomes: 'failed' })
