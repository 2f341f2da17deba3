import type { CreditedPayment } from '@rodnik/contract/staff-payments'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { brokenRule } from '../../../platform/outage.ts'
import { bookTransfer } from './book-correction.service.ts'
import {
  findAccountByNumber,
  findCredited,
  findCreditedTransaction,
  insertCorrection,
} from './corrections.repo.ts'

type Wish = { accountId: string; transactionId: string; amountKopecks: number; reason: string }

/** @throws not_found */
export async function creditedPayments(
  { pool }: Pick<Deps, 'pool'>,
  accountId: string,
): Promise<CreditedPayment[]> {
  const payments = await findCredited(pool, accountId)
  if (!payments) throw new AppError('not_found')
  return payments
}

/**
 * Asks the acquirer to give money back; the worker does it, and the ledger follows once it is done.
 * @throws not_found, payment_not_refundable, payment_less_left
 */
export async function askRefund({ pool }: Pick<Deps, 'pool'>, actor: Actor, wish: Wish): Promise<string> {
  const payment = await findCreditedTransaction(pool, wish)
  if (!payment) throw new AppError('not_found')
  if (!payment.operation.startsWith('payment:site:')) throw new AppError('payment_not_refundable')
  return covered(() =>
    insertCorrection(pool, {
      ...wish,
      kind: 'refund',
      state: 'asked',
      toAccountId: null,
      askedBy: auditName(actor),
    }),
  )
}

/** Moves money to another account at once. @throws not_found, payment_less_left, invalid_request */
export async function transferPayment(
  { pool }: Pick<Deps, 'pool'>,
  actor: Actor,
  wish: Wish & { toAccountNumber: string },
): Promise<string> {
  const client = await pool.connect()
  try {
    return await covered(() =>
      inTransaction(client, async () => {
        const { toAccountNumber, ...correction } = wish
        const payment = await findCreditedTransaction(client, wish)
        if (!payment) throw new AppError('not_found')
        const toAccountId = await findAccountByNumber(client, toAccountNumber)
        if (!toAccountId || toAccountId === wish.accountId) {
          throw new AppError('invalid_request', { fields: { toAccountNumber: 'unknown_account' } })
        }
        const askedBy = auditName(actor)
        const noted = { ...correction, toAccountId, kind: 'transfer', state: 'done', askedBy } as const
        const id = await insertCorrection(client, noted)
        await bookTransfer(client, { ...noted, id, occurredOn: payment.occurredOn, actor: askedBy })
        return id
      }),
    )
  } finally {
    client.release()
  }
}

async function covered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (brokenRule(error) === 'payment_corrections_covered') throw new AppError('payment_less_left')
    throw error
  }
}
