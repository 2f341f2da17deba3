import type { QueryConfig } from 'pg'

type Statement = (firstDay: string, lastDay: string, by: string) => QueryConfig

/** What each account owes, and against it what was earned and its VAT, once for a slice and service. */
const GATHER: Statement = (firstDay) => ({
  text: `
    CREATE TEMPORARY TABLE closing ON COMMIT DROP AS
    WITH slices AS MATERIALIZED (
      SELECT array_agg(s.first_number ORDER BY s.slice) AS firsts FROM billing_slices s WHERE s.period = '${firstDay}'
    ), owed AS MATERIALIZED (
      SELECT width_bucket(a.number, slices.firsts) AS slice, c.account_id, c.service, c.amount_kopecks AS amount,
        c.vat_kopecks AS vat
      FROM charges c JOIN accounts a ON a.id = c.account_id CROSS JOIN slices
      WHERE c.period = '${firstDay}' AND c.amount_kopecks <> 0
    ), penalties AS MATERIALIZED (
      SELECT width_bucket(a.number, slices.firsts) AS slice, c.account_id, c.service, c.debt_period,
        c.amount_kopecks AS amount
      FROM penalty_charges c JOIN accounts a ON a.id = c.account_id CROSS JOIN slices
      WHERE c.period = '${firstDay}'
    ), sides AS (
      SELECT 'charge'::ledger_kind AS kind, slice, 'receivable'::ledger_book AS book, account_id, service,
        '${firstDay}'::date AS period, amount FROM owed
      UNION ALL
      SELECT 'charge', slice, 'revenue', NULL, service, '${firstDay}', -sum(amount - vat) FROM owed
      GROUP BY slice, service
      UNION ALL
      SELECT 'charge', slice, 'vat', NULL, service, '${firstDay}', -sum(vat) FROM owed GROUP BY slice, service
      UNION ALL
      SELECT 'penalty', slice, 'penalty_receivable', account_id, service, debt_period, amount FROM penalties
      UNION ALL
      SELECT 'penalty', slice, 'penalty_income', NULL, service, '${firstDay}', -sum(amount) FROM penalties
      GROUP BY slice, service
    )
    SELECT kind, kind::text || ':' || left('${firstDay}', 7) || ':' || slice AS operation,
      row_number() OVER (PARTITION BY kind, slice) AS line, book, account_id, service, period, amount
    FROM sides WHERE amount <> 0`,
})

const TRANSACTIONS: Statement = (_firstDay, lastDay, by) => ({
  text: `
    INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
    SELECT kind, operation, $1::date, count(*), $2 FROM closing GROUP BY kind, operation`,
  values: [lastDay, by],
})

const ENTRIES: Statement = () => ({
  text: `
    INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
    SELECT t.id, c.line, c.book, c.account_id, c.service, c.period, c.amount
    FROM closing c JOIN ledger_transactions t USING (operation)`,
})

/** The papers of organisations are numbered in one row, month by month, by account. $1 first day of the month. */
export const NUMBER_DOCUMENTS = `
  INSERT INTO supply_documents (period, account_id)
  SELECT c.period, c.account_id
  FROM charges c JOIN accounts a ON a.id = c.account_id AND a.kind = 'legal'
  WHERE c.period = $1::date
  GROUP BY c.period, c.account_id, a.number ORDER BY a.number`

/** A transaction for each slice of accounts: the ledger's checks are then of thousands of entries, not of millions. */
export const POST_CHARGES: readonly Statement[] = [GATHER, TRANSACTIONS, ENTRIES]
