import type { ClientBase } from 'pg'
import { LETTER_ADDRESS } from './appointments.sql.ts'

type Query = Pick<ClientBase, 'query'>

/** In the reader's language, as the outbox keeps it. */
const inWords = (column: string) => `CASE x.written_in WHEN 'en' THEN ${column}_en ELSE ${column}_ru END`

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/**
 * Writes letters about appointments into the outbox: `$1` is the template, `$2` what it says besides. Those without an
 * address get none, and one with the same key is not written again.
 * @param condition which appointments `a`
 * @param key an expression over `a`
 */
export const lettersAbout = (condition: string, key: string) => `
  INSERT INTO letters (to_address, language, template, data, dedupe_key)
  SELECT x.address, x.written_in, $1, jsonb_build_object(
      'id', x.id, 'number', x.number, 'sequence', x.sequence, 'isGuest', x.via <> 'person',
      'accountId', x.account_id, 'accountNumber', ac.number,
      'startsAt', ${utc('x.starts_at')}, 'endsAt', ${utc('x.ends_at')}, 'writtenAt', ${utc('app_now()')},
      'timeZone', o.time_zone, 'phone', o.phone, 'office', ${inWords('o.name')}, 'address', ${inWords('o.address')},
      'topic', ${inWords('t.name')}, 'specialist', ${inWords('s.name')}, 'bring', ${inWords('t.bring')}
    ) || $2::jsonb, x.key
  FROM (
    SELECT a.*, (${LETTER_ADDRESS}) AS address, ${key} AS key,
      CASE WHEN a.via = 'person' THEN (SELECT u.language FROM users u WHERE u.id = a.user_id) ELSE a.language END
        AS written_in
    FROM appointments a WHERE ${condition}
  ) x
  JOIN accounts ac ON ac.id = x.account_id
  JOIN offices o ON o.id = x.office_id
  JOIN specialists s ON s.id = x.specialist_id
  JOIN appointment_topics t ON t.id = x.topic_id
  WHERE x.address IS NOT NULL
  ON CONFLICT (dedupe_key) DO NOTHING`

const OF_ONE = lettersAbout('a.id = $3::uuid', `NULL::text`)

type Template = 'appointment_booked' | 'appointment_moved' | 'appointment_cancelled'

/** A letter about what has just been done with an appointment, in the transaction of it. */
export async function queueAppointmentLetter(
  client: Query,
  id: string,
  template: Template,
  details: { reason?: string | null } = {},
): Promise<void> {
  await client.query({
    name: 'letter-about-appointment',
    text: OF_ONE,
    values: [template, JSON.stringify(details), id],
  })
}

/** Under which a reminder of one time is written once. */
export const REMINDER_KEY = (kind: 'day' | 'hours') =>
  `'appointment_reminder:' || a.id || ':' || a.sequence || ':${kind}'`

/** A reminder that has not left yet would tell of a time that holds no more. */
export async function dropReminders(client: Query, id: string, sequence: number): Promise<void> {
  const keys = ['day', 'hours'].map((kind) => `appointment_reminder:${id}:${sequence}:${kind}`)
  await client.query({
    name: 'drop-reminders',
    text: `DELETE FROM letters WHERE state = 'queued' AND dedupe_key = ANY ($1)`,
    values: [keys],
  })
}
