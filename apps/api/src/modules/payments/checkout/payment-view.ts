import type { PaymentOpened, PaymentView } from '@rodnik/contract/payments'
import { paymentCode } from './payment-code.ts'
import type { StoredPayment } from './payments.repo.ts'

/** As its page shows it. Where to pay is told only while it can be paid. */
export function toView(payment: StoredPayment): PaymentView {
  const { number, state, method, amountKopecks, parts, advanceKopecks, createdAt, expiresAt } = payment
  const isOpen = state === 'pending'
  return {
    number,
    state,
    method,
    amountKopecks,
    parts,
    advanceKopecks,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    paidAt: payment.paidAt?.toISOString() ?? null,
    payUrl: isOpen ? payment.payUrl : null,
    qrText: isOpen ? payment.qrText : null,
    isAcquirerSilent: payment.isSilent,
  }
}

export const toOpened = (secret: string, payment: StoredPayment): PaymentOpened => ({
  code: paymentCode(secret, payment.id),
  payment: toView(payment),
})
