import type { QueryConfig } from 'pg'

type Statement = (firstDay: string, lastDay: string, by: string) => QueryConfig

/** What each account owes, and against it what was earned and its VAT, once for a slice and service. */
const GATHER: Statement = (firstDay) => ({
  text: `
    CREATE TEMPORARY TABLE closing ON COMMIT DROP AS
    WITH owed AS MATERIALIZED (
      SELECT width_bucket(a.number, (
          SELECT array_agg(s.first_number ORDER BY s.slice) FROM billing_slices s WHERE s.period = '${firstDay}'
        )) AS slice, c.account_id, c.service, c.amount_kopecks AS amount, c.vat_kopecks AS vat
      FROM charges c JOIN accounts a ON a.id = c.account_id
      WHERE c.period = '${firstDay}' AND (c.amount_kopecks <> 0 OR c.vat_kopecks <> 0)
    ), sides AS (
      SELECT slice, 'receivable'::ledger_book AS book, account_id, service, amount FROM owed
      UNION ALL
      SELECT slice, 'revenue', NULL, service, -sum(amount - vat) FROM owed GROUP BY slice, service
      UNION ALL
      SELECT slice, 'vat', NULL, service, -sum(vat) FROM owed GROUP BY slice, service
    )
    SELECT slice, row_number() OVER (PARTITION BY slice) AS line, book, account_id, service, amount
    FROM sides WHERE amount <> 0`,
})

const TRANSACTIONS: Statement = (firstDay, lastDay, by) => ({
  text: `
    INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
    SELECT 'charge', 'charge:' || left($1, 7) || ':' || slice, $2::date, count(*), $3 FROM closing GROUP BY slice`,
  values: [firstDay, lastDay, by],
})

const ENTRIES: Statement = (firstDay) => ({
  text: `
    INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
    SELECT t.id, c.line, c.book, c.account_id, c.service, $1::date, c.amount
    FROM closing c JOIN ledger_transactions t ON t.operation = 'charge:' || left($1, 7) || ':' || c.slice`,
  values: [firstDay],
})

/** A transaction for each slice of accounts: the ledger's checks are then of thousands of entries, not of millions. */
export const POST_CHARGES: readonly Statement[] = [GATHER, TRANSACTIONS, ENTRIES]
