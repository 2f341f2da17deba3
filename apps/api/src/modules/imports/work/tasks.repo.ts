import type { ImportStep } from '@rodnik/contract/staff-imports'
import type { ClientBase } from 'pg'

type Client = Pick<ClientBase, 'query'>

export type Task = {
  id: string
  attempt: number
  tries: number
  state: 'checking' | 'loading'
  isReplacing: boolean
  isSkippingFailed: boolean
  /** As audit events name whoever decided last, or sent the files. */
  by: string
}

/** Work that has failed so often is given up: it would fail for ever. */
export const MAX_TRIES = 5

/** The next run to work on. One whose worker has been silent for two minutes is begun anew. */
export async function takeTask(client: Client): Promise<Task | undefined> {
  const { rows } = await client.query<Task>(
    `UPDATE import_runs r SET worked_at = app_now(), attempt = attempt + 1, tries = tries + 1, step = NULL,
       step_file = NULL, step_rows = 0
     WHERE id = (
       SELECT id FROM import_runs
       WHERE state IN ('checking', 'loading') AND tries < $1
         AND (worked_at IS NULL OR worked_at < app_now() - interval '2 minutes')
       ORDER BY moved_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
     )
     RETURNING id, attempt, tries, state::text, is_replacing AS "isReplacing",
       is_skipping_failed AS "isSkippingFailed", coalesce(
         (SELECT decided_by FROM import_decisions d WHERE d.run_id = r.id ORDER BY turn DESC LIMIT 1), begun_by) AS by`,
    [MAX_TRIES],
  )
  return rows[0]
}

/** Another import is at it: this was no attempt. One that was cancelled meanwhile has no tries to count. */
export async function giveBack(client: Client, { id, attempt, state }: Task): Promise<void> {
  await client.query(
    `UPDATE import_runs SET worked_at = NULL, tries = tries - 1
     WHERE id = $1 AND attempt = $2 AND state::text = $3`,
    [id, attempt, state],
  )
}

export type Progress = { step: ImportStep; fileName: string; rows: number }

/** @returns false when another worker has begun it anew, or it was cancelled: this one has been given up */
export async function noteProgress(client: Client, task: Task, progress: Progress | null): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE import_runs SET worked_at = app_now(), step = $4, step_file = $5, step_rows = $6
     WHERE id = $1 AND attempt = $2 AND state::text = $3`,
    [
      task.id,
      task.attempt,
      task.state,
      progress?.step ?? null,
      progress?.fileName ?? null,
      progress?.rows ?? 0,
    ],
  )
  return rowCount === 1
}

export type StoredFile = { id: string; fileName: string; byteCount: number }

export async function filesOf(client: Client, runId: string): Promise<StoredFile[]> {
  const { rows } = await client.query<StoredFile>(
    `SELECT id, file_name AS "fileName", byte_count AS "byteCount" FROM import_files
     WHERE run_id = $1 ORDER BY position`,
    [runId],
  )
  return rows
}

/** Parts of an attempt that was given up meet those of the next one: only the living attempt writes. */
export async function insertFailedPart(
  client: Client,
  task: Task,
  { fileId, part, content }: { fileId: string; part: number; content: Uint8Array },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO import_failed_parts (file_id, attempt, part, content)
     SELECT $3, attempt, $4, $5 FROM import_runs
     WHERE id = $1 AND attempt = $2 AND state::text = $6 FOR SHARE`,
    [task.id, task.attempt, fileId, part, content, task.state],
  )
  return rowCount === 1
}

/** What this attempt has written so far: its work is begun anew. */
export async function clearFailedParts(client: Client, { id, attempt }: Task): Promise<void> {
  await client.query(
    `DELETE FROM import_failed_parts p USING import_files f
     WHERE f.id = p.file_id AND f.run_id = $1 AND p.attempt = $2`,
    [id, attempt],
  )
}
