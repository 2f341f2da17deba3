import { randomUUID } from 'node:crypto'
import type { FiscalReceipt, NewOrder } from '../src/platform/acquirer.ts'

const provider = {
  name: 'МУП «ПОВВ»',
  inn: '7421000440',
  kpp: '745301001',
  bankName: 'Челябинское отделение N8597',
  bic: '047501602',
  settlementAccount: '40702810000000000001',
  correspondentAccount: '30101810700000000602',
  address: '454000, Челябинск, ул. Водная, 1',
  phone: '+7 351 000-00-00',
  dispatcherPhone: '+7 351 000-00-01',
  email: 'info@voda.example',
  site: 'voda.example',
}

/** A receipt of one line. */
export const receiptOf = (amountKopecks: number, ffdVersion: FiscalReceipt['ffdVersion'] = '1.2') =>
  ({
    ffdVersion,
    contact: { email: 'anna@example.test' },
    company: {
      email: 'kassa@voda.example',
      inn: provider.inn,
      taxSystem: 'osn',
      paymentAddress: 'https://lk.voda.example',
    },
    items: [
      {
        name: 'Холодное водоснабжение, л/с 3140000017, 10.2026',
        amountKopecks,
        vatCode: 6,
        method: 'full_payment',
        object: 'service',
      },
    ],
  }) as const satisfies FiscalReceipt

/** A payment of October's bill that nobody has made yet. */
export const anOrder = (facts: Partial<NewOrder> = {}): NewOrder => ({
  orderNumber: randomUUID(),
  amountKopecks: 54_321,
  description: 'Вода, лицевой счёт 3140000017, октябрь 2026',
  returnUrl: 'http://localhost:3000/payments/1',
  method: 'card',
  language: 'ru',
  expiresAt: new Date(Date.now() + 20 * 60_000),
  payer: { email: 'anna@example.test' },
  utility: { provider, accountNumber: '3140000017', period: '2026-10' },
  ...facts,
})
