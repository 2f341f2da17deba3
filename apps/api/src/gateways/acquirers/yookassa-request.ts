import type { FiscalReceipt, NewOrder } from '../../platform/acquirer.ts'
import { roubles } from './yookassa-money.ts'

const MAX_DESCRIPTION = 128
const MAX_PURPOSE = 210

/**
 * POST /payments. The order number is also kept in metadata: webhooks and lists bring it back.
 * It must be the same for the same order, whenever it is sent: nothing of it depends on the clock.
 */
export const toPayment = (order: NewOrder) => ({
  amount: roubles(order.amountKopecks),
  capture: true,
  description: order.description.slice(0, MAX_DESCRIPTION),
  metadata: { orderNumber: order.orderNumber },
  payment_method_data: { type: order.method === 'sbp' ? 'sbp' : 'bank_card' },
  confirmation: order.method === 'sbp' ? { type: 'qr' } : { type: 'redirect', return_url: order.returnUrl },
  receipt: order.receipt && toReceipt(order.receipt),
  payment_order: toPaymentOrder(order),
})

/** What YooKassa has to know of payments for utilities; without it they are refused. */
function toPaymentOrder({ amountKopecks, description, utility }: NewOrder) {
  const { provider, accountNumber, period } = utility
  const [year, month] = (period ?? '').split('-').map(Number)
  return {
    type: 'utilities',
    amount: roubles(amountKopecks),
    payment_purpose: description.slice(0, MAX_PURPOSE),
    recipient: {
      name: provider.name,
      inn: provider.inn,
      kpp: provider.kpp,
      bank: {
        name: provider.bankName,
        bic: provider.bic,
        account: provider.settlementAccount,
        correspondent_account: provider.correspondentAccount,
      },
    },
    account_number: accountNumber,
    ...(period && { payment_period: { month, year } }),
  }
}

/** Systems of taxation in the words of Sberbank and ATOL, as YooKassa numbers them. */
const TAX_SYSTEMS: Record<string, number> = {
  osn: 1,
  usn_income: 2,
  usn_income_outcome: 3,
  envd: 4,
  esn: 5,
  patent: 6,
}

/** The receipt of 54-ФЗ, for payments and refunds alike; the vat_code is a setting. */
export const toReceipt = ({ ffdVersion, contact, company, items }: FiscalReceipt) => ({
  // Without the plus: ITU-T E.164 as YooKassa reads it.
  customer: { email: contact.email, phone: contact.phone?.replace('+', '') },
  tax_system_code: TAX_SYSTEMS[company.taxSystem],
  items: items.map((item) => ({
    description: item.name,
    quantity: 1,
    ...(ffdVersion === '1.2' && { measure: 'piece' }),
    amount: roubles(item.amountKopecks),
    vat_code: item.vatCode,
    payment_mode: item.method,
    payment_subject: item.object,
  })),
})
