import type { GuestSession } from '@rodnik/contract/guest-sessions'
import type { Tx } from '../../platform/db.ts'
import type { EntryCandidate } from '../accounts/index.ts'

type NewSession = { account: EntryCandidate; house: string; flat: string; minutes: number }

/** Opens a session and records the entry; the first one of a day is what the owner will be told of. */
export async function insertGuestSession(tx: Tx, { account, house, flat, minutes }: NewSession) {
  const [row] = await tx.$queryRaw<{ id: string; expiresAt: Date }[]>`
    INSERT INTO guest_sessions (account_id, account_revision, typed_house, typed_flat, expires_at)
    VALUES (${account.id}::uuid, ${account.revision}, ${house}, ${flat},
      app_now() + make_interval(mins => ${minutes}::int))
    RETURNING id, expires_at AS "expiresAt"`
  if (!row) throw new Error('The session was not stored')
  await tx.auditEvent.create({
    data: { actor: `guest:${row.id}`, action: 'guest.entered', accountId: account.id },
  })
  return row
}

export async function findGuestSession(tx: Tx, sessionId: string): Promise<GuestSession | undefined> {
  const [row] = await tx.$queryRaw<(Omit<GuestSession, 'expiresAt'> & { expiresAt: Date })[]>`
    SELECT account_number AS "accountNumber", typed_house AS "house", typed_flat AS "flat",
      expires_at AS "expiresAt"
    FROM live_guest_sessions WHERE id = ${sessionId}::uuid`
  return row && { ...row, expiresAt: row.expiresAt.toISOString() }
}

export async function endGuestSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE guest_sessions SET ended_at = app_now() WHERE id = ${sessionId}::uuid AND ended_at IS NULL`
}
