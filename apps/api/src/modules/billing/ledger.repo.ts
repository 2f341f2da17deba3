import type { BilledService } from '@rodnik/contract/charges'
import type { Tx } from '../../platform/db.ts'
import type { LedgerBook, LedgerKind } from '../../platform/prisma/enums.ts'

/** A debit is positive, a credit negative; never zero. */
export type NewEntry = { amountKopecks: bigint } & (
  | {
      book: 'receivable' | 'penalty_receivable'
      accountId: string
      service: BilledService
      period: string | null
    }
  | { book: 'revenue' | 'vat' | 'penalty_income'; service: BilledService; period: string | null }
  | { book: 'bank' | 'unmatched' | 'opening' }
)

export type NewTransaction = {
  kind: Exclude<LedgerKind, 'storno'>
  /** Names what happened: «payment:sber:1234». Posted again under the same name, it is there already. */
  operation: string
  /** ISO day of the business. */
  occurredOn: string
  actor: string
  entries: readonly NewEntry[]
}

const cells = (entry: NewEntry) => ({
  book: entry.book,
  accountId: 'accountId' in entry ? entry.accountId : null,
  service: 'service' in entry ? entry.service : null,
  period: 'period' in entry && entry.period !== null ? `${entry.period}-01` : null,
  kopecks: String(entry.amountKopecks),
})

/**
 * Posts what happened, once. That it is in balance is checked at commit by the database: constraint `ledger_balanced`.
 * @returns the number of the transaction; undefined when the operation was posted before, and nothing is done
 */
export async function post(tx: Tx, { entries, ...facts }: NewTransaction): Promise<bigint | undefined> {
  const { kind, operation, occurredOn, actor } = facts
  const lines = JSON.stringify(entries.map((entry, i) => ({ line: i + 1, ...cells(entry) })))
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    WITH posted AS (
      INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
      VALUES (${kind}::ledger_kind, ${operation}, ${occurredOn}::date, ${entries.length}, ${actor})
      ON CONFLICT (operation) DO NOTHING RETURNING id
    ), entered AS (
      INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
      SELECT posted.id, e.line, e.book, e."accountId", e.service, e.period, e.kopecks
      FROM posted, jsonb_to_recordset(${lines}::jsonb) AS e (
        line int, book ledger_book, "accountId" uuid, service billed_service, period date, kopecks bigint
      )
    )
    SELECT id FROM posted`
  return row?.id
}

type Storno = { transactionId: bigint; occurredOn: string; actor: string }

/**
 * Undoes a transaction by its mirror (R8). Of several at once one does it: constraint on `reverses_id`.
 * @returns the number of the storno; undefined when it is undone already, or there is no such transaction
 */
export async function postStorno(
  tx: Tx,
  { transactionId, occurredOn, actor }: Storno,
): Promise<bigint | undefined> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    WITH posted AS (
      INSERT INTO ledger_transactions (kind, operation, occurred_on, reverses_id, entry_count, actor)
      SELECT 'storno', 'storno:' || id, ${occurredOn}::date, id, entry_count, ${actor}
      FROM ledger_transactions WHERE id = ${transactionId} AND kind <> 'storno'
      ON CONFLICT DO NOTHING RETURNING id, reverses_id
    ), entered AS (
      INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
      SELECT posted.id, e.line, e.book, e.account_id, e.service, e.period, -e.amount_kopecks
      FROM posted JOIN ledger_entries e ON e.transaction_id = posted.reverses_id
    )
    SELECT id FROM posted`
  return row?.id
}

export type Balance = { book: LedgerBook; service: BilledService; period: string | null; kopecks: bigint }

/** What an account owes by service and month, without what has been settled; an advance is negative. */
export function openItems(tx: Tx, accountId: string): Promise<Balance[]> {
  return tx.$queryRaw<Balance[]>`
    SELECT book::text, service::text, to_char(period, 'YYYY-MM') AS period, sum(amount_kopecks)::bigint AS kopecks
    FROM ledger_entries WHERE account_id = ${accountId}::uuid
    GROUP BY book, service, period HAVING sum(amount_kopecks) <> 0
    ORDER BY period NULLS FIRST, book, service`
}
