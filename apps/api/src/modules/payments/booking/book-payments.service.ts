import {
  type AccountMoney,
  afterCredit,
  type CreditLine,
  creditAccount,
  type OpenItem,
} from '@rodnik/domain/payments/credit-account'
import type { ClientBase } from 'pg'
import {
  type NewEntry,
  type NewTransaction,
  openItemsOf,
  postedAmong,
  postMany,
} from '../../billing/index.ts'

/** Money for one account, or for nobody known: that waits on the book of unmatched money. */
export type PaymentPart = ({ accountId: string } & AccountMoney) | { accountId: null; amountKopecks: number }

export type IncomingPayment = {
  /** «payment:terminal:city:1234»: the second word is the channel that the history shows. */
  operation: string
  /** ISO day of the city on which the payer paid. */
  occurredOn: string
  actor: string
  /** Where it comes from: the bank, or money that waited to be matched. */
  from: 'bank' | 'unmatched'
  parts: readonly PaymentPart[]
}

/**
 * Credits payments to their accounts, each once: a payment whose operation is posted already changes nothing. The
 * accounts are locked first, so that two payments at the same moment do not settle the same debt.
 * Runs in a transaction of the caller's connection.
 * @returns the operations that were not posted before
 */
export async function bookPayments(
  client: ClientBase,
  payments: readonly IncomingPayment[],
): Promise<Set<string>> {
  const accountIds = [
    ...new Set(payments.flatMap(({ parts }) => parts.flatMap(({ accountId }) => accountId ?? []))),
  ]
  const open = await lockedItems(client, accountIds)
  const posted =
    payments.length > 1
      ? await postedAmong(
          client,
          payments.map(({ operation }) => operation),
        )
      : new Set<string>()
  const transactions = payments
    .filter(({ operation }) => !posted.has(operation))
    .map((payment) => transactionOf(payment, open))
  return transactions.length > 0 ? postMany(client, transactions) : new Set()
}

/** What is open on each account, which nobody else settles until the transaction ends. */
export async function lockedItems(
  client: ClientBase,
  accountIds: readonly string[],
): Promise<Map<string, OpenItem[]>> {
  // In one order, so that two batches of the same accounts wait for each other rather than for ever.
  await client.query({
    name: 'lock-accounts',
    text: 'SELECT FROM accounts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    values: [accountIds],
  })
  const items = await openItemsOf(client, accountIds)
  return Map.groupBy(items, ({ accountId }) => accountId)
}

function transactionOf(payment: IncomingPayment, open: Map<string, OpenItem[]>): NewTransaction {
  const { operation, occurredOn, actor, from, parts } = payment
  const total = parts.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)
  return {
    kind: 'payment',
    operation,
    occurredOn,
    actor,
    entries: [
      { book: from, amountKopecks: BigInt(total) },
      ...parts.flatMap((part) => entriesOf(part, open)),
    ],
  }
}

function entriesOf(part: PaymentPart, open: Map<string, OpenItem[]>): NewEntry[] {
  if (part.accountId === null) return [{ book: 'unmatched', amountKopecks: BigInt(-part.amountKopecks) }]
  const { accountId } = part
  const items = open.get(accountId) ?? []
  const lines = creditAccount(items, part)
  open.set(accountId, afterCredit(items, lines))
  return lines.map((line) => entryOf(accountId, line, -1))
}

/** A line of an account as an entry; money that comes in is a credit, so its sign is −1. */
export const entryOf = (accountId: string, line: CreditLine, sign: 1 | -1): NewEntry => ({
  book: line.book,
  accountId,
  service: line.service,
  period: line.period,
  amountKopecks: BigInt(sign * line.kopecks),
})
