import type { AttachmentFacts, AttachmentType } from '@rodnik/contract/attachments'
import type { ClientBase } from 'pg'

type Client = Pick<ClientBase, 'query'>

const FACTS = 'id, name, type, bytes, width, height'

/** Undefined: no file of this uploader is whole yet under this id. */
export async function findKept(
  client: Client,
  { id, uploader }: { id: string; uploader: string },
): Promise<AttachmentFacts | undefined> {
  const { rows } = await client.query<AttachmentFacts>(
    `SELECT ${FACTS} FROM attachments WHERE id = $1 AND uploader = $2 AND state <> 'arriving'`,
    [id, uploader],
  )
  return rows[0]
}

export async function isThere(
  client: Client,
  { id, uploader }: { id: string; uploader: string },
): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM attachments WHERE id = $1 AND uploader = $2', [
    id,
    uploader,
  ])
  return rowCount === 1
}

/** Before files are written: if their row never comes, because the process ended, they go in a day. */
export async function announceFiles(client: Client, keys: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO files_to_remove (key, due_at) SELECT key, app_now() + interval '1 day' FROM unnest($1::uuid[]) AS key`,
    [keys],
  )
}

export type KeptFile = {
  id: string
  name: string
  type: AttachmentType
  bytes: number
  width: number | null
  height: number | null
  sha256: Uint8Array
  fileKey: string
  previewKey: string | null
}

/** From here on the row has its files, and its parts are gone. Undefined: it was taken back meanwhile. */
export async function markReady(client: Client, file: KeptFile): Promise<AttachmentFacts | undefined> {
  const { id, name, type, bytes, width, height, sha256, fileKey, previewKey } = file
  const { rows } = await client.query<AttachmentFacts>(
    `WITH kept AS (
       UPDATE attachments SET state = 'ready', ready_at = app_now(), checking_since = NULL, name = $2, type = $3,
         bytes = $4, width = $5, height = $6, sha256 = $7, file_key = $8, preview_key = $9
       WHERE id = $1 AND state = 'arriving'
       RETURNING ${FACTS}
     ), unpacked AS (
       DELETE FROM attachment_parts WHERE attachment_id = (SELECT id FROM kept)
     ), staying AS (
       DELETE FROM files_to_remove WHERE key IN ($8, $9) AND EXISTS (SELECT FROM kept)
     )
     SELECT * FROM kept`,
    [id, name, type, bytes, width, height, sha256, fileKey, previewKey],
  )
  return rows[0]
}

export type Stored = {
  name: string
  type: AttachmentType
  bytes: number
  sha256: Uint8Array
  fileKey: string
  previewKey: string | null
}

/** Of a message, whoever asks: that they may, the message has decided. */
export async function findClaimed(client: Client, id: string): Promise<Stored | undefined> {
  const { rows } = await client.query<Stored>(
    `SELECT name, type, bytes, sha256, file_key AS "fileKey", preview_key AS "previewKey"
     FROM attachments WHERE id = $1 AND state = 'claimed'`,
    [id],
  )
  return rows[0]
}

/** Uploads that no message took for a day; their files are due with them. */
export async function deleteForgotten(client: Client): Promise<void> {
  await client.query(
    `DELETE FROM attachments
     WHERE state <> 'claimed' AND created_at < app_now() - interval '1 day'
       AND coalesce(ready_at, created_at) < app_now() - interval '1 day'`,
  )
}

export async function findDueFiles(client: Client, limit: number): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    'SELECT key FROM files_to_remove WHERE due_at <= app_now() ORDER BY due_at LIMIT $1',
    [limit],
  )
  return rows.map(({ key }) => key)
}

export async function forgetRemoved(client: Client, key: string): Promise<void> {
  await client.query('DELETE FROM files_to_remove WHERE key = $1', [key])
}
