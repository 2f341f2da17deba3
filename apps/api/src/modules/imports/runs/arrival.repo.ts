import { PART_BYTES } from '@rodnik/contract/file-parts'
import type { ClientBase } from 'pg'

type Client = Pick<ClientBase, 'query'>

export type NewFile = { fileName: string; byteCount: number }

/** So many runs of one person may wait for the worker or for a decision at once. */
const MAX_UNFINISHED = 20
/** So many may arrive at once, from several pages; beyond that the oldest has broken off, and gives way. */
const MAX_ARRIVING = 3

/** Runs in a transaction of the caller's. Undefined: the person has too many unfinished runs. */
export async function insertRun(client: ClientBase, begunBy: string): Promise<string | undefined> {
  // Of many that begin at once, each counts those before it.
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('imports:' || $1, 0))`, [begunBy])
  await client.query(
    `DELETE FROM import_runs WHERE state = 'arriving' AND id IN (
       SELECT id FROM import_runs WHERE begun_by = $1 AND state = 'arriving'
       ORDER BY begun_at DESC, id DESC OFFSET $2)`,
    [begunBy, MAX_ARRIVING - 1],
  )
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO import_runs (begun_by)
     SELECT $1 WHERE (
       SELECT count(*) FROM import_runs WHERE begun_by = $1 AND ended_at IS NULL AND state <> 'arriving') < $2
     RETURNING id`,
    [begunBy, MAX_UNFINISHED],
  )
  return rows[0]?.id
}

/** @returns their ids in the order given */
export async function insertFiles(
  client: Client,
  runId: string,
  files: readonly NewFile[],
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH added AS (
       INSERT INTO import_files (run_id, position, file_name, byte_count)
       SELECT $1, d.place - 1, d.name, d.bytes
       FROM unnest($2::text[], $3::int[]) WITH ORDINALITY AS d (name, bytes, place)
       RETURNING id, position
     )
     SELECT id FROM added ORDER BY position`,
    [runId, files.map(({ fileName }) => fileName), files.map(({ byteCount }) => byteCount)],
  )
  return rows.map(({ id }) => id)
}

export type Own = { id: string; by: string }
export type Part = Own & { fileId: string; part: number; content: Uint8Array }

/** The same part again takes its place. False: no such file of this sender still arrives, or it has no part of this length there. */
export async function insertPart(client: Client, { id, by, fileId, part, content }: Part): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO import_parts (file_id, part, content)
     SELECT f.id, $4::int, $5::bytea FROM import_runs r JOIN import_files f ON f.run_id = r.id
     WHERE r.id = $1 AND r.begun_by = $2 AND f.id = $3 AND r.state = 'arriving'
       AND octet_length($5::bytea) = least($6::int, f.byte_count - $4::int * $6::int)
     FOR SHARE OF r
     ON CONFLICT (file_id, part) DO UPDATE SET content = excluded.content`,
    [id, by, fileId, part, content, PART_BYTES],
  )
  return rowCount === 1
}

export async function isArriving(client: Client, { id, by }: Own, fileId: string): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM import_runs r JOIN import_files f ON f.run_id = r.id
     WHERE r.id = $1 AND r.begun_by = $2 AND f.id = $3 AND r.state = 'arriving'`,
    [id, by, fileId],
  )
  return rows.length === 1
}

/** As far as the sender may complete the run; nobody changes it until the transaction ends. */
export async function holdArriving(client: ClientBase, { id, by }: Own) {
  const { rows } = await client.query<{ state: string }>(
    'SELECT state::text FROM import_runs WHERE id = $1 AND begun_by = $2 FOR UPDATE',
    [id, by],
  )
  return rows[0]?.state
}

/** Each part has the length of its place, so their number says whether all are there. */
export async function areWhole(client: Client, id: string): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM import_files f WHERE f.run_id = $1
       AND (SELECT count(*) FROM import_parts p WHERE p.file_id = f.id) < ceil(f.byte_count / $2::numeric)`,
    [id, PART_BYTES],
  )
  return rows.length === 0
}

/** The worker is woken by the same transaction. */
export async function markArrived(client: Client, { id, by }: Own): Promise<void> {
  await client.query(
    `WITH arrived AS (
       UPDATE import_runs SET state = 'checking', moved_at = app_now() WHERE id = $1 RETURNING id
     )
     INSERT INTO audit_events (actor, action, details)
     SELECT $2, 'import.received', jsonb_build_object('run', id, 'files',
       (SELECT jsonb_agg(file_name ORDER BY position) FROM import_files WHERE run_id = arrived.id))
     FROM arrived`,
    [id, by],
  )
}
