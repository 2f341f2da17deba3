import type { PaymentOpened, PaymentView } from '@rodnik/contract/payments'
import { paymentCode } from './payment-code.ts'
import type { StoredPayment } from './payments.repo.ts'

/** As its page shows it. Where to pay is told only while it can be paid. */
export function toView(payment: StoredPayment): PaymentView {
  const { id, acquirer, isSilent, isFresh, createdAt, expiresAt, paidAt, payUrl, qrText, ...facts } = payment
  const isOpen = facts.state === 'pending'
  return {
    ...facts,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    paidAt: paidAt?.toISOString() ?? null,
    payUrl: isOpen ? payUrl : null,
    qrText: isOpen ? qrText : null,
    isAcquirerSilent: isSilent,
  }
}

export const toOpened = (secret: string, payment: StoredPayment): PaymentOpened => ({
  code: paymentCode(secret, payment.id),
  payment: toView(payment),
})
