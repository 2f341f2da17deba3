// The table `touched` holds each row of the file beside what was taken over for the same account, service and month.

const sameDebt = (left: string, right: string) =>
  `(${left}.account, ${left}.service) = (${right}.account, ${right}.service)
    AND ${left}.period IS NOT DISTINCT FROM ${right}.period`

export const refuseRepeatedBalances = `
  UPDATE staged SET reason = 'repeated_in_file|account|' || first.row_no
  FROM (
    SELECT account, service, period, min(row_no) AS row_no FROM staged WHERE reason IS NULL
    GROUP BY account, service, period HAVING count(*) > 1
  ) first
  WHERE ${sameDebt('staged', 'first')} AND staged.row_no <> first.row_no AND staged.reason IS NULL`

/** What this house charges itself is not taken over as well. */
export const refuseChargedMonths = `
  UPDATE staged SET reason = 'charged_here|period|' || to_char(staged.period, 'MM.YYYY')
  FROM billing_periods p WHERE staged.reason IS NULL AND p.period = staged.period`

const recorded = (book: string) => `
  SELECT sum(e.amount_kopecks) FROM ledger_entries e
  JOIN ledger_transactions t ON t.id = e.transaction_id
  LEFT JOIN ledger_transactions o ON o.id = t.reverses_id
  WHERE e.account_id = a.id AND e.book = '${book}' AND e.service = s.service
    AND e.period IS NOT DISTINCT FROM s.period AND coalesce(o.kind, t.kind) = 'opening'`

export const makeTouchedBalances = `
  CREATE TEMPORARY TABLE touched AS
  SELECT s.row_no, a.id AS account_id, s.service, s.period, s.as_of, s.principal_kopecks, s.penalty_kopecks,
         (${recorded('receivable')}) AS recorded_principal,
         (${recorded('penalty_receivable')}) AS recorded_penalty
  FROM staged s JOIN accounts a ON a.number = s.account WHERE s.reason IS NULL`

const isRecorded = 'coalesce(t.recorded_principal, t.recorded_penalty) IS NOT NULL'
const isOther = `(t.principal_kopecks, t.penalty_kopecks)
  IS DISTINCT FROM (coalesce(t.recorded_principal, 0), coalesce(t.recorded_penalty, 0))`

export const refuseOtherBalances = `
  UPDATE staged SET reason = 'already_taken_over|principal_kopecks|'
    || replace(round(coalesce(t.recorded_principal, 0) / 100.0, 2)::text, '.', ',')
  FROM touched t WHERE t.row_no = staged.row_no AND staged.reason IS NULL AND ${isRecorded} AND ${isOther}`

const live = 'FROM touched t JOIN staged s USING (row_no) WHERE s.reason IS NULL'

export const countBalances = `
  SELECT count(*) FILTER (WHERE ${isOther} AND NOT ${isRecorded})::int AS added,
         count(*) FILTER (WHERE ${isOther} AND ${isRecorded})::int AS changed,
         count(*) FILTER (WHERE NOT ${isOther})::int AS unchanged
  ${live}`

/**
 * The difference to what is recorded, so that the same file posts nothing; against it the book of openings.
 * $1: the run of the console, whose id each operation names; null for the command.
 */
export const makeOpeningEntries = `
  CREATE TEMPORARY TABLE timeline AS
  WITH run AS MATERIALIZED (SELECT concat_ws(':', $1::text, gen_random_uuid()) AS id), moved AS MATERIALIZED (
    SELECT t.as_of, d.book, t.account_id, t.service, t.period, d.kopecks
    FROM (SELECT t.* ${live}) t CROSS JOIN LATERAL (VALUES
      ('receivable'::ledger_book, t.principal_kopecks - coalesce(t.recorded_principal, 0)),
      ('penalty_receivable', t.penalty_kopecks - coalesce(t.recorded_penalty, 0))
    ) d (book, kopecks)
  ), sides AS (
    SELECT * FROM moved
    UNION ALL
    SELECT as_of, 'opening', NULL, NULL, NULL, -sum(kopecks) FROM moved GROUP BY as_of
  )
  SELECT 'opening:' || as_of || ':' || run.id AS operation, as_of,
         row_number() OVER (PARTITION BY as_of) AS line, book, account_id, service, period, kopecks
  FROM sides CROSS JOIN run WHERE kopecks <> 0`

/** $1: whose doing it is. */
export const postOpenings = `
  INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
  SELECT 'opening', operation, as_of, count(*), $1 FROM timeline GROUP BY operation, as_of`

export const enterOpenings = `
  INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
  SELECT t.id, l.line, l.book, l.account_id, l.service, l.period, l.kopecks
  FROM timeline l JOIN ledger_transactions t USING (operation)`
