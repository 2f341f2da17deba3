/** $1 person, $2 account. No row: this person has no right to it now, or it is no organisation's. */
const OWNER = `
  SELECT r.account_id, a.number, p.street, p.house, p.flat, a.holder_name
  FROM account_rights r
  JOIN accounts a ON a.id = r.account_id AND a.kind = 'legal'
  JOIN premises p ON p.id = a.premises_id
  WHERE r.user_id = $1::uuid AND r.account_id = $2::uuid LIMIT 1`

/** Who buys, by what contract. Where no organisation is recorded, the holder of the account stands for it. */
export const PARTIES_OF_PERSON = {
  name: 'parties-of-person',
  text: `
    WITH owner AS MATERIALIZED (${OWNER})
    SELECT o.account_id AS "accountId",
      json_build_object('number', o.number, 'street', o.street, 'house', o.house, 'flat', o.flat) AS account,
      json_build_object('name', coalesce(g.name, o.holder_name), 'inn', coalesce(g.inn, ''),
        'kpp', coalesce(g.kpp, '')) AS buyer,
      CASE WHEN t.contract_number <> '' THEN json_build_object('number', t.contract_number,
        'signedOn', t.contract_signed_on) END AS contract,
      t.advance_percent AS "advancePercent", t.advance_day AS "advanceDay"
    FROM owner o
    LEFT JOIN organisation_accounts m ON m.account_id = o.account_id
    LEFT JOIN organisations g ON g.id = m.organisation_id
    LEFT JOIN legal_terms t ON t.account_id = o.account_id`,
}

/** $1 account, $2 first day of a month; null: all months. */
export const NUMBERED = {
  name: 'numbered-documents',
  text: `
    SELECT d.number::float8 AS number, to_char(d.period, 'YYYY-MM') AS period, p.finalised_at AS "issuedAt",
      (SELECT coalesce(sum(c.amount_kopecks), 0) FROM charges c
       WHERE c.account_id = d.account_id AND c.period = d.period)::float8 AS "totalKopecks"
    FROM supply_documents d JOIN billing_periods p ON p.period = d.period
    WHERE d.account_id = $1::uuid AND ($2::date IS NULL OR d.period = $2::date)
    ORDER BY d.period DESC LIMIT 120`,
}

/** $1 account, $2 the last day: everything up to it, so that what was owed before is in it. */
export const LEDGER_UNTIL = {
  name: 'ledger-until',
  text: `
    SELECT t.occurred_on::text AS "occurredOn", t.kind::text, to_char(e.period, 'YYYY-MM') AS period,
      e.book = 'penalty_receivable' AS "isPenalty", sum(e.amount_kopecks)::float8 AS kopecks
    FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id
    WHERE e.account_id = $1::uuid AND t.occurred_on <= $2::date
    GROUP BY t.id, t.occurred_on, t.kind, e.period, 4 ORDER BY t.occurred_on, t.id`,
}
