/** $1 number of the account, $2 time zone of the city. */
export const checkAccount = {
  name: 'terminal-check',
  text: `
    SELECT kind::text, holder_name AS "holderName",
      closed_on IS NOT NULL AND closed_on <= (app_now() AT TIME ZONE $2)::date AS "isClosed",
      (SELECT coalesce(sum(amount_kopecks), 0)::float8 FROM ledger_entries WHERE account_id = accounts.id)
        AS "owedKopecks"
    FROM accounts WHERE number = $1`,
}

/**
 * Takes a payment if it is the first of its number and the account may be paid for; tells what there is in any case.
 * $1–$2 id and code of the network, $3 its number of the payment, $4 number of the account, $5 kopecks, $6 when it was
 * paid by the network's clock (null: now), $7 time zone of the network, $8 of the city, $9 whether the sum is within
 * the limits, $10 how many days ago it may have been paid.
 */
export const takePayment = {
  name: 'terminal-take-payment',
  text: `
    WITH moment AS MATERIALIZED (
      SELECT coalesce($6::timestamp AT TIME ZONE $7, app_now()) AS paid_at, app_now() AS now
    ), first AS MATERIALIZED (
      SELECT p.id, a.number, p.amount_kopecks, p.recorded_at
      FROM terminal_payments p JOIN accounts a ON a.id = p.account_id
      WHERE p.network_id = $1::uuid AND p.txn_id = $3
    ), facts AS MATERIALIZED (
      SELECT a.id, a.kind, m.paid_at,
        a.closed_on IS NOT NULL AND a.closed_on <= (m.now AT TIME ZONE $8)::date AS is_closed,
        m.paid_at BETWEEN m.now - make_interval(days => $10::int) AND m.now + interval '10 minutes' AS is_in_time
      FROM moment m LEFT JOIN accounts a ON a.number = $4
    ), taken AS (
      INSERT INTO terminal_payments (network_id, txn_id, account_id, amount_kopecks, paid_at, paid_on, operation)
      SELECT $1::uuid, $3, id, $5::bigint, paid_at, (paid_at AT TIME ZONE $7)::date,
        'payment:terminal:' || $2 || ':' || $3
      FROM facts
      WHERE $9::boolean AND kind = 'resident' AND NOT is_closed AND is_in_time AND NOT EXISTS (SELECT FROM first)
        AND EXISTS (SELECT FROM terminal_networks WHERE id = $1::uuid AND is_active)
      ON CONFLICT (network_id, txn_id) DO NOTHING
      RETURNING id, recorded_at
    )
    SELECT facts.id AS "accountId", facts.kind::text, facts.is_closed AS "isClosed", is_in_time AS "isInTime",
      (facts.paid_at AT TIME ZONE $8)::date::text AS "occurredOn",
      coalesce(taken.id, first.id)::text AS "paymentId",
      to_char(coalesce(taken.recorded_at, first.recorded_at) AT TIME ZONE $7, 'DD.MM.YYYY_HH24:MI:SS')
        AS "recordedAt",
      taken.id IS NOT NULL AS "isTaken", first.number AS "firstNumber",
      first.amount_kopecks::float8 AS "firstKopecks"
    FROM facts LEFT JOIN taken ON true LEFT JOIN first ON true`,
}

/** $1 id of the network, $2 number of the payment, $3 number of the account, $4 kopecks. */
export const recordConflict = {
  name: 'terminal-conflict',
  text: `
    INSERT INTO terminal_conflicts (network_id, txn_id, account_number, amount_kopecks)
    VALUES ($1::uuid, $2, $3, $4::bigint) ON CONFLICT DO NOTHING`,
}

/** $1 id of the network, $2 a day by its own clock, $3 its time zone. */
export const paymentsOfDay = {
  name: 'terminal-payments-of-day',
  text: `
    SELECT p.id::text, p.txn_id AS "txnId", a.number AS "accountNumber",
      p.amount_kopecks::float8 AS "amountKopecks",
      to_char(p.paid_at AT TIME ZONE $3, 'YYYY-MM-DD"T"HH24:MI:SS') AS "paidAt",
      to_char(p.recorded_at AT TIME ZONE $3, 'YYYY-MM-DD"T"HH24:MI:SS') AS "recordedAt"
    FROM terminal_payments p JOIN accounts a ON a.id = p.account_id
    WHERE p.network_id = $1::uuid AND p.paid_on = $2::date
    ORDER BY p.id`,
}
