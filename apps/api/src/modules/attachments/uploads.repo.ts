import { UPLOAD_PART_BYTES } from '@rodnik/contract/attachments'
import type { ClientBase } from 'pg'

type Client = Pick<ClientBase, 'query'>

/** The account of a session that lives; being here keeps it alive, noted at most twice a minute. */
export async function accountOfGuest(client: Client, sessionId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ accountId: string }>(
    `WITH live AS MATERIALIZED (
       SELECT id, account_id, last_seen_at FROM live_guest_sessions WHERE id = $1
     ), touched AS (
       UPDATE guest_sessions s SET last_seen_at = app_now() FROM live
       WHERE s.id = live.id AND live.last_seen_at < app_now() - interval '30 seconds'
     )
     SELECT account_id AS "accountId" FROM live`,
    [sessionId],
  )
  return rows[0]?.accountId
}

export type NewUpload = { uploader: string; name: string; bytes: number }

/** Runs in a transaction of the caller's. Undefined: so many files of this uploader wait for a message already. */
export async function insertUpload(
  client: ClientBase,
  { uploader, name, bytes }: NewUpload,
  maxWaiting: number,
): Promise<string | undefined> {
  // Of many that begin at once, each counts those before it.
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('uploads:' || $1, 0))`, [uploader])
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO attachments (uploader, name, declared_bytes)
     SELECT $1, $2, $3
     WHERE (SELECT count(*) FROM attachments WHERE uploader = $1 AND state <> 'claimed') < $4
     RETURNING id`,
    [uploader, name, bytes, maxWaiting],
  )
  return rows[0]?.id
}

/** A file of our own making: nobody waits for it. */
export async function insertOwn(client: Client, { uploader, name, bytes }: NewUpload): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO attachments (uploader, name, declared_bytes) VALUES ($1, $2, $3) RETURNING id`,
    [uploader, name, bytes],
  )
  return rows[0]?.id ?? ''
}

export type Found = { id: string; uploader: string }
export type Part = Found & { part: number; content: Uint8Array }

/** The same part again takes its place. False: no such upload still arrives, or it has no part of this length there. */
export async function insertPart(client: Client, { id, uploader, part, content }: Part): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO attachment_parts (attachment_id, part, content)
     SELECT id, $3::int, $4::bytea FROM attachments
     WHERE id = $1 AND uploader = $2 AND state = 'arriving'
       AND octet_length($4::bytea) = least($5::int, declared_bytes - $3::int * $5::int)
     FOR SHARE
     ON CONFLICT (attachment_id, part) DO UPDATE SET content = excluded.content`,
    [id, uploader, part, content, UPLOAD_PART_BYTES],
  )
  return rowCount === 1
}

export async function findParts(client: Client, id: string): Promise<number[]> {
  const { rows } = await client.query<{ part: number }>(
    'SELECT part FROM attachment_parts WHERE attachment_id = $1 ORDER BY part',
    [id],
  )
  return rows.map(({ part }) => part)
}

export type Taken = { name: string; declaredBytes: number; since: string }

/**
 * Takes an upload for the check, so that nobody else works on it; whoever was killed at it loses it in a minute.
 * Undefined: it is not there, not arriving, or in other hands.
 */
export async function takeForCheck(client: Client, { id, uploader }: Found): Promise<Taken | undefined> {
  const { rows } = await client.query<Taken>(
    `UPDATE attachments SET checking_since = app_now()
     WHERE id = $1 AND uploader = $2 AND state = 'arriving'
       AND (checking_since IS NULL OR checking_since < app_now() - interval '1 minute')
     RETURNING name, declared_bytes AS "declaredBytes", checking_since::text AS since`,
    [id, uploader],
  )
  return rows[0]
}

export async function wholeContent(client: Client, id: string): Promise<Buffer> {
  const { rows } = await client.query<{ content: Buffer | null }>(
    `SELECT string_agg(content, ''::bytea ORDER BY part) AS content FROM attachment_parts WHERE attachment_id = $1`,
    [id],
  )
  return rows[0]?.content ?? Buffer.alloc(0)
}

export async function giveBack(client: Client, id: string): Promise<void> {
  await client.query(`UPDATE attachments SET checking_since = NULL WHERE id = $1 AND state = 'arriving'`, [
    id,
  ])
}

/** False: there is no such file of this uploader, or a message has it. */
export async function deleteUpload(client: Client, { id, uploader }: Found): Promise<boolean> {
  const { rowCount } = await client.query(
    `DELETE FROM attachments WHERE id = $1 AND uploader = $2 AND state <> 'claimed'`,
    [id, uploader],
  )
  return rowCount === 1
}
