import type { SuggestedAccount } from '@rodnik/contract/staff-unmatched'
import { similarNumbers } from '@rodnik/domain/payments/registries/similar-numbers'
import type { ClientBase } from 'pg'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { postMany } from '../../billing/index.ts'
import { businessDay } from '../../info/index.ts'
import { bookPayments } from '../booking/book-payments.service.ts'
import { matchOperationOf, returnOperationOf } from './operations.ts'
import {
  findAccountId,
  findSuggested,
  findTypedNumber,
  findWaiting,
  type HeldPayment,
  holdPayment,
  recordSettled,
  settlePayment,
  sumWaiting,
} from './waiting.repo.ts'

const PAGE = 50

type Query = { amountKopecks?: string | undefined; paidOn?: string | undefined; cursor?: string | undefined }

/** A page of payments that nobody knows the account of, with how many there are and what they come to. */
export async function waitingPayments({ db }: Pick<Deps, 'db'>, { amountKopecks, paidOn, cursor }: Query) {
  const filter = { amountKopecks, paidOn }
  const [day = '', id = ''] = cursor?.split('.') ?? []
  const after = cursor === undefined ? null : { paidOn: day, id }
  const [found, sums] = await Promise.all([
    findWaiting(db, { filter, after, limit: PAGE + 1 }),
    sumWaiting(db, filter),
  ])
  const payments = found.slice(0, PAGE)
  const last = payments.at(-1)
  const nextCursor = found.length > PAGE && last ? `${last.paidOn}.${last.id}` : null
  return { payments, ...sums, nextCursor }
}

/** @throws not_found when it waits no more */
export async function suggestedAccounts(
  deps: Pick<Deps, 'db'>,
  id: string,
): Promise<{ accounts: SuggestedAccount[] }> {
  const typed = await findTypedNumber(deps.db, id)
  if (typed === undefined) throw new AppError('not_found')
  const { today } = await businessDay(deps)
  return { accounts: await findSuggested(deps.db, similarNumbers(typed), today) }
}

type Settling = { id: string; actor: Actor; reason: string }

/**
 * Credits a payment to the account that staff found, as of the day on which the payer paid; once.
 * @throws not_found, payment_settled, account_unknown
 */
export const matchPayment = (
  { pool }: Pick<Deps, 'pool'>,
  { id, actor, reason }: Settling,
  accountNumber: string,
): Promise<void> =>
  settling(pool, id, async (client, payment) => {
    const accountId = await findAccountId(client, accountNumber)
    if (accountId === undefined) throw new AppError('account_unknown')
    const { profile, key, paidOn, amountKopecks, period } = payment
    const by = auditName(actor)
    await bookPayments(client, [
      {
        operation: matchOperationOf(profile, key),
        occurredOn: paidOn,
        actor: by,
        from: 'unmatched',
        parts: [{ accountId, amountKopecks, penaltyKopecks: null, period }],
      },
    ])
    await settlePayment(client, id, { state: 'matched', accountId })
    const after = { state: 'matched', account: accountNumber }
    await record(client, { payment, by, reason, action: 'payment.matched', accountId, after })
  })

/**
 * Notes that a payment goes back to the bank: from unmatched money to the bank, today.
 * @throws not_found, payment_settled
 */
export async function returnPayment(
  deps: Pick<Deps, 'db' | 'pool'>,
  { id, actor, reason }: Settling,
): Promise<void> {
  const { today } = await businessDay(deps)
  await settling(deps.pool, id, async (client, payment) => {
    const { profile, key, amountKopecks } = payment
    const by = auditName(actor)
    await postMany(client, [
      {
        kind: 'refund',
        operation: returnOperationOf(profile, key),
        occurredOn: today,
        actor: by,
        entries: [
          { book: 'unmatched', amountKopecks: BigInt(amountKopecks) },
          { book: 'bank', amountKopecks: BigInt(-amountKopecks) },
        ],
      },
    ])
    await settlePayment(client, id, { state: 'returned', accountId: null })
    const after = { state: 'returned' }
    await record(client, { payment, by, reason, action: 'payment.returned', accountId: null, after })
  })
}

/** Whoever comes second finds that it is settled. */
async function settling(
  pool: Deps['pool'],
  id: string,
  settle: (client: ClientBase, payment: HeldPayment) => Promise<void>,
): Promise<void> {
  await inPoolTransaction(pool, async (client) => {
    const payment = await holdPayment(client, id)
    if (!payment) throw new AppError('not_found')
    if (payment.state !== 'waiting') throw new AppError('payment_settled')
    await settle(client, payment)
  })
}

type Settled = {
  payment: HeldPayment
  by: string
  reason: string
  action: string
  accountId: string | null
  after: object
}

const record = (client: ClientBase, { payment, by, reason, action, accountId, after }: Settled) => {
  const { fileId, line, profile, key, amountKopecks, state } = payment
  const details = { file: fileId, line, profile, key, amountKopecks, reason, before: { state }, after }
  return recordSettled(client, { actor: by, action, accountId, details })
}
