import { randomBytes, randomUUID } from 'node:crypto'
import type { OpenSession } from '@rodnik/contract/sessions'
import type { SessionTokens } from '../../platform/access-token.ts'
import type { Tx } from '../../platform/db.ts'
import { refreshToken } from '../../platform/refresh-token.ts'
import { sha256 } from '../../platform/secrets.ts'

export { endSessions } from '../../platform/end-sessions.repo.ts'

/** However busy: residents and organisations half a day, staff a working day. */
const HOURS = { resident: 12, organisation: 12, staff: 9 } as const

type NewSession = {
  userId: string
  kind: keyof typeof HOURS
  method: 'password' | 'esia'
  device: string
  isComplete: boolean
}

/** Opens a session with an id that nobody could have set before (ASVS 7.2.4), and records the entry. */
export async function insertSession(tx: Tx, secret: string, session: NewSession): Promise<SessionTokens> {
  const { userId, kind, method, device, isComplete } = session
  const [sessionId, seed, generation] = [randomUUID(), randomBytes(32), 1]
  const token = refreshToken(secret, { sessionId, generation }, seed)
  await tx.$executeRaw`
    INSERT INTO sessions (id, user_id, method, device, is_complete, expires_at, refresh_seed, refresh_hash)
    VALUES (${sessionId}::uuid, ${userId}::uuid, ${method}::session_method, ${device}, ${isComplete},
      app_now() + make_interval(hours => ${HOURS[kind]}::int), ${seed}, ${sha256(token)})`
  await tx.auditEvent.create({
    data: {
      actor: `${kind === 'staff' ? 'staff' : 'user'}:${userId}`,
      action: 'session.opened',
      details: { session: sessionId, method },
    },
  })
  return { userId, sessionId, generation, refreshToken: token }
}

/** Ends one session of the person; false when it is not theirs or has ended before. */
export async function endOneSession(
  tx: Tx,
  { userId, sessionId, reason }: { userId: string; sessionId: string; reason: string },
): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE sessions SET ended_at = app_now(), end_reason = ${reason}
    WHERE id = ${sessionId}::uuid AND user_id = ${userId}::uuid AND ended_at IS NULL`
  return ended === 1
}

type OpenRow = Omit<OpenSession, 'createdAt' | 'lastSeenAt' | 'isCurrent'> & {
  createdAt: Date
  lastSeenAt: Date
}

const MAX_LISTED = 100

export async function findOpenSessions(
  tx: Tx,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<OpenSession[]> {
  const rows = await tx.$queryRaw<OpenRow[]>`
    SELECT s.id, s.device, s.method::text AS method, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt"
    FROM sessions s JOIN live_sessions l ON l.id = s.id
    WHERE s.user_id = ${userId}::uuid ORDER BY s.last_seen_at DESC LIMIT ${MAX_LISTED}`
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isCurrent: row.id === sessionId,
  }))
}
