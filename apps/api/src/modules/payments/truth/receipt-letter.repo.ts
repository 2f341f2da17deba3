import type { ClientBase } from 'pg'
import { letterRow } from '../../notifications/index.ts'
import type { AskedPayment } from './asked-payment.repo.ts'

/** The receipt by mail, in the transaction of the posting; once for each payment. */
export async function queueReceipt(client: ClientBase, payment: AskedPayment, paidAt: Date): Promise<void> {
  if (payment.email === null) return
  await client.query(
    letterRow({
      template: 'payment_received',
      to: payment.email,
      language: payment.language === 'en' ? 'en' : 'ru',
      dedupeKey: `payment_received:${payment.id}`,
      number: payment.number,
      at: paidAt.toISOString(),
      amountKopecks: payment.amountKopecks,
      accounts: payment.parts.map(({ accountNumber, amountKopecks }) => ({ accountNumber, amountKopecks })),
    }),
  )
}
