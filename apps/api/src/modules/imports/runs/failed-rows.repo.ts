import type { ImportKind } from '@rodnik/contract/staff-imports'
import type { ClientBase } from 'pg'

type Client = Pick<ClientBase, 'query'>

/** As the worker notes them: the reason is a code with its column and detail. */
export type NotedFailure = { row: number; cells: string; reason: string }

export type FailuresOfFile = { fileId: string; kind: ImportKind; failures: NotedFailure[] }

/** The first failed rows of each file by its newest report. */
export async function findFailures(client: Client, runId: string): Promise<FailuresOfFile[]> {
  const { rows } = await client.query<FailuresOfFile>(
    `SELECT f.id AS "fileId", f.kind, p.failures
     FROM import_runs r JOIN import_files f ON f.run_id = r.id
     JOIN LATERAL (SELECT failures FROM import_reports WHERE file_id = f.id ORDER BY turn DESC LIMIT 1) p ON true
     WHERE r.id = $1 AND r.failed_rows_until > app_now() AND f.kind IS NOT NULL ORDER BY f.position`,
    [runId],
  )
  return rows
}

export type FailedFile = { fileName: string; attempt: number }

/** The file and the attempt whose failed rows are kept. */
export async function findFailedFile(
  client: Client,
  { id, fileId }: { id: string; fileId: string },
): Promise<FailedFile | undefined> {
  const { rows } = await client.query<FailedFile>(
    `SELECT f.file_name AS "fileName", p.attempt
     FROM import_runs r JOIN import_files f ON f.run_id = r.id
     JOIN LATERAL (SELECT attempt FROM import_reports WHERE file_id = f.id ORDER BY turn DESC LIMIT 1) p ON true
     WHERE r.id = $1 AND f.id = $2 AND r.failed_rows_until > app_now()
       AND EXISTS (SELECT FROM import_failed_parts k WHERE k.file_id = f.id AND k.attempt = p.attempt)`,
    [id, fileId],
  )
  return rows[0]
}

export async function findFailedPart(
  client: Client,
  { fileId, attempt, part }: { fileId: string; attempt: number; part: number },
): Promise<Buffer | undefined> {
  const { rows } = await client.query<{ content: Buffer }>(
    'SELECT content FROM import_failed_parts WHERE file_id = $1 AND attempt = $2 AND part = $3',
    [fileId, attempt, part],
  )
  return rows[0]?.content
}

type Seen = { id: string; by: string; action: 'import.failed_rows_seen' | 'import.failed_rows_taken' }

export async function recordSight(
  client: Client,
  { id, by, action }: Seen,
  fileName?: string,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_events (actor, action, details)
     SELECT $2, $3, jsonb_strip_nulls(jsonb_build_object('run', id, 'begunBy', begun_by, 'file', $4::text))
     FROM import_runs WHERE id = $1`,
    [id, by, action, fileName ?? null],
  )
}
