import type { BilledService } from '@rodnik/contract/charges'
import type { OpenItem } from '@rodnik/domain/payments/credit-account'
import type { ClientBase } from 'pg'
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

/** $1 transactions, $2 their entries, both as JSON. */
const POST = `
  WITH posted AS (
    INSERT INTO ledger_transactions (kind, operation, occurred_on, entry_count, actor)
    SELECT t.kind, t.operation, t."occurredOn", t."entryCount", t.actor
    FROM jsonb_to_recordset($1::jsonb) AS t (
      kind ledger_kind, operation text, "occurredOn" date, "entryCount" int, actor text
    )
    ON CONFLICT (operation) DO NOTHING RETURNING id, operation
  ), entered AS (
    INSERT INTO ledger_entries (transaction_id, line, book, account_id, service, period, amount_kopecks)
    SELECT posted.id, e.line, e.book, e."accountId", e.service, e.period, e.kopecks
    FROM jsonb_to_recordset($2::jsonb) AS e (
      operation text, line int, book ledger_book, "accountId" uuid, service billed_service, period date,
      kopecks bigint
    )
    JOIN posted USING (operation)
  )
  SELECT id, operation FROM posted`

const postedAs = (transactions: readonly NewTransaction[]): [string, string] => [
  JSON.stringify(
    transactions.map(({ kind, operation, occurredOn, actor, entries }) => ({
      kind,
      operation,
      occurredOn,
      actor,
      entryCount: entries.length,
    })),
  ),
  JSON.stringify(
    transactions.flatMap(({ operation, entries }) =>
      entries.map((entry, i) => ({ operation, line: i + 1, ...cells(entry) })),
    ),
  ),
]

/**
 * Posts what happened, once. That it is in balance is checked at commit by the database: constraint `ledger_balanced`.
 * @returns the number of the transaction; undefined when the operation was posted before, and nothing is done
 */
export async function post(tx: Tx, transaction: NewTransaction): Promise<bigint | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ id: bigint }[]>(POST, ...postedAs([transaction]))
  return row?.id
}

/**
 * Posts several, of different operations, by one statement in a transaction of the caller's connection.
 * @returns the operations that were not posted before
 */
export async function postMany(
  client: ClientBase,
  transactions: readonly NewTransaction[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ operation: string }>({
    name: 'ledger-post',
    text: POST,
    values: postedAs(transactions),
  })
  return new Set(rows.map(({ operation }) => operation))
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

export type AccountItem = { accountId: string } & OpenItem

/** As `openItems`, of several accounts, on one connection or on any. */
export async function openItemsOf(
  client: Pick<ClientBase, 'query'>,
  accountIds: readonly string[],
): Promise<AccountItem[]> {
  const { rows } = await client.query<Omit<AccountItem, 'kopecks'> & { kopecks: string }>({
    name: 'ledger-open-items',
    text: `
      SELECT account_id AS "accountId", book::text, service::text, left(period::text, 7) AS period,
        sum(amount_kopecks) AS kopecks
      FROM ledger_entries WHERE account_id = ANY ($1::uuid[])
      GROUP BY account_id, book, service, period HAVING sum(amount_kopecks) <> 0
      ORDER BY account_id, period NULLS FIRST, book, service`,
    values: [accountIds],
  })
  return rows.map((row) => ({ ...row, kopecks: Number(row.kopecks) }))
}

/** Which of the operations are posted already. */
export async function postedAmong(client: ClientBase, operations: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ operation: string }>({
    name: 'ledger-posted-among',
    text: 'SELECT operation FROM ledger_transactions WHERE operation = ANY ($1::text[])',
    values: [operations],
  })
  return new Set(rows.map(({ operation }) => operation))
}
