/** Ten years of months. */
const MAX_LISTED = 120

/** $1 person, $2 account. No row: this person has no right to it now. Only final months are bills. */
export const BILLS_OF_PERSON = {
  name: 'bills-of-person',
  text: `
    SELECT coalesce((
      SELECT json_agg(json_build_object('period', to_char(b.period, 'YYYY-MM'), 'totalKopecks', b.kopecks)
        ORDER BY b.period DESC)
      FROM (
        SELECT c.period, sum(c.amount_kopecks)::bigint AS kopecks
        FROM charges c JOIN billing_periods p ON p.period = c.period AND p.state = 'final'
        WHERE c.account_id = r.account_id
        GROUP BY c.period ORDER BY c.period DESC LIMIT ${MAX_LISTED}
      ) b
    ), '[]') AS bills
    FROM account_rights r
    WHERE r.user_id = $1::uuid AND r.account_id = $2::uuid LIMIT 1`,
}

/** A final month and the one before it, of the account that the caller has a right to. $1 period; null: the newest. */
const billOf = (owner: string) => `
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
  )
  SELECT o.account_id AS "accountId", o.number, o.street, o.house, o.flat,
    to_char(a.period, 'YYYY-MM') AS period,
    (SELECT m.services FROM months m WHERE m.period = a.period) AS services,
    (SELECT m.services FROM months m WHERE m.period < a.period) AS "servicesBefore",
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
    SELECT r.account_id, a.number, p.street, p.house, p.flat
    FROM account_rights r
    JOIN accounts a ON a.id = r.account_id
    JOIN premises p ON p.id = a.premises_id
    WHERE r.user_id = $2::uuid AND r.account_id = $3::uuid LIMIT 1`),
}

/** $1 null, $2 session. No row: the session is over. */
export const BILL_OF_SESSION = {
  name: 'bill-of-session',
  text: billOf(`
    SELECT account_id, account_number AS number, '' AS street, '' AS house, '' AS flat
    FROM live_guest_sessions WHERE id = $2::uuid`),
}
