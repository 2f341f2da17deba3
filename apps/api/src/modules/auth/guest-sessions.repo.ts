import type { GuestSession } from '@rodnik/contract/guest-sessions'
import type { Tx } from '../../platform/db.ts'
import type { EntryCandidate } from '../accounts/index.ts'

type NewSession = { account: EntryCandidate; house: string; flat: string; minutes: number }

/**
 * Opens a session, records the entry and tells the owners of the account once a day, in one statement. The day
 * is the city's.
 */
export async function insertGuestSession(tx: Tx, { account, house, flat, minutes }: NewSession) {
  const [row] = await tx.$queryRaw<{ id: string; expiresAt: Date }[]>`
    WITH opened AS (
      INSERT INTO guest_sessions (account_id, account_revision, typed_house, typed_flat, expires_at)
      VALUES (${account.id}::uuid, ${account.revision}, ${house}, ${flat},
        app_now() + make_interval(mins => ${minutes}::int))
      RETURNING id, account_id, created_at, expires_at
    ), audited AS (
      INSERT INTO audit_events (actor, action, account_id)
      SELECT 'guest:' || id, 'guest.entered', account_id FROM opened
    ), alerted AS (
      INSERT INTO letters (to_address, language, template, data, dedupe_key)
      SELECT o.email, o.language, 'guest_entry',
        jsonb_build_object('accountNumber', a.number,
          'at', to_char(s.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
        concat_ws(':', 'guest_entry', o.account_id, o.user_id, (s.created_at AT TIME ZONE (
          SELECT value ->> 'timeZone' FROM settings
          WHERE name = 'city' AND valid_from <= s.created_at ORDER BY valid_from DESC LIMIT 1))::date)
      FROM opened s
      JOIN account_owners_to_tell o ON o.account_id = s.account_id
      JOIN accounts a ON a.id = s.account_id
      ON CONFLICT (dedupe_key) DO NOTHING
    )
    SELECT id, expires_at AS "expiresAt" FROM opened`
  if (!row) throw new Error('The session was not stored')
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
