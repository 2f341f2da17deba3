import type { AppointmentState } from '@rodnik/contract/appointments'
import type { QueuedAppointment } from '@rodnik/contract/staff-appointments'
import type { ClientBase } from 'pg'
import { LETTER_ADDRESS } from '../booking/appointments.sql.ts'

type Query = Pick<ClientBase, 'query'>

export type QueueRow = Omit<QueuedAppointment, 'isOutside' | 'startsAt' | 'endsAt' | 'calledAt'> & {
  seat: number
  startsAt: Date
  endsAt: Date
  calledAt: Date | null
}

const ROW = `
  SELECT a.id, a.number, a.state::text, a.office_id AS "officeId", a.specialist_id AS "specialistId",
    json_build_object('ru', s.name_ru, 'en', s.name_en) AS "specialistName", a.topic_id AS "topicId",
    json_build_object('ru', t.name_ru, 'en', t.name_en) AS "topicName", a.seat, a.starts_at AS "startsAt",
    a.ends_at AS "endsAt", a.account_id AS "accountId", ac.number AS "accountNumber", a.via::text,
    a.called_at AS "calledAt", (${LETTER_ADDRESS}) IS NOT NULL AS "hasEmail"
  FROM appointments a
  JOIN accounts ac ON ac.id = a.account_id
  JOIN specialists s ON s.id = a.specialist_id
  JOIN appointment_topics t ON t.id = a.topic_id`

/** Everybody of a day of the office's clock, also those who were cancelled. */
export async function findDay(
  pool: Query,
  where: { officeId: string; timeZone: string; day: string },
): Promise<QueueRow[]> {
  const { rows } = await pool.query<QueueRow>({
    name: 'queue-of-day',
    text: `${ROW}
      WHERE a.office_id = $1::uuid AND (a.starts_at AT TIME ZONE $2)::date = $3::date
        AND a.starts_at BETWEEN $3::date - interval '2 days' AND $3::date + interval '3 days'
      ORDER BY a.starts_at, s.position, a.seat, a.number`,
    values: [where.officeId, where.timeZone, where.day],
  })
  return rows
}

/** Everybody who is still expected in an office. */
export async function findAhead(pool: Query, officeId: string): Promise<QueueRow[]> {
  const { rows } = await pool.query<QueueRow>({
    name: 'queue-ahead',
    text: `${ROW}
      WHERE a.office_id = $1::uuid AND a.state = 'booked' AND a.starts_at > app_now()
      ORDER BY a.starts_at, a.number`,
    values: [officeId],
  })
  return rows
}

export async function findRow(pool: Query, id: string): Promise<QueueRow | undefined> {
  const { rows } = await pool.query<QueueRow>({
    name: 'queue-row',
    text: `${ROW} WHERE a.id = $1::uuid`,
    values: [id],
  })
  return rows[0]
}

export async function findLate(
  pool: Query,
  where: { officeId: string; day: string },
): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ specialistId: string; minutes: number }>({
    name: 'late-of-day',
    text: `
      SELECT l.specialist_id AS "specialistId", l.minutes FROM late_days l JOIN specialists s ON s.id = l.specialist_id
      WHERE s.office_id = $1::uuid AND l.day = $2::date AND l.minutes > 0`,
    values: [where.officeId, where.day],
  })
  return new Map(rows.map(({ specialistId, minutes }) => [specialistId, minutes]))
}

/** The open account of a number. */
export async function findAccountByNumber(pool: Query, number: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'account-of-caller',
    text: 'SELECT id FROM accounts WHERE number = $1 AND closed_on IS NULL',
    values: [number],
  })
  return rows[0]?.id
}

/** @returns false when somebody has done something with it meanwhile */
export async function setState(
  client: Query,
  change: { id: string; from: AppointmentState; to: AppointmentState; isCalled: boolean },
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'step-of-appointment',
    text: `
      UPDATE appointments SET state = $3::appointment_state,
        called_at = CASE WHEN $4 THEN app_now() ELSE called_at END,
        ended_at = CASE WHEN $3 IN ('done', 'missed') THEN app_now() END
      WHERE id = $1::uuid AND state = $2::appointment_state`,
    values: [change.id, change.from, change.to, change.isCalled],
  })
  return rowCount === 1
}

/** The day of today at a post, by its office's clock; undefined when there is no such post. */
export async function findPostDay(
  client: Query,
  specialistId: string,
): Promise<{ day: string; officeId: string } | undefined> {
  const { rows } = await client.query<{ day: string; officeId: string }>({
    name: 'day-of-post',
    text: `
      SELECT (app_now() AT TIME ZONE o.time_zone)::date::text AS day, o.id AS "officeId"
      FROM specialists s JOIN offices o ON o.id = s.office_id WHERE s.id = $1::uuid`,
    values: [specialistId],
  })
  return rows[0]
}

export async function noteLate(
  client: Query,
  { specialistId, day, minutes }: { specialistId: string; day: string; minutes: number },
): Promise<void> {
  await client.query({
    name: 'note-late',
    text: `
      INSERT INTO late_days (specialist_id, day, minutes) VALUES ($1, $2, $3)
      ON CONFLICT (specialist_id, day) DO UPDATE SET minutes = excluded.minutes, said_at = app_now()`,
    values: [specialistId, day, minutes],
  })
}
