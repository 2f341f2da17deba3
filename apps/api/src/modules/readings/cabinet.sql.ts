/** Seven metered months make an average; above them the current month and those staff recorded ahead. */
const HISTORY_MONTHS = 10

/**
 * History is never deleted: nobody may make it grow without end, and no honest month needs more. People are counted
 * by the account, programs by the meter.
 */
export const MAX_SENT_A_DAY = 50

/** Submissions of the account within a day. What programs send is not counted: it locks nobody out. */
const SENT_BY_PEOPLE = {
  ofAccount: `,
      (SELECT count(*)::int FROM submissions b
       WHERE b.account_id = s.account_id AND b.submitted_at > app_now() - interval '1 day'
         AND b.source <> 'integrator') AS sent_today`,
  column: 'o.sent_today',
}

/**
 * Readings of the meter that programs sent within a day, among its newest: an account may have hundreds of meters,
 * each row of a batch is a submission, and no meter's history is read to its beginning.
 */
const SENT_BY_PROGRAMS = {
  ofAccount: '',
  column: `(SELECT count(*)::int FROM (
      SELECT r.source, r.recorded_at FROM readings r WHERE r.meter_id = m.id ORDER BY r.revision DESC LIMIT ${MAX_SENT_A_DAY}
    ) n WHERE n.source = 'integrator' AND n.recorded_at > app_now() - interval '1 day')`,
}

/**
 * One row per meter of the account; one row without a meter when it has none. What belongs to the account
 * is found once, in the common table; the history is read from its index alone (docs/performance.md).
 */
const metersOf = (owner: string, sentToday = SENT_BY_PEOPLE) => `
  WITH owner AS MATERIALIZED (
    SELECT s.*, (app_now() - interval '31 days')::date AS removed_after,
      to_char(app_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now,
      CASE WHEN $2::text IS NULL THEN NULL ELSE (
        SELECT json_build_object('bodyHash', encode(i.body_hash, 'hex'), 'answer', i.answer)
        FROM idempotency_records i
        WHERE i.principal = 'account:' || s.account_id AND i.route = $3 AND i.key = $2
      ) END AS first_answer${sentToday.ofAccount}
    FROM (${owner}) s
  )
  SELECT o.account_id AS "accountId", o.account_number AS "accountNumber",
    o.street, o.house, o.flat, o.role, o.can_submit AS "canSubmit", o.can_pay AS "canPay",
    o.is_stale AS "isStale", o.now,
    o.first_answer AS "firstAnswer", ${sentToday.column} AS "sentToday",
    m.id, m.service::text, m.type, m.serial, m.place,
    m.whole_digits AS "wholeDigits", m.fraction_digits AS "fractionDigits",
    m.nominal_litres_per_hour AS "nominalLitresPerHour",
    m.installed_on::text AS "installedOn", m.last_verified_on::text AS "lastVerifiedOn",
    m.verification_due_on::text AS "verificationDueOn", m.seal_number AS "sealNumber",
    m.removed_on::text AS "removedOn",
    (SELECT max(r.revision) FROM readings r WHERE r.meter_id = m.id) AS "revision",
    (SELECT json_agg(h) FROM (
      SELECT DISTINCT ON (r.period) left(r.period::text, 7) AS "period", r.value_litres AS "valueLitres",
        r.taken_on AS "takenOn", r.source
      FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted'
      ORDER BY r.period DESC, r.revision DESC LIMIT ${HISTORY_MONTHS}
    ) h) AS "history"
  FROM owner o
  LEFT JOIN meters m ON m.account_id = o.account_id
    AND (m.removed_on IS NULL OR m.removed_on > o.removed_after)
  ORDER BY m.service, m.place, m.serial, m.id`

/** Guests and the quick form: the account itself is the right, and it has nothing to show of a person. */
const NO_PERSON = 'NULL AS role, true AS can_submit, false AS can_pay'

/** $1 session, $2 idempotency key or null, $3 route. No row: the session is over. */
export const cabinetOfSession = {
  name: 'cabinet-of-session',
  text: metersOf(`
    SELECT account_id, account_number, '' AS street, typed_house AS house, typed_flat AS flat, ${NO_PERSON},
      last_seen_at < app_now() - interval '30 seconds' AS is_stale
    FROM live_guest_sessions WHERE id = $1::uuid`),
}

/** $1 account, $2 idempotency key or null, $3 route. The caller has proved the right to the account. */
export const cabinetOfAccount = {
  name: 'cabinet-of-account',
  text: metersOf(`
    SELECT id AS account_id, number AS account_number, '' AS street, '' AS house, '' AS flat, ${NO_PERSON},
      false AS is_stale
    FROM accounts WHERE id = $1::uuid AND closed_on IS NULL`),
}

/** $1 account, $2 idempotency key or null, $3 route, $4 person. No row: this person has no right to it now. */
export const cabinetOfPerson = {
  name: 'cabinet-of-person',
  text: metersOf(`
    SELECT a.id AS account_id, a.number AS account_number, p.street, p.house, p.flat,
      r.role, r.can_submit, r.can_pay, false AS is_stale
    FROM account_rights r
    JOIN accounts a ON a.id = r.account_id
    JOIN premises p ON p.id = a.premises_id
    WHERE r.user_id = $4::uuid AND r.account_id = $1::uuid
    ORDER BY r.can_submit DESC LIMIT 1`),
}

/** $1 number of the account, $2 idempotency key or null, $3 route, $4 integrator. No row: it was granted no such account. */
export const cabinetOfIntegrator = {
  name: 'cabinet-of-integrator',
  text: metersOf(
    `
    SELECT account_id, account_number, '' AS street, '' AS house, '' AS flat, ${NO_PERSON}, false AS is_stale
    FROM integrator_rights WHERE integrator_id = $4::uuid AND account_number = $1::char(10) LIMIT 1`,
    SENT_BY_PROGRAMS,
  ),
}

export const touchGuestSession = {
  name: 'touch-guest-session',
  text: 'UPDATE guest_sessions SET last_seen_at = app_now() WHERE id = $1::uuid',
}

/**
 * Writes a whole submission or nothing. The window is judged by the database clock at the moment of writing;
 * the primary key of readings refuses a revision that another sender has taken meanwhile. The owners of the
 * account are told of what was sent without signing in; of a program that may send each hour, once a day. What staff type in came in time, on the day it is judged by;
 * it is taken until the bills of the month are begun.
 */
export const writeSubmission = {
  name: 'write-submission',
  text: `
    WITH open AS MATERIALIZED (
      SELECT nextval('submissions_id_seq') AS id
      WHERE (app_now() AT TIME ZONE $1)::date BETWEEN $2::date AND $3::date
        AND ($6::text <> 'staff' OR NOT EXISTS (SELECT FROM billing_periods p WHERE p.period = $5::date))
    ), submission AS (
      INSERT INTO submissions (id, account_id, period, source, check_code, submitted_at, channel)
      SELECT id, $4::uuid, $5::date, $6::text::reading_source, $7, $8::timestamptz, $23::text::submission_channel
      FROM open
    ), written AS (
      INSERT INTO readings (meter_id, revision, period, value_litres, used_litres, is_rollover, taken_on,
        source, state, review_reason, submission_id, recorded_at)
      SELECT r.meter_id, r.revision, $5::date, r.value_litres, r.used_litres, r.is_rollover, $9::date,
        $6::text::reading_source, r.state::reading_state, r.review_reason::review_reason, open.id, $8::timestamptz
      FROM open, unnest($10::uuid[], $11::int[], $12::int[], $13::int[], $14::bool[], $15::text[], $16::text[])
        AS r (meter_id, revision, value_litres, used_litres, is_rollover, state, review_reason)
    ), kept AS (
      INSERT INTO idempotency_records (principal, route, key, body_hash, status, answer, created_at)
      SELECT 'account:' || $4::uuid, $17, $18, $19::bytea, 201,
        $20::jsonb || jsonb_build_object('id', open.id::text), $8::timestamptz
      FROM open WHERE $18::text IS NOT NULL
    ), audited AS (
      INSERT INTO audit_events (at, actor, action, account_id, details)
      SELECT $8::timestamptz, $21, 'readings.submitted', $4::uuid, jsonb_strip_nulls(
        jsonb_build_object('submission', open.id, 'channel', $23::text))
      FROM open
    ), alerted AS (
      INSERT INTO letters (to_address, language, template, data, dedupe_key)
      SELECT o.email, o.language, template.name,
        jsonb_build_object('accountNumber', $22::text, 'submissionNumber', submission_number($5::date, open.id),
          'at', to_char($8::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          || coalesce((SELECT jsonb_build_object('program', i.name) FROM integrators i WHERE i.id = $24::text::uuid), '{}'),
        template.name || ':' || coalesce($24::text || ':' || o.account_id || ':' || $9::date, open.id::text) || ':' || o.user_id
      FROM open, account_owners_to_tell o,
        (SELECT CASE $6::text WHEN 'staff' THEN 'office_submission' WHEN 'integrator' THEN 'integrator_submission'
          ELSE 'guest_submission' END AS name) template
      WHERE $6::text IN ('accountless', 'quick_form', 'staff', 'integrator') AND o.account_id = $4::uuid
      ON CONFLICT (dedupe_key) DO NOTHING
    )
    SELECT id::text FROM open`,
}
