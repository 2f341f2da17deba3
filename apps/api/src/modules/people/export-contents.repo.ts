import type { Tx } from '../../platform/db.ts'

type Row = Record<string, unknown>
/** Each table becomes a CSV file of its name, and a list of the JSON file. */
export type ExportContents = { profile: Row; tables: Record<string, Row[]> }

/** Everything kept about a person, but what opens doors: no hashes, no tokens. */
export async function collectExport(tx: Tx, userId: string): Promise<ExportContents> {
  const [profile] = await tx.$queryRaw<Row[]>`
    SELECT id, kind::text, name, email, phone, language, created_at,
      (SELECT changed_at FROM passwords p WHERE p.user_id = u.id) AS password_changed_at
    FROM users u WHERE id = ${userId}::uuid`
  return {
    profile: profile ?? {},
    tables: {
      sessions: await tx.$queryRaw<Row[]>`
        SELECT id, method::text, device, created_at, last_seen_at, expires_at, ended_at, end_reason
        FROM sessions WHERE user_id = ${userId}::uuid ORDER BY created_at`,
      gosuslugi: await tx.$queryRaw<Row[]>`
        SELECT issuer, subject, full_name, linked_at FROM external_identities
        WHERE user_id = ${userId}::uuid ORDER BY linked_at`,
      consents: await tx.$queryRaw<Row[]>`
        SELECT document, version, accepted_at, withdrawn_at FROM consents
        WHERE user_id = ${userId}::uuid ORDER BY id`,
      email_changes: await tx.$queryRaw<Row[]>`
        SELECT new_email, expires_at, new_confirmed_at, old_confirmed_at FROM email_changes
        WHERE user_id = ${userId}::uuid`,
      accounts: await tx.$queryRaw<Row[]>`
        SELECT a.number, p.street, p.house, p.flat, l.role::text, l.can_submit, l.can_pay, l.label, l.proof,
          l.created_at, l.ends_at, l.ended_at, l.end_reason
        FROM account_links l JOIN accounts a ON a.id = l.account_id JOIN premises p ON p.id = a.premises_id
        WHERE l.user_id = ${userId}::uuid ORDER BY l.created_at`,
      invitations: await tx.$queryRaw<Row[]>`
        SELECT a.number AS account_number, i.email, i.can_submit, i.can_pay, i.ends_at, i.created_at,
          i.accepted_at, i.withdrawn_at
        FROM helper_invitations i JOIN accounts a ON a.id = i.account_id
        WHERE i.inviter_id = ${userId}::uuid ORDER BY i.created_at`,
      submissions: await tx.$queryRaw<Row[]>`
        SELECT submission_number(s.period, s.id) AS number, a.number AS account_number, s.source::text,
          s.submitted_at
        FROM audit_events e
        JOIN submissions s ON s.id = (e.details ->> 'submission')::bigint
        JOIN accounts a ON a.id = s.account_id
        WHERE e.actor = 'user:' || ${userId}::text AND e.action = 'readings.submitted' ORDER BY s.id`,
      payments: await paymentsOf(tx, userId),
      ...(await askedOf(tx, userId)),
      appointments: await appointmentsOf(tx, userId),
      readings: await readingsOf(tx, userId),
      letters: await lettersOf(tx, userId),
      events: await tx.$queryRaw<Row[]>`
        SELECT e.at, e.action, a.number AS account_number, e.details::text
        FROM audit_events e LEFT JOIN accounts a ON a.id = e.account_id
        WHERE e.actor = 'user:' || ${userId}::text ORDER BY e.id`,
    },
  }
}

/** What the person has paid on the site, and with what. */
const paymentsOf = (tx: Tx, userId: string) => tx.$queryRaw<Row[]>`
  SELECT p.number, p.state::text, p.method::text, p.amount_kopecks::text, p.email, p.masked_pan, p.created_at,
    p.paid_at, (SELECT string_agg(a.number, ' ' ORDER BY a.number) FROM payment_parts x
      JOIN accounts a ON a.id = x.account_id WHERE x.payment_id = p.id) AS account_numbers
  FROM payments p WHERE p.user_id = ${userId}::uuid ORDER BY p.created_at`

/** What the person has asked of the office. */
const requestsOf = (tx: Tx, userId: string) => tx.$queryRaw<Row[]>`
  SELECT r.number, r.kind, r.state::text, a.number AS account_number, r.fields::text, r.filed_at, r.due_on::text,
    r.closed_at, r.email
  FROM requests r LEFT JOIN accounts a ON a.id = r.account_id WHERE r.user_id = ${userId}::uuid ORDER BY r.filed_at`

const askedOf = async (tx: Tx, userId: string) => ({
  requests: await requestsOf(tx, userId),
  request_messages: await messagesOf(tx, userId),
  visits: await visitsOf(tx, userId),
})

/** When an inspector was to come for it, and what the person told them. */
const visitsOf = (tx: Tx, userId: string) => tx.$queryRaw<Row[]>`
  SELECT r.number, v.day::text, v.window_from, v.window_to, v.state::text, v.missed_by::text, v.entrance, v.phone,
    v.booked_at, s.act_number
  FROM requests r JOIN visits v ON v.request_id = r.id LEFT JOIN visit_results s ON s.visit_id = v.id
  WHERE r.user_id = ${userId}::uuid ORDER BY v.booked_at`

/** What was said about it on both sides; what the office notes for itself is the office's. */
const messagesOf = (tx: Tx, userId: string) => tx.$queryRaw<Row[]>`
  SELECT r.number, e.at, e.type, e.text,
    CASE WHEN e.actor LIKE 'staff:%' THEN 'office' ELSE 'person' END AS side,
    (SELECT string_agg(f.name, '; ' ORDER BY x.place) FROM request_attachments x
      JOIN attachments f ON f.id = x.attachment_id WHERE x.event_id = e.id) AS files
  FROM requests r JOIN request_events e ON e.request_id = r.id
  WHERE r.user_id = ${userId}::uuid AND NOT e.is_internal ORDER BY e.id`

const lettersOf = (tx: Tx, userId: string) => tx.$queryRaw<Row[]>`
  SELECT l.template, l.to_address, l.state::text, l.created_at, l.sent_at
  FROM letters l JOIN users u ON u.email = l.to_address
  WHERE u.id = ${userId}::uuid ORDER BY l.created_at`

/** The appointments that the person has made. */
const appointmentsOf = (tx: Tx, userId: string) => tx.$queryRaw<Row[]>`
  SELECT a.number, c.number AS account_number, o.name_ru AS office, t.name_ru AS topic, a.starts_at, a.ends_at,
    a.state::text, a.created_at
  FROM appointments a JOIN accounts c ON c.id = a.account_id JOIN offices o ON o.id = a.office_id
  JOIN appointment_topics t ON t.id = a.topic_id
  WHERE a.user_id = ${userId}::uuid ORDER BY a.created_at`

/** The readings of the accounts that the person has a right to now. */
const readingsOf = (tx: Tx, userId: string) => tx.$queryRaw<Row[]>`
  SELECT a.number AS account_number, m.service::text, m.serial, m.place, to_char(r.period, 'YYYY-MM') AS period,
    r.value_litres, r.used_litres, r.is_rollover, r.taken_on::text, r.source::text, r.state::text, r.recorded_at
  FROM account_rights g
  JOIN accounts a ON a.id = g.account_id
  JOIN meters m ON m.account_id = a.id
  JOIN readings r ON r.meter_id = m.id
  WHERE g.user_id = ${userId}::uuid ORDER BY a.number, m.id, r.revision`
