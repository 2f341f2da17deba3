import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Letter, StoredLetter } from './letter.ts'

/**
 * Puts a letter into the outbox, in the transaction of what it tells of: both happen or neither.
 * A trigger wakes the worker. A letter with a dedupe key that is already there is not written again.
 */
export async function queueLetter(tx: Tx, letter: Letter): Promise<void> {
  const { text, values } = letterRow(letter)
  await tx.$executeRawUnsafe(text, ...values)
}

/** As `queueLetter`, for a transaction of a connection of its own. */
export function letterRow({ to, language, dedupeKey, template, ...data }: Letter) {
  return {
    text: `
      INSERT INTO letters (to_address, language, template, data, dedupe_key)
      VALUES ($1, $2, $3, $4::jsonb, $5) ON CONFLICT (dedupe_key) DO NOTHING`,
    values: [to, language, template, JSON.stringify(data), dedupeKey ?? null],
  }
}

/** A letter in the hands of one worker; the number of the attempt proves that it still is. */
export type ClaimedLetter = StoredLetter & { id: string; to: string; attempts: number }

/** Takes the next letter that is due, in one statement: two workers never take the same one. */
export async function claimLetter(pool: Deps['pool']): Promise<ClaimedLetter | undefined> {
  const { rows } = await pool.query<ClaimedLetter>(
    `UPDATE letters SET state = 'sending', attempts = attempts + 1, claimed_at = app_now()
     WHERE id = (
       SELECT id FROM letters WHERE state = 'queued' AND next_attempt_at <= app_now()
       ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED
     )
     RETURNING id, to_address AS "to", language, template, data, attempts`,
  )
  return rows[0]
}

type Held = Pick<ClaimedLetter, 'id' | 'attempts'>
/** How a letter's way ended, and why; what it was made of is wiped. */
export type Ending = { state: 'sent' | 'rejected' | 'failed'; reason: string | null }

export async function endLetter(pool: Deps['pool'], held: Held, { state, reason }: Ending): Promise<void> {
  await pool.query(
    `UPDATE letters SET state = $3::letter_state, last_error = $4, data = '{}', claimed_at = NULL,
       sent_at = CASE WHEN $3 = 'sent' THEN app_now() END
     WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
    [held.id, held.attempts, state, reason],
  )
}

export async function postponeLetter(
  pool: Deps['pool'],
  held: Held,
  { seconds, reason }: { seconds: number; reason: string },
): Promise<void> {
  await pool.query(
    `UPDATE letters SET state = 'queued', last_error = $3, claimed_at = NULL,
       next_attempt_at = app_now() + make_interval(secs => $4)
     WHERE id = $1 AND attempts = $2 AND state = 'sending'`,
    [held.id, held.attempts, reason, seconds],
  )
}

/** Letters of workers that were killed while sending go back into the queue; nobody needs one from three days ago. */
export async function tidyOutbox(pool: Deps['pool']): Promise<void> {
  await pool.query(
    `UPDATE letters SET state = 'queued', claimed_at = NULL
     WHERE state = 'sending' AND claimed_at < app_now() - interval '10 minutes'`,
  )
  await pool.query(
    `UPDATE letters SET state = 'failed', last_error = coalesce(last_error, 'Too old to be sent'), data = '{}'
     WHERE state = 'queued' AND created_at < app_now() - interval '3 days'`,
  )
}

/** @returns the template of the letter; undefined when it was not on its way, or came back before */
export async function markBounced(
  pool: Deps['pool'],
  letterId: string,
  reason: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ template: string }>(
    `UPDATE letters SET state = 'bounced', last_error = $2, data = '{}', claimed_at = NULL
     WHERE id = $1 AND state IN ('sent', 'sending') RETURNING template`,
    [letterId, reason],
  )
  return rows[0]?.template
}

export type UndeliveredLetter = {
  id: string
  to: string
  template: string
  state: 'rejected' | 'failed' | 'bounced'
  reason: string | null
  attempts: number
  createdAt: Date
}

/** What never arrived, newest first: staff see it and tell people in another way. */
export async function undeliveredLetters(
  pool: Deps['pool'],
  { limit = 100 }: { limit?: number } = {},
): Promise<UndeliveredLetter[]> {
  const { rows } = await pool.query<UndeliveredLetter>(
    `SELECT id, to_address AS "to", template, state, last_error AS reason, attempts, created_at AS "createdAt"
     FROM letters WHERE state IN ('rejected', 'failed', 'bounced') ORDER BY created_at DESC LIMIT $1`,
    [limit],
  )
  return rows
}
