import type { Tx } from '../../platform/db.ts'

export type Factor = { sealed: Uint8Array; isConfirmed: boolean; nowMs: number }

/** The factor, and the moment it is judged at: the database's, which tests can move. */
export async function findFactor(tx: Tx, userId: string): Promise<Factor | undefined> {
  const [row] = await tx.$queryRaw<Factor[]>`
    SELECT secret AS "sealed", confirmed_at IS NOT NULL AS "isConfirmed",
      (extract(epoch FROM app_now()) * 1000)::float8 AS "nowMs"
    FROM second_factors WHERE user_id = ${userId}::uuid`
  return row
}

/** How long a reloaded page shows the same secret; a picture left on a screen is no use the next day. */
const OFFER_MINUTES = 30

type Offer = { userId: string; sessionId: string; sealed: Uint8Array }

/**
 * The secret that this session is shown: the one it has been shown lately, else the new one in place of it. Another
 * session never sees it: whoever knew only the password must not know the secret that somebody else confirms.
 * Undefined when one is in force.
 */
export async function offerFactor(
  tx: Tx,
  { userId, sessionId, sealed }: Offer,
): Promise<Uint8Array | undefined> {
  await tx.$executeRaw`
    INSERT INTO second_factors AS f (user_id, secret, offered_to)
    VALUES (${userId}::uuid, ${sealed}, ${sessionId}::uuid)
    ON CONFLICT (user_id) DO UPDATE
      SET secret = excluded.secret, offered_to = excluded.offered_to, offered_at = excluded.offered_at, last_step = 0
    WHERE f.confirmed_at IS NULL AND (f.offered_to IS DISTINCT FROM excluded.offered_to
      OR f.offered_at <= excluded.offered_at - make_interval(mins => ${OFFER_MINUTES}::int))`
  const offered = await tx.secondFactor.findFirst({
    where: { userId, offeredTo: sessionId, confirmedAt: null },
    select: { secret: true },
  })
  return offered?.secret
}

type Spent = { userId: string; sealed: Uint8Array; step: number }

/** Puts the offered secret in force with its first code; false when another request was there before. */
export async function confirmFactor(tx: Tx, { userId, sealed, step }: Spent): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE second_factors SET confirmed_at = app_now(), last_step = ${step}
    WHERE user_id = ${userId}::uuid AND secret = ${sealed} AND confirmed_at IS NULL`
  return changed === 1
}

/** Uses up the codes of this time step and of those before it: of many that come at once one is true. */
export async function spendStep(tx: Tx, { userId, sealed, step }: Spent): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE second_factors SET last_step = ${step}
    WHERE user_id = ${userId}::uuid AND secret = ${sealed} AND confirmed_at IS NOT NULL AND last_step < ${step}`
  return changed === 1
}

/** Uses up a recovery code; the number that is left, or null when it is not one of them or was used before. */
export async function spendRecoveryCode(tx: Tx, userId: string, hash: Uint8Array): Promise<number | null> {
  const spent = await tx.$executeRaw`
    UPDATE recovery_codes SET used_at = app_now()
    WHERE user_id = ${userId}::uuid AND hash = ${hash} AND used_at IS NULL`
  return spent === 1 ? tx.recoveryCode.count({ where: { userId, usedAt: null } }) : null
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, hashes: Uint8Array[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ userId, hash: Uint8Array.from(hash) })) })
}

/** What the session that replaces this one carries over; undefined for anyone but staff. */
export async function findStaffSession(
  tx: Tx,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<{ device: string; method: 'password' | 'esia' } | undefined> {
  const [row] = await tx.$queryRaw<{ device: string; method: 'password' | 'esia' }[]>`
    SELECT s.device, s.method::text AS method
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId}::uuid AND u.id = ${userId}::uuid AND u.kind = 'staff' AND s.ended_at IS NULL`
  return row
}

/** The database's moment, ISO 8601, as letters say it. */
export async function moment(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT app_now() AS now`
  return row.now.toISOString()
}
