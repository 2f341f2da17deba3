/** Ten years of months. */
const MAX_MONTHS = 120
/** Asked for once, not for each row. */
const LISTED_FROM = `(SELECT (date_trunc('month', app_now()) - interval '10 years')::date)`

/** $1 person, $2 account. No row: this person has no right to it now. */
const OWNER = `
  SELECT r.account_id, a.number FROM account_rights r JOIN accounts a ON a.id = r.account_id
  WHERE r.user_id = $1::uuid AND r.account_id = $2::uuid LIMIT 1`

/** Whether the person has a right to the account: its number. */
export const NUMBER_OF_PERSON = { name: 'history-number-of-person', text: OWNER }

/**
 * The ledger by month of the business day, a storno beside what it undoes, and the final bills. The balance is a fold
 * over everything there has been, so also over what is too old to be listed.
 */
export const MONTHS_OF_PERSON = {
  name: 'history-months-of-person',
  text: `
  WITH owner AS MATERIALIZED (${OWNER}),
  entered AS (
    SELECT e.transaction_id, e.book, sum(e.amount_kopecks) AS kopecks
    FROM owner o JOIN ledger_entries e ON e.account_id = o.account_id
    GROUP BY 1, 2
  ), moved AS (
    SELECT date_trunc('month', t.occurred_on::timestamp)::date AS period, coalesce(undone.kind, t.kind) AS kind,
      e.book, e.kopecks
    FROM entered e
    JOIN ledger_transactions t ON t.id = e.transaction_id
    LEFT JOIN ledger_transactions undone ON undone.id = t.reverses_id
  ), ledger AS (
    SELECT period,
      sum(kopecks) FILTER (WHERE kind IN ('charge', 'recalculation')) AS charged,
      sum(kopecks) FILTER (WHERE kind = 'recalculation') AS recalculated,
      sum(kopecks) FILTER (WHERE kind = 'penalty') AS penalty,
      -sum(kopecks) FILTER (WHERE kind IN ('payment', 'refund')) AS paid,
      sum(kopecks) FILTER (WHERE kind IN ('opening', 'transfer')) AS other,
      sum(kopecks) FILTER (WHERE book = 'receivable') AS principal,
      sum(kopecks) FILTER (WHERE book = 'penalty_receivable') AS penalty_owed
    FROM moved GROUP BY period
  ), bills AS (
    SELECT c.period, json_agg(json_build_object('service', c.service, 'litres', c.litres,
        'amountKopecks', c.amount_kopecks) ORDER BY c.service) AS services,
      sum((
        SELECT sum((line ->> 'amountKopecks')::bigint) FROM jsonb_array_elements(c.lines) line
        WHERE line ->> 'kind' = 'correction'
      )) AS corrected
    FROM owner o
    JOIN charges c ON c.account_id = o.account_id
    JOIN billing_periods p ON p.period = c.period AND p.state = 'final'
    WHERE c.period >= ${LISTED_FROM}
    GROUP BY c.period
  ), months AS (
    SELECT period, coalesce(b.services, '[]') AS services,
      coalesce(l.charged, 0) AS charged, coalesce(l.recalculated, 0) + coalesce(b.corrected, 0) AS recalculated,
      coalesce(l.penalty, 0) AS penalty, coalesce(l.paid, 0) AS paid, coalesce(l.other, 0) AS other,
      coalesce(sum(l.principal) OVER so_far, 0) AS principal,
      coalesce(sum(l.penalty_owed) OVER so_far, 0) AS penalty_owed
    FROM ledger l FULL JOIN bills b USING (period)
    WINDOW so_far AS (ORDER BY period)
  )
  SELECT o.number, coalesce((
    SELECT json_agg(json_build_object('period', to_char(m.period, 'YYYY-MM'), 'services', m.services,
      'chargedKopecks', m.charged, 'recalculatedKopecks', m.recalculated, 'penaltyKopecks', m.penalty,
      'paidKopecks', m.paid, 'otherKopecks', m.other, 'principalKopecks', m.principal,
      'penaltyOwedKopecks', m.penalty_owed) ORDER BY m.period DESC)
    FROM (SELECT * FROM months ORDER BY period DESC LIMIT ${MAX_MONTHS}) m
  ), '[]') AS months
  FROM owner o`,
}

/** A transaction may be of thousands of accounts, as a close is: only this one's entries are in it. */
export const OPERATIONS_OF_PERSON = {
  name: 'history-operations-of-person',
  text: `
  WITH owner AS MATERIALIZED (${OWNER}),
  parts AS (
    SELECT e.transaction_id, e.book, e.service, e.period, sum(e.amount_kopecks) AS kopecks
    FROM owner o JOIN ledger_entries e ON e.account_id = o.account_id
    GROUP BY 1, 2, 3, 4
  ), entered AS (
    SELECT p.transaction_id, sum(p.kopecks) AS kopecks, json_agg(json_build_object(
      'isPenalty', p.book = 'penalty_receivable', 'service', p.service, 'period', to_char(p.period, 'YYYY-MM'),
      'amountKopecks', p.kopecks) ORDER BY p.period, p.book, p.service) AS parts
    FROM parts p GROUP BY p.transaction_id
  ), operations AS (
    SELECT t.id, t.occurred_on, json_build_object('number', t.id::text, 'occurredOn', t.occurred_on,
      'kind', t.kind, 'amountKopecks', e.kopecks, 'parts', e.parts,
      'reverses', CASE WHEN undone.id IS NOT NULL
        THEN json_build_object('kind', undone.kind, 'occurredOn', undone.occurred_on) END,
      'reversedOn', storno.occurred_on) AS operation
    FROM entered e
    JOIN ledger_transactions t ON t.id = e.transaction_id AND t.occurred_on >= ${LISTED_FROM}
    LEFT JOIN ledger_transactions undone ON undone.id = t.reverses_id
    LEFT JOIN ledger_transactions storno ON storno.reverses_id = t.id
  )
  SELECT o.number, coalesce((
    SELECT json_agg(operation ORDER BY occurred_on DESC, id DESC) FROM operations
  ), '[]') AS operations
  FROM owner o`,
}

/** Of a month the last version that counts; where none does, the last that waits. Meters that are gone too. */
export const READINGS_OF_PERSON = {
  name: 'history-readings-of-person',
  text: `
  WITH owner AS MATERIALIZED (${OWNER}),
  fitted AS MATERIALIZED (
    SELECT m.id, m.service, m.serial, m.place FROM owner o JOIN meters m ON m.account_id = o.account_id
  ), counted AS (
    SELECT DISTINCT ON (r.meter_id, r.period) r.meter_id, r.period, json_build_object('meterId', r.meter_id,
      'period', to_char(r.period, 'YYYY-MM'), 'takenOn', r.taken_on, 'valueLitres', r.value_litres,
      'usedLitres', r.used_litres, 'state', r.state, 'source', r.source) AS reading
    FROM fitted f JOIN readings r ON r.meter_id = f.id AND r.period >= ${LISTED_FROM}
    WHERE r.state = 'accepted' OR NOT EXISTS (
      SELECT FROM reading_reviews v WHERE v.meter_id = r.meter_id AND v.revision = r.revision
    )
    ORDER BY r.meter_id, r.period, r.state = 'accepted' DESC, r.revision DESC
  )
  SELECT o.number, coalesce((
    SELECT json_agg(json_build_object('id', f.id, 'service', f.service, 'serial', f.serial, 'place', f.place)
      ORDER BY f.service, f.place, f.id) FROM fitted f
  ), '[]') AS meters, coalesce((
    SELECT json_agg(c.reading ORDER BY c.period DESC, f.service, f.place, f.id)
    FROM counted c JOIN fitted f ON f.id = c.meter_id
  ), '[]') AS readings
  FROM owner o`,
}
