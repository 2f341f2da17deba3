import * as z from 'zod'
import { AcquirerFailure, type OpenedOrder, type OrderSeen } from '../../platform/acquirer.ts'
import { isSafeAddress } from '../../platform/safe-address.ts'
import { orderDetails } from './order-details.ts'
import { toKopecks } from './yookassa-money.ts'

const kopecks = z
  .string()
  .max(20)
  .transform((value) => toKopecks(value) ?? -1)
  .pipe(z.int().nonnegative())
const Money = z.object({ value: kopecks, currency: z.string().max(3) })

const Payment = z.object({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  status: z.enum(['pending', 'waiting_for_capture', 'succeeded', 'canceled']),
  amount: Money,
  refunded_amount: Money.optional(),
  captured_at: z.iso.datetime({ offset: true }).optional(),
  metadata: z.object({ orderNumber: z.string().max(36).optional() }).optional(),
  cancellation_details: z.object({ party: z.string().max(100), reason: z.string().max(100) }).optional(),
  payment_method: z
    .object({
      card: z
        .object({ first6: z.string().max(6).optional(), last4: z.string().check(z.regex(/^\d{4}$/)) })
        .optional(),
    })
    .optional(),
  authorization_details: z.object({ rrn: z.string().max(100).optional() }).optional(),
  confirmation: z
    .object({
      confirmation_url: z.string().max(2048).optional(),
      confirmation_data: z.string().max(2048).optional(),
    })
    .optional(),
})
type Payment = z.infer<typeof Payment>

/** @throws AcquirerFailure unknown when it cannot be judged */
export function toOrderSeen(body: Record<string, unknown>): OrderSeen {
  const payment = read(body)
  const orderNumber = payment.metadata?.orderNumber
  if (!orderNumber) throw new AcquirerFailure('unknown', 'a payment without our number')
  const { cancellation_details: why, captured_at: paidAt } = payment
  return {
    state: stateOf(payment),
    orderNumber,
    acquirerId: payment.id,
    orderedKopecks: payment.amount.value,
    paidKopecks: payment.status === 'succeeded' ? payment.amount.value : 0,
    refundedKopecks: payment.refunded_amount?.value ?? 0,
    currency: payment.amount.currency,
    ...orderDetails({
      paidAt: paidAt === undefined ? undefined : new Date(paidAt),
      reason: why && `${why.party}: ${why.reason}`,
      maskedPan: maskedOf(payment),
      rrn: payment.authorization_details?.rrn,
    }),
    raw: body,
  }
}

/** @throws AcquirerFailure unknown: the payment is there, but nobody can pay it */
export function toOpenedOrder(body: Record<string, unknown>): OpenedOrder {
  const { id, confirmation } = read(body)
  const qrText = addressOf(confirmation?.confirmation_data)
  const payUrl = addressOf(confirmation?.confirmation_url)
  if (qrText) return { acquirerId: id, qrText }
  if (payUrl) return { acquirerId: id, payUrl }
  throw unreadable()
}

function read(body: Record<string, unknown>): Payment {
  const { data } = Payment.safeParse(body)
  if (data) return data
  throw unreadable()
}

const unreadable = () => new AcquirerFailure('unknown', 'a payment of another shape')

const addressOf = (value = '') => (isSafeAddress(value) ? value : undefined)

const STATES = {
  pending: 'pending',
  waiting_for_capture: 'authorised',
  succeeded: 'paid',
} as const

function stateOf({ status, cancellation_details: why }: Payment): OrderSeen['state'] {
  if (status !== 'canceled') return STATES[status]
  if (why?.reason === 'expired_on_confirmation') return 'expired'
  return why?.party === 'merchant' ? 'cancelled' : 'failed'
}

function maskedOf({ payment_method: method }: Payment): string | undefined {
  const card = method?.card
  return card && `${card.first6 ?? ''}******${card.last4}`
}
