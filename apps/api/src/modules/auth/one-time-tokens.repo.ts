import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { linkLifetimeHours, oneTimeToken, type TokenPurpose } from '../../platform/one-time-token.ts'
import { sha256 } from '../../platform/secrets.ts'

type NewToken = { purpose: TokenPurpose; subject: string }

/**
 * A new secret for a link, which replaces the one before it for the same purpose and subject.
 * @returns the seed, from which the letter makes the token when it is sent
 */
export async function issueToken(tx: Tx, secret: string, { purpose, subject }: NewToken): Promise<string> {
  const seed = randomUUID()
  const hash = sha256(oneTimeToken(secret, purpose, seed))
  await tx.$executeRaw`
    INSERT INTO one_time_tokens (purpose, subject, hash, expires_at)
    VALUES (${purpose}, ${subject}, ${hash}, app_now() + make_interval(hours => ${linkLifetimeHours[purpose]}::int))
    ON CONFLICT (purpose, subject) DO UPDATE
    SET hash = excluded.hash, expires_at = excluded.expires_at, created_at = app_now(), used_at = NULL`
  return seed
}

/** Uses the token up: of any number of tries at once, one gets the subject. Undefined: used, replaced or too old. */
export async function spendToken(tx: Tx, purpose: TokenPurpose, token: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ subject: string }[]>`
    UPDATE one_time_tokens SET used_at = app_now()
    WHERE hash = ${sha256(token)} AND purpose = ${purpose} AND used_at IS NULL AND expires_at > app_now()
    RETURNING subject`
  return row?.subject
}

export type TokenState = { subject: string; isUsed: boolean; isFresh: boolean }

/** What a token would open, without using it up; undefined when it is unknown or has been replaced. */
export async function findToken(
  tx: Tx,
  purpose: TokenPurpose,
  token: string,
): Promise<TokenState | undefined> {
  const [row] = await tx.$queryRaw<TokenState[]>`
    SELECT subject, used_at IS NOT NULL AS "isUsed", expires_at > app_now() AS "isFresh"
    FROM one_time_tokens WHERE hash = ${sha256(token)} AND purpose = ${purpose}`
  return row
}

/** The links of these purposes open nothing any more. */
export async function revokeTokens(tx: Tx, subject: string, purposes: TokenPurpose[]): Promise<void> {
  await tx.oneTimeToken.deleteMany({ where: { subject, purpose: { in: purposes } } })
}
