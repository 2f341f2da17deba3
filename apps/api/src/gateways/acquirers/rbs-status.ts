import * as z from 'zod'
import { AcquirerFailure, type OrderSeen } from '../../platform/acquirer.ts'
import { orderDetails } from './order-details.ts'

/** Gateways write numbers as numbers or as strings, sometimes both in one answer. */
const whole = z
  .union([z.int(), z.string().check(z.regex(/^-?\d{1,15}$/))])
  .transform(Number)
  .pipe(z.int())
const kopecks = whole.pipe(z.int().nonnegative())
const word = z.union([z.string().max(200), z.int()]).transform(String)

const Status = z.object({
  orderNumber: word,
  orderStatus: whole,
  amount: kopecks,
  currency: word,
  actionCode: whole.optional(),
  actionCodeDescription: z.string().max(2000).optional(),
  depositedDate: whole.optional(),
  authDateTime: whole.optional(),
  authRefNum: word.optional(),
  paymentAmountInfo: z.object({ approvedAmount: kopecks, depositedAmount: kopecks, refundedAmount: kopecks }),
  cardAuthInfo: z
    .object({ maskedPan: z.string().max(30).optional(), pan: z.string().max(30).optional() })
    .optional(),
  attributes: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(100)
    .optional(),
})
type Status = z.infer<typeof Status>

const NOTHING = { approvedAmount: 0, depositedAmount: 0, refundedAmount: 0 }

/** The old gateway leaves out the sums of what nobody has paid. */
const Unpaid = Status.extend({
  orderStatus: whole.pipe(z.union([z.literal(0), z.literal(5), z.literal(6)])),
  paymentAmountInfo: Status.shape.paymentAmountInfo.default(NOTHING),
})

const REVERSED = 3
const REFUNDED = 4
const STATES: Record<number, OrderSeen['state']> = {
  0: 'pending',
  1: 'authorised',
  2: 'paid',
  [REVERSED]: 'cancelled',
  [REFUNDED]: 'paid',
  5: 'pending',
  6: 'failed',
}
/** The order's time ran out before anybody paid. */
const TIMED_OUT = -2007

/**
 * What getOrderStatusExtended.do says of an order.
 * @param askedFor the bank's number by which it was asked, for gateways that do not repeat it
 * @throws AcquirerFailure unknown when it cannot be judged: money is not guessed
 */
export function toOrderSeen(body: Record<string, unknown>, askedFor?: string): OrderSeen {
  const status = read(body)
  const state = STATES[status.orderStatus]
  const acquirerId = bankNumberOf(status) ?? askedFor
  if (!state || !acquirerId) throw unreadable()
  return {
    state: status.actionCode === TIMED_OUT && state === 'failed' ? 'expired' : state,
    orderNumber: status.orderNumber,
    acquirerId,
    orderedKopecks: status.amount,
    ...sumsOf(status),
    currency: toLetters(status.currency),
    ...orderDetails({
      paidAt: paidAtOf(status),
      reason: reasonOf(status),
      maskedPan: maskedOf(status),
      rrn: status.authRefNum,
    }),
    raw: body,
  }
}

function read(body: Record<string, unknown>): Status {
  const status = Status.safeParse(body).data ?? Unpaid.safeParse(body).data
  if (status) return status
  throw unreadable()
}

const unreadable = () => new AcquirerFailure('unknown', 'a status of another shape')

/**
 * After money has gone back, gateways differ in whether depositedAmount falls; what was approved stays. A reversed
 * order has no refundedAmount, but the whole of it is back with the payer.
 */
function sumsOf({ orderStatus, paymentAmountInfo: sums }: Status) {
  const taken = Math.max(sums.depositedAmount, sums.approvedAmount)
  if (orderStatus === REVERSED) return { paidKopecks: taken, refundedKopecks: taken }
  if (orderStatus === REFUNDED) return { paidKopecks: taken, refundedKopecks: sums.refundedAmount }
  return { paidKopecks: sums.depositedAmount, refundedKopecks: sums.refundedAmount }
}

function paidAtOf({ orderStatus, depositedDate, authDateTime }: Status): Date | undefined {
  const milliseconds = depositedDate ?? authDateTime
  return STATES[orderStatus] === 'paid' && milliseconds ? new Date(milliseconds) : undefined
}

function bankNumberOf({ attributes = [] }: Status): string | undefined {
  const value = attributes.find(({ name }) => name === 'mdOrder')?.value
  return typeof value === 'string' && value.length <= 64 ? value : undefined
}

/** A number without a gap would be a card's own: never kept. */
function maskedOf({ cardAuthInfo: card }: Status): string | undefined {
  const pan = card?.maskedPan ?? card?.pan
  return pan && /^\d{4,6}[*xX•.]+\d{4}$/.test(pan) ? pan : undefined
}

function reasonOf({ actionCode = 0, actionCodeDescription = '' }: Status): string | undefined {
  return actionCode === 0 ? undefined : `${actionCode} ${actionCodeDescription}`.trim().slice(0, 200)
}

const CURRENCIES: Record<string, string> = { 643: 'RUB', 810: 'RUB', 840: 'USD', 978: 'EUR', 156: 'CNY' }

/** ISO 4217 in digits; 810 is the rouble before 1998, which old gateways have kept. */
const toLetters = (currency: string) => CURRENCIES[currency] ?? currency
