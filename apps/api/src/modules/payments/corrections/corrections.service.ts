import type { CreditedPayment } from '@rodnik/contract/staff-payments'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { brokenRule, violatedConstraint } from '../../../platform/outage.ts'
import { bookTransfer } from './book-correction.service.ts'
import {
  findAccountByNumber,
  findByRequest,
  findCredited,
  findCreditedTransaction,
  insertCorrection,
  type NewCorrection,
} from './corrections.repo.ts'
import { bookRefundOfBank, type Needed } from './refund-at-bank.service.ts'

type Wish = {
  accountId: string
  transactionId: string
  amountKopecks: number
  reason: string
  /** Under which a wish that is sent again is the same one. */
  key?: string | undefined
}

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
 * @throws not_found, payment_not_refundable, payment_less_left; as bookRefundOfBank
 */
export async function askRefund(
  deps: Needed,
  actor: Actor,
  asked: Wish & { isDoneAtBank?: boolean | undefined },
): Promise<string> {
  const { key, isDoneAtBank = false, ...wish } = asked
  const { pool } = deps
  const askedBy = auditName(actor)
  return once(
    pool,
    { ...wish, kind: 'refund', requestKey: requestKeyOf(askedBy, key) },
    async (requestKey) => {
      const payment = await findCreditedTransaction(pool, wish)
      if (!payment) throw new AppError('not_found')
      if (!payment.operation.startsWith('payment:site:')) throw new AppError('payment_not_refundable')
      if (isDoneAtBank) return bookRefundOfBank(deps, { ...wish, askedBy, requestKey })
      return insertCorrection(pool, {
        ...wish,
        kind: 'refund',
        state: 'asked',
        toAccountId: null,
        askedBy,
        requestKey,
      })
    },
  )
}

/** Moves money to another account at once. @throws not_found, payment_less_left, invalid_request */
export async function transferPayment(
  { pool }: Pick<Deps, 'pool'>,
  actor: Actor,
  asked: Wish & { toAccountNumber: string },
): Promise<string> {
  const { key, toAccountNumber, ...wish } = asked
  const askedBy = auditName(actor)
  const request = { ...wish, kind: 'transfer', requestKey: requestKeyOf(askedBy, key) } as const
  return once(pool, request, (requestKey) =>
    inPoolTransaction(pool, async (client) => {
      const payment = await findCreditedTransaction(client, wish)
      if (!payment) throw new AppError('not_found')
      const toAccountId = await findAccountByNumber(client, toAccountNumber)
      if (!toAccountId || toAccountId === wish.accountId) {
        throw new AppError('invalid_request', { fields: { toAccountNumber: 'unknown_account' } })
      }
      const noted = { ...wish, toAccountId, kind: 'transfer', state: 'done', askedBy, requestKey } as const
      const id = await insertCorrection(client, noted)
      await bookTransfer(client, { ...noted, id, occurredOn: payment.occurredOn, actor: askedBy })
      return id
    }),
  )
}

const requestKeyOf = (actor: string, key: string | undefined) =>
  key === undefined ? null : `${actor} ${key}`

type Request = Pick<NewCorrection, 'kind' | 'transactionId' | 'accountId' | 'amountKopecks' | 'requestKey'>

/**
 * Does what is wished for, or answers as the first time.
 * @throws payment_less_left, idempotency_key_reused
 */
async function once(
  pool: Deps['pool'],
  request: Request,
  work: (requestKey: string | null) => Promise<string>,
): Promise<string> {
  const first = await firstAnswer(pool, request)
  if (first !== undefined) return first
  try {
    return await work(request.requestKey)
  } catch (error) {
    if (brokenRule(error) === 'payment_corrections_covered') {
      // The same wish may have been first, and have taken what was left.
      const twin = await firstAnswer(pool, request)
      if (twin !== undefined) return twin
      throw new AppError('payment_less_left')
    }
    const twin = violatedConstraint(error) ? await firstAnswer(pool, request) : undefined
    if (twin === undefined) throw error
    return twin
  }
}

async function firstAnswer(pool: Deps['pool'], request: Request): Promise<string | undefined> {
  const { requestKey } = request
  const found = requestKey === null ? undefined : await findByRequest(pool, { ...request, requestKey })
  if (found && !found.isSame) throw new AppError('idempotency_key_reused')
  return found?.id
}
