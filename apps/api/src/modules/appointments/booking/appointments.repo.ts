import type { AppointmentVia } from '@rodnik/contract/staff-appointments'
import { appointmentNumber } from '@rodnik/domain/appointments/appointment-number'
import type { ClientBase } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import type { StoredAppointment } from './appointment-view.ts'
import { APPOINTMENT, LOCK_POST } from './appointments.sql.ts'
import type { Visitor } from './visitor.ts'

type Query = Pick<ClientBase, 'query'>

/**
 * Whoever may look. Of an account what was made since it is theirs, or of whoever lets them help: with whom the people
 * before had to do is their business. Of a guest's account those made by people with a right to it are none of a guest's business.
 */
const SEEN = {
  person: `
    a.account_id = $2::uuid AND EXISTS (SELECT FROM account_rights g LEFT JOIN account_links l ON l.id = g.link_id
      WHERE g.user_id = $1::uuid AND g.account_id = a.account_id
        AND (a.user_id = g.user_id OR g.role = 'organisation' OR a.created_at >= coalesce(
          (SELECT o.created_at FROM account_links o WHERE l.role = 'helper' AND o.ended_at IS NULL
            AND o.user_id = l.given_by_id AND o.account_id = l.account_id), l.created_at)))`,
  guest: `
    a.via <> 'person' AND EXISTS (SELECT FROM live_guest_sessions g
      WHERE g.id = $1::uuid AND g.account_id = a.account_id)`,
}

export async function findOfPerson(
  pool: Query,
  { userId, accountId }: { userId: string; accountId: string },
  number: string | null,
): Promise<StoredAppointment[]> {
  const { rows } = await pool.query<StoredAppointment>({
    name: 'appointments-of-person',
    text: `${APPOINTMENT} WHERE ${SEEN.person} AND ($3::text IS NULL OR a.number = $3)
      ORDER BY a.state = 'booked' AND a.starts_at > app_now() DESC, a.starts_at DESC LIMIT 50`,
    values: [userId, accountId, number],
  })
  return rows
}

/** By its number any that was made without a profile; without, those of the session. */
export async function findOfGuest(
  pool: Query,
  sessionId: string,
  number: string | null,
): Promise<StoredAppointment[]> {
  const { rows } = await pool.query<StoredAppointment>({
    name: 'appointments-of-guest',
    text: `${APPOINTMENT} WHERE ${SEEN.guest}
      AND CASE WHEN $2::text IS NULL THEN a.booked_by = 'guest:' || $1 ELSE a.number = $2 END
      ORDER BY a.state = 'booked' AND a.starts_at > app_now() DESC, a.starts_at DESC LIMIT 50`,
    values: [sessionId, number],
  })
  return rows
}

/** For staff, or after the right to it has been looked at. */
export async function findById(client: Query, id: string): Promise<StoredAppointment | undefined> {
  const { rows } = await client.query<StoredAppointment>({
    name: 'appointment-by-id',
    text: `${APPOINTMENT} WHERE a.id = $1::uuid`,
    values: [id],
  })
  return rows[0]
}

/** The account that a visitor has to do with at this moment, and whether they may act for it. */
export async function findAccountOf(
  pool: Query,
  visitor: Visitor,
): Promise<{ accountId: string; mayAct: boolean } | undefined> {
  const { text, values } = accountOf(visitor)
  const { rows } = await pool.query<{ accountId: string; mayAct: boolean }>(text, values)
  return rows[0]
}

const accountOf = (visitor: Visitor) =>
  'userId' in visitor
    ? {
        text: `SELECT account_id AS "accountId", can_submit AS "mayAct" FROM account_rights
          WHERE user_id = $1::uuid AND account_id = $2::uuid ORDER BY can_submit DESC LIMIT 1`,
        values: [visitor.userId, visitor.accountId],
      }
    : {
        text: 'SELECT account_id AS "accountId", true AS "mayAct" FROM live_guest_sessions WHERE id = $1::uuid',
        values: [visitor.sessionId],
      }

export async function nextNumber(pool: Deps['pool'], period: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT nextval('appointment_numbers') AS id`)
  return appointmentNumber(period, BigInt(rows[0]?.id ?? 0))
}

export type NewRow = {
  number: string
  officeId: string
  specialistId: string
  seat: number
  topicId: string
  accountId: string
  startsAt: string
  endsAt: string
  bufferMinutes: number
  via: AppointmentVia
  bookedBy: string
  userId: string | null
  email: string | null
  language: string
  requestKey: string
  requestHash: Buffer
}

export async function lockPost(client: Query, specialistId: string): Promise<void> {
  await client.query({ name: 'lock-post', text: LOCK_POST, values: [specialistId] })
}

/**
 * @returns the id; undefined when the seat is taken, or the same wish came first
 * @throws violation of `appointments_ahead`
 */
export async function insertAppointment(client: Query, row: NewRow): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>({
    name: 'insert-appointment',
    text: `
      INSERT INTO appointments (number, office_id, specialist_id, seat, topic_id, account_id, starts_at, ends_at,
        busy_until, via, booked_by, user_id, email, language, request_key, request_hash)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(mins => $9), $10::appointment_via, $11,
        $12, $13, $14, $15, $16
      WHERE CASE $10
        WHEN 'person' THEN EXISTS (SELECT FROM account_rights r
          WHERE r.user_id = $12::uuid AND r.account_id = $6::uuid AND r.can_submit)
        WHEN 'guest' THEN EXISTS (SELECT FROM live_guest_sessions g
          WHERE g.id = split_part($11, ':', 2)::uuid AND g.account_id = $6::uuid)
        ELSE true
      END
      ON CONFLICT DO NOTHING RETURNING id`,
    values: [
      row.number,
      row.officeId,
      row.specialistId,
      row.seat,
      row.topicId,
      row.accountId,
      row.startsAt,
      row.endsAt,
      row.bufferMinutes,
      row.via,
      row.bookedBy,
      row.userId,
      row.email,
      row.language,
      row.requestKey,
      row.requestHash,
    ],
  })
  return rows[0]?.id
}

export async function findByRequest(
  pool: Query,
  requestKey: string,
): Promise<{ id: string; requestHash: Buffer } | undefined> {
  const { rows } = await pool.query<{ id: string; requestHash: Buffer }>({
    name: 'appointment-by-request',
    text: 'SELECT id, request_hash AS "requestHash" FROM appointments WHERE request_key = $1',
    values: [requestKey],
  })
  return rows[0]
}

export type NewPlace = {
  officeId: string
  specialistId: string
  seat: number
  startsAt: string
  endsAt: string
  bufferMinutes: number
}

/** @returns false when the seat is taken, or the appointment is none to be moved any more */
export async function moveTo(client: Query, id: string, place: NewPlace): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'move-appointment',
    text: `
      UPDATE appointments a SET office_id = $2, specialist_id = $3, seat = $4, starts_at = $5, ends_at = $6,
        busy_until = $6::timestamptz + make_interval(mins => $7), sequence = a.sequence + 1, chosen_at = app_now(),
        called_at = NULL
      WHERE a.id = $1 AND a.state = 'booked' AND NOT EXISTS (
        SELECT FROM appointments other
        WHERE other.specialist_id = $3 AND other.seat = $4 AND other.id <> a.id
          AND other.state IN ('booked', 'arrived', 'serving')
          AND tstzrange(other.starts_at, other.busy_until) && tstzrange($5, $6::timestamptz + make_interval(mins => $7)))`,
    values: [
      id,
      place.officeId,
      place.specialistId,
      place.seat,
      place.startsAt,
      place.endsAt,
      place.bufferMinutes,
    ],
  })
  return rowCount === 1
}

/** @returns false when it is none that can be cancelled any more, or is cancelled already */
export async function cancel(
  client: Query,
  id: string,
  { by, reason }: { by: string; reason: string | null },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'cancel-appointment',
    text: `
      UPDATE appointments SET state = 'cancelled', sequence = sequence + 1, cancelled_by = $2, cancel_reason = $3,
        ended_at = app_now()
      WHERE id = $1::uuid AND state = 'booked'`,
    values: [id, by, reason],
  })
  return rowCount === 1
}

/** One writer of an appointment at a time. */
export async function lockAppointment(client: Query, id: string): Promise<void> {
  await client.query({
    name: 'lock-appointment',
    text: 'SELECT FROM appointments WHERE id = $1::uuid FOR NO KEY UPDATE',
    values: [id],
  })
}

export async function audit(
  client: Query,
  event: { actor: string; action: string; accountId: string | null; details: object },
): Promise<void> {
  await client.query({
    name: 'audit-appointment',
    text: 'INSERT INTO audit_events (actor, action, account_id, details) VALUES ($1, $2, $3::uuid, $4::jsonb)',
    values: [event.actor, event.action, event.accountId, JSON.stringify(event.details)],
  })
}
