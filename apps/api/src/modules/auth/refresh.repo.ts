import { auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { RefreshPlace } from '../../platform/refresh-token.ts'

export type Refreshable = {
  userId: string
  sessionId: string
  kind: 'resident' | 'organisation' | 'staff'
  seed: Uint8Array
  generation: number
  seenGeneration: number
  isJustRotated: boolean
}

/** A live session and the place of its refresh token; a session that has been quiet too long is none. */
export async function findRefreshable(tx: Tx, sessionId: string): Promise<Refreshable | undefined> {
  const [row] = await tx.$queryRaw<Refreshable[]>`
    SELECT user_id AS "userId", id AS "sessionId", kind::text AS kind, refresh_seed AS seed,
      refresh_generation AS generation, seen_generation AS "seenGeneration",
      rotated_at > app_now() - interval '10 seconds' AS "isJustRotated"
    FROM live_sessions WHERE id = ${sessionId}::uuid`
  return row
}

/** Moves the session to its next refresh token; false when another request did so first, or it has ended. */
export async function rotateSession(
  tx: Tx,
  { sessionId, generation }: RefreshPlace,
  { usedHash, nextHash }: { usedHash: Buffer; nextHash: Buffer },
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    UPDATE sessions SET refresh_generation = ${generation + 1}::int, refresh_hash = ${nextHash},
      seen_generation = ${generation}::int, rotated_at = app_now(), last_seen_at = app_now()
    WHERE id = ${sessionId}::uuid AND refresh_generation = ${generation}::int AND refresh_hash = ${usedHash}
      AND ended_at IS NULL`
  return moved === 1
}

export async function endReusedSession(tx: Tx, { userId, sessionId, kind }: Refreshable): Promise<void> {
  const ended = await tx.$executeRaw`
    UPDATE sessions SET ended_at = app_now(), end_reason = 'refresh_reused'
    WHERE id = ${sessionId}::uuid AND ended_at IS NULL`
  if (ended === 0) return
  await tx.auditEvent.create({
    data: {
      actor: auditName({ kind, userId }),
      action: 'session.refresh_reused',
      details: { session: sessionId },
    },
  })
}
