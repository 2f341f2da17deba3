import type { ClientBase } from 'pg'

export type NewFile = { fileName: string; byteCount: number; profile: string | null; receivedBy: string }

/** A file whose parts follow. What somebody began to send a day ago and never completed is thrown away. */
export async function insertFile(client: Pick<ClientBase, 'query'>, file: NewFile): Promise<string> {
  await client.query(
    `DELETE FROM registry_files WHERE state = 'arriving' AND received_at < app_now() - interval '1 day'`,
  )
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO registry_files (file_name, byte_count, profile, received_by) VALUES ($1, $2, $3, $4) RETURNING id`,
    [file.fileName, file.byteCount, file.profile, file.receivedBy],
  )
  return rows[0]?.id ?? ''
}

type Part = { id: string; part: number; content: Uint8Array; receivedBy: string }

/** The same part again takes its place. False: there is no such file of this sender that still arrives. */
export async function insertPart(client: Pick<ClientBase, 'query'>, part: Part): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO registry_parts (file_id, part, content)
     SELECT id, $2, $3 FROM registry_files WHERE id = $1 AND state = 'arriving' AND received_by = $4 FOR SHARE
     ON CONFLICT (file_id, part) DO UPDATE SET content = excluded.content`,
    [part.id, part.part, part.content, part.receivedBy],
  )
  return rowCount === 1
}

export type Arriving = { fileName: string; byteCount: number; profile: string | null }

/** The file of this sender that still arrives; nobody changes it until the transaction ends. */
export async function holdArriving(
  client: ClientBase,
  id: string,
  receivedBy: string,
): Promise<Arriving | undefined> {
  const { rows } = await client.query<Arriving>(
    `SELECT file_name AS "fileName", byte_count::int AS "byteCount", profile FROM registry_files
     WHERE id = $1 AND state = 'arriving' AND received_by = $2 FOR UPDATE`,
    [id, receivedBy],
  )
  return rows[0]
}

/** The file with these bytes that is posted, or will be. */
export async function findByHash(
  client: Pick<ClientBase, 'query'>,
  hash: Uint8Array,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM registry_files WHERE content_hash = $1 AND state NOT IN ('arriving', 'refused')`,
    [hash],
  )
  return rows[0]?.id
}

/** Of two with the same bytes the unique index takes one. */
export async function markReceived(
  client: ClientBase,
  { id, hash, profile }: { id: string; hash: Uint8Array; profile: string },
): Promise<void> {
  await client.query(
    `WITH received AS (
       UPDATE registry_files SET state = 'received', content_hash = $2, profile = $3 WHERE id = $1
       RETURNING id, file_name, received_by
     )
     INSERT INTO audit_events (actor, action, details)
     SELECT received_by, 'registry.received', jsonb_build_object('file', id, 'name', file_name, 'profile', $3::text)
     FROM received`,
    [id, hash, profile],
  )
}
