import { AcquirerFailure, type NewOrder, type OpenedOrder, type PayMethod } from '../../platform/acquirer.ts'
import { isSafeAddress } from '../../platform/safe-address.ts'
import { toBankText } from './bank-text.ts'
import { toOrderBundle } from './rbs-receipt.ts'
import type { RbsFields } from './rbs-transport.ts'
import { isObject } from './wire.ts'

/** The longest that appears whole on statements of the payer's bank. */
const MAX_DESCRIPTION = 99
const ROUBLE = '643'
/** A shorter life would end while the person types the number of the card. */
const MIN_LIFE_S = 60

/** A dynamic code of СБП; without it the bank shows its page for cards. */
const SBP = { qrType: 'DYNAMIC_QR_SBP', 'sbp.scenario': 'C2B' }

export const toRegistration = (order: NewOrder): RbsFields => ({
  orderNumber: order.orderNumber,
  amount: order.amountKopecks,
  currency: ROUBLE,
  returnUrl: order.returnUrl,
  description: toBankText(order.description, MAX_DESCRIPTION),
  language: order.language,
  // Seconds instead of a date: the gateway's time zone is nowhere written down.
  sessionTimeoutSecs: Math.max(MIN_LIFE_S, Math.floor((order.expiresAt.getTime() - Date.now()) / 1000)),
  email: order.receipt?.contact.email ?? order.payer.email,
  phone: order.receipt?.contact.phone ?? order.payer.phone,
  jsonParams: order.method === 'sbp' ? SBP : undefined,
  orderBundle: order.receipt && toOrderBundle(order.receipt, 'sell'),
})

/** @throws AcquirerFailure unknown: the order is there, but nobody can pay it */
export function toOpenedOrder(body: Record<string, unknown>, method: PayMethod): OpenedOrder {
  const acquirerId = body['orderId']
  const outer = isObject(body['externalParams']) ? body['externalParams'] : {}
  const qrText = method === 'sbp' && addressOf(outer['sbpPayload'])
  const payUrl = addressOf(body['formUrl'])
  if (typeof acquirerId !== 'string' || !/^[\w-]{1,64}$/.test(acquirerId)) throw unreadable()
  if (qrText) return { acquirerId, qrText }
  if (payUrl) return { acquirerId, payUrl }
  throw unreadable()
}

/** Browsers are sent there: only to where nobody else can listen. */
const addressOf = (value: unknown) =>
  typeof value === 'string' && value.length <= 2048 && isSafeAddress(value) ? value : undefined

const unreadable = () => new AcquirerFailure('unknown', 'a registration of another shape')
