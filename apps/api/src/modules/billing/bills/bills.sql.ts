/** Ten years of months. */
const MAX_LISTED = 120

/** $1 person, $2 account. No row: this person has no right to it now. Only final months are bills. */
export const BILLS_OF_PERSON = {
  name: 'bills-of-person',
  text: `
    SELECT a.kind::text, coalesce((
      SELECT json_agg(json_build_object('period', to_char(b.period, 'YYYY-MM'), 'totalKopecks', b.kopecks)
        ORDER BY b.period DESC)
      FROM (
        SELECT c.period, sum(c.amount_kopecks)::bigint AS kopecks
        FROM charges c JOIN billing_periods p ON p.period = c.period AND p.state = 'final'
        WHERE c.account_id = r.account_id
        GROUP BY c.period ORDER BY c.period DESC LIMIT ${MAX_LISTED}
      ) b
    ), '[]') AS bills
    FROM account_rights r JOIN accounts a ON a.id = r.account_id
    WHERE r.user_id = $1::uuid AND r.account_id = $2::uuid LIMIT 1`,
}

/**
 * What stood in the ledger when the month became final, by book: from before the bill before and its own charges,
 * money since, and what the month itself charged. A storno counts as what it undoes.
 */
const MOVED = `
  SELECT e.book::text,
    CASE WHEN coalesce(o.kind, t.kind) NOT IN ('charge', 'penalty', 'opening', 'recalculation')
           AND t.id > coalesce(i."cutoffBefore", 0) THEN 'paid'
         WHEN t.kind IN ('charge', 'penalty') AND t.id > i.cutoff THEN 'charged'
         ELSE 'opening' END AS side,
    sum(e.amount_kopecks)::bigint AS kopecks
  FROM owner o1 CROSS JOIN issued i
  JOIN ledger_entries e ON e.account_id = o1.account_id
  JOIN ledger_transactions t ON t.id = e.transaction_id
  LEFT JOIN ledger_transactions o ON o.id = t.reverses_id
  WHERE t.id <= i.cutoff OR (t.kind IN ('charge', 'penalty') AND t.occurred_on = i."lastDay")
  GROUP BY 1, 2`

/** A final month and the one before it, of the account that the caller has a right to. $1 period; null: the newest. */
export const billOf = (owner: string) => `
  WITH owner AS MATERIALIZED (${owner}),
  asked AS MATERIALIZED (
    SELECT coalesce($1::date, (
      SELECT max(c.period) FROM owner o JOIN charges c ON c.account_id = o.account_id
      JOIN billing_periods p ON p.period = c.period AND p.state = 'final'
    )) AS period
  ), months AS MATERIALIZED (
    SELECT c.period, json_agg(json_build_object('service', c.service, 'litres', c.litres,
      'amountKopecks', c.amount_kopecks, 'lines', c.lines) ORDER BY c.service) AS services
    FROM owner o CROSS JOIN asked a
    JOIN billing_periods p ON p.period IN (a.period, (a.period - interval '1 month')::date) AND p.state = 'final'
    JOIN charges c ON c.account_id = o.account_id AND c.period = p.period
    GROUP BY c.period
  ), issued AS MATERIALIZED (
    SELECT p.finalised_at AS "issuedAt", p.ledger_cutoff AS cutoff, b.ledger_cutoff AS "cutoffBefore",
      (p.period + interval '1 month - 1 day')::date AS "lastDay"
    FROM asked a JOIN billing_periods p ON p.period = a.period AND p.state = 'final'
    LEFT JOIN billing_periods b ON b.period = (a.period - interval '1 month')::date AND b.state = 'final'
  ), moved AS MATERIALIZED (${MOVED})
  SELECT o.account_id AS "accountId", o.number, o.kind::text, o.street, o.house, o.flat,
    to_char(a.period, 'YYYY-MM') AS period,
    (SELECT m.services FROM months m WHERE m.period = a.period) AS services,
    (SELECT m.services FROM months m WHERE m.period < a.period) AS "servicesBefore",
    coalesce((
      SELECT json_agg(p.growth ORDER BY p.debt_period, p.service)
      FROM penalty_charges p JOIN issued ON true WHERE p.account_id = o.account_id AND p.period = a.period
    ), '[]') AS penalties,
    (SELECT i."issuedAt" FROM issued i) AS "issuedAt",
    coalesce((SELECT json_agg(json_build_object('book', m.book, 'side', m.side, 'kopecks', m.kopecks))
      FROM moved m), '[]') AS moved,
    coalesce((
      SELECT json_agg(json_build_object('id', m.id, 'service', m.service, 'serial', m.serial, 'place', m.place)
        ORDER BY m.service, m.place, m.id)
      FROM meters m WHERE m.account_id = o.account_id
    ), '[]') AS meters
  FROM owner o CROSS JOIN asked a`

/** $2 person, $3 account. No row: this person has no right to it now. */
export const BILL_OF_PERSON = {
  name: 'bill-of-person',
  text: billOf(`
    SELECT r.account_id, a.number, a.kind, p.street, p.house, p.flat
    FROM account_rights r
    JOIN accounts a ON a.id = r.account_id
    JOIN premises p ON p.id = a.premises_id
    WHERE r.user_id = $2::uuid AND r.account_id = $3::uuid LIMIT 1`),
}

/** $1 null, $2 session. No row: the session is over. */
export const BILL_OF_SESSION = {
  name: 'bill-of-session',
  text: billOf(`
    SELECT account_id, account_number AS number, 'resident' AS kind, '' AS street, '' AS house, '' AS flat
    FROM live_guest_sessions WHERE id = $2::uuid`),
}
