import type { ClientBase } from 'pg'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { bookPayments, type IncomingPayment } from '../booking/book-payments.service.ts'
import { operationOf } from './operations.ts'
import {
  addToFile,
  findPending,
  findPosted,
  findTaken,
  markPosted,
  markRows,
  type Outcome,
  type PendingRow,
} from './post-file.repo.ts'

export type Posting = {
  fileId: string
  profile: string
  by: string
  /** ISO day of the city. */
  today: string
  batchRows: number
  onRows: (rows: number) => void
}

type InBatch = <T>(client: ClientBase, work: () => Promise<T>) => Promise<T>

/**
 * Posts what is pending of a file, a batch in a transaction; cut short at any moment it is gone on with by calling it
 * again. Each row is posted once, whichever file brings it: its operation is unique.
 * @param inBatch how a batch is run: a dry run has one transaction around all
 */
export async function postFile(
  client: ClientBase,
  posting: Posting,
  inBatch: InBatch = inTransaction,
): Promise<void> {
  let afterLine = 0
  let done = 0
  for (;;) {
    const rows = await inBatch(client, () => postBatch(client, posting, afterLine))
    const last = rows.at(-1)
    if (!last) break
    afterLine = last.line
    done += rows.length
    posting.onRows(done)
  }
  await markPosted(client, posting.fileId)
}

async function postBatch(client: ClientBase, posting: Posting, afterLine: number): Promise<PendingRow[]> {
  const { fileId, profile, today, batchRows } = posting
  const rows = await findPending(client, { fileId, today, afterLine, limit: batchRows })
  if (rows.length === 0) return rows
  const taken = await takenAtTerminals(client, rows)
  // In one order, so that two files with the same payments wait for each other rather than for ever.
  const inOrder = rows.filter(({ key }) => !taken.has(key)).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const posted = await bookPayments(
    client,
    inOrder.map((row) => paymentOf(row, posting)),
  )
  const before = inOrder.filter(({ key }) => !posted.has(operationOf(profile, key)))
  const outcomes = new Map([...taken, ...(await outcomesOf(client, profile, before))])
  const marked = rows.map((row) => ({
    row,
    outcome: outcomes.get(row.key) ?? (row.accountId === null ? ('waiting' as const) : ('credited' as const)),
  }))
  await markRows(client, marked)
  await addToFile(client, fileId, countsOf(marked))
  return rows
}

/** Of payments that came online first: the same again. Another account or sum under the number is another payment. */
async function takenAtTerminals(
  client: ClientBase,
  rows: readonly PendingRow[],
): Promise<Map<string, Outcome>> {
  const taken = await findTaken(
    client,
    rows.map(({ key }) => key),
  )
  const isSame = (row: PendingRow) =>
    taken.some(
      ({ key, accountNumber, amountKopecks }) =>
        key === row.key && accountNumber === row.accountNumber && amountKopecks === row.amountKopecks,
    )
  return new Map(rows.filter(isSame).map(({ key }) => [key, 'known']))
}

function paymentOf(row: PendingRow, { profile, by }: Posting): IncomingPayment {
  const { key, paidOn, accountId, amountKopecks, period } = row
  return {
    operation: operationOf(profile, key),
    occurredOn: paidOn,
    actor: by,
    from: 'bank',
    parts: [
      accountId === null
        ? { accountId, amountKopecks }
        : { accountId, amountKopecks, penaltyKopecks: null, period },
    ],
  }
}

/** Of rows that were posted before: the same again, or something else under the same name. */
async function outcomesOf(
  client: ClientBase,
  profile: string,
  rows: readonly PendingRow[],
): Promise<Map<string, Outcome>> {
  if (rows.length === 0) return new Map()
  const known = await findPosted(
    client,
    profile,
    rows.map(({ key }) => key),
  )
  return new Map(
    rows.map(({ key, accountNumber, amountKopecks }) => {
      const before = known.get(key)
      if (!before) throw new Error(`The payment ${key} of ${profile} is posted, and no row has brought it`)
      const isSame = before.accountNumber === accountNumber && before.amountKopecks === amountKopecks
      return [key, isSame ? 'known' : 'different']
    }),
  )
}

function countsOf(marked: readonly { outcome: Outcome }[]): Record<Outcome, number> {
  const counts = { credited: 0, waiting: 0, known: 0, different: 0 }
  for (const { outcome } of marked) counts[outcome] += 1
  return counts
}
