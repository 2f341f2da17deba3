import { randomInt, randomUUID } from 'node:crypto'
import type { Mischief } from './mischief.ts'

/** The numbers of orderStatus that the stand-in uses. */
export const STATUS = { registered: 0, paid: 2, reversed: 3, refunded: 4, declined: 6 } as const
export const ACTION = { ok: 0, none: -100, noMoney: 116, timedOut: -2007, attemptsUsedUp: -2013 } as const

/** Amounts are in kopecks, instants in milliseconds. */
export type Order = {
  /** The bank's number, mdOrder. */
  id: string
  number: string
  amount: number
  description: string
  returnUrl: string
  registeredAt: number
  expiresAt: number
  transport: 'json' | 'form'
  /** Of СБП: the order can be paid by its link. */
  qrcId: string | undefined
  email: string | undefined
  status: (typeof STATUS)[keyof typeof STATUS]
  actionCode: (typeof ACTION)[keyof typeof ACTION]
  attempts: number
  paid: { at: number; amount: number; currency: string; rrn: string } | undefined
  /** By externalRefundId. */
  refunds: Map<string, number>
  /** Settled with the payer's bank: can be refunded, but no longer reversed. */
  isSettled: boolean
}

export type Operation = 'approved' | 'deposited' | 'reversed' | 'refunded' | 'declinedByTimeout'
export type Told = { operation: Operation; isSuccess: boolean }

export type Timing = {
  /** Between the tries of one callback. */
  retryMs: number
  /** Of what comes late. */
  lateMs: number
  /** Until a silent connection is cut. */
  deadMs: number
}

/** What the parts of the stand-in hand to each other; forgotten when it stops. */
export type Bank = {
  origin: string
  merchant: { userName: string; password: string }
  timing: Timing
  mood: { mischief: Mischief | undefined }
  orders: Map<string, Order>
  tell: (order: Order, ...told: Told[]) => void
  later: (delayMs: number, act: () => void) => void
}

export const orderOf = ({ orders }: Bank, { id, number }: { id?: string; number?: string }) =>
  id ? orders.get(id) : [...orders.values()].find((order) => order.number === number)

const ATTEMPTS = 3

/** @returns whether the money was taken: an order that is over takes none */
export function pay(bank: Bank, order: Order): boolean {
  if (order.status !== STATUS.registered) return false
  take(bank, order)
  return true
}

function take(bank: Bank, order: Order): void {
  const { mischief } = bank.mood
  order.status = STATUS.paid
  order.actionCode = ACTION.ok
  order.paid = {
    at: Date.now(),
    amount: mischief === 'wrong_amount' ? Math.ceil(order.amount / 2) : order.amount,
    currency: mischief === 'other_currency' ? '840' : '643',
    rrn: String(randomInt(1e11, 1e12 - 1)),
  }
  bank.tell(order, told('approved'), told('deposited'))
}

/** The payer's bank says no: the person may try again, three times in all. */
export function refuse(bank: Bank, order: Order): void {
  if (order.status !== STATUS.registered) return
  order.attempts += 1
  order.actionCode = ACTION.noMoney
  if (order.attempts >= ATTEMPTS) {
    order.status = STATUS.declined
    order.actionCode = ACTION.attemptsUsedUp
  }
  bank.tell(order, { operation: 'deposited', isSuccess: false })
}

export function expire(bank: Bank, order: Order): void {
  if (order.status !== STATUS.registered) return
  order.status = STATUS.declined
  order.actionCode = ACTION.timedOut
  bank.tell(order, told('declinedByTimeout'))
  if (bank.mood.mischief === 'paid_after_expiry') bank.later(bank.timing.lateMs, () => take(bank, order))
}

export function decline(order: Order): boolean {
  if (order.status !== STATUS.registered) return false
  order.status = STATUS.declined
  return true
}

/** The whole of it, before settlement. */
export function reverse(bank: Bank, order: Order): boolean {
  if (order.status !== STATUS.paid || order.isSettled || order.qrcId) return false
  order.status = STATUS.reversed
  bank.tell(order, told('reversed'))
  return true
}

/** @returns whether it has gone back, now or before by the same id; another sum by the same id is refused */
export function refund(bank: Bank, order: Order, { id, amount }: { id: string; amount: number }): boolean {
  const before = order.refunds.get(id)
  if (before !== undefined) return before === amount
  const left = (order.paid?.amount ?? 0) - refundedOf(order)
  const isPaid = order.status === STATUS.paid || order.status === STATUS.refunded
  if (!isPaid || amount <= 0 || amount > left) return false
  order.refunds.set(id, amount)
  order.status = STATUS.refunded
  bank.tell(order, told('refunded'))
  return true
}

export const refundedOf = ({ refunds }: Order) =>
  [...refunds.values()].reduce((sum, amount) => sum + amount, 0)

export const newQrcId = () => `AD${randomUUID().replaceAll('-', '').toUpperCase().slice(0, 30)}`

const told = (operation: Operation): Told => ({ operation, isSuccess: true })
