import type { FiscalReceipt, ReceiptItem } from '../../platform/acquirer.ts'
import { toBankText } from './bank-text.ts'

/** ФФД 1.05 has words where 1.2 has the numbers of tag 1212. */
const OBJECT_NUMBERS = { service: '4', payment: '10' } as const

const MAX_NAME = 100
/** The whole sum was paid without cash. */
const CASHLESS = 1

/**
 * The orderBundle from which the bank's cash register prints (names of OpenAPI 1.0.7, its example). An amount is one
 * piece: what cubic metres cost is on the bill, and litres times a price need not be whole kopecks.
 */
export function toOrderBundle(receipt: FiscalReceipt, receiptType: 'sell' | 'sell_refund') {
  const { ffdVersion, company, items } = receipt
  const total = items.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)
  return {
    ffdVersion,
    receiptType,
    company: {
      email: company.email,
      sno: company.taxSystem,
      inn: company.inn,
      paymentAddress: company.paymentAddress,
    },
    payments: [{ type: CASHLESS, sum: total }],
    total,
    cartItems: { items: items.map((item, index) => toCartItem(item, String(index + 1), ffdVersion)) },
  }
}

const toCartItem = (item: ReceiptItem, position: string, ffdVersion: FiscalReceipt['ffdVersion']) => ({
  positionId: position,
  itemCode: position,
  name: toBankText(item.name, MAX_NAME),
  ...(ffdVersion === '1.2'
    ? { quantity: { value: 1, measure: '0' } }
    : { quantity: { value: 1 }, measurementUnit: 'шт' }),
  itemPrice: item.amountKopecks,
  itemAmount: item.amountKopecks,
  paymentMethod: item.method,
  paymentObject: ffdVersion === '1.2' ? OBJECT_NUMBERS[item.object] : item.object,
  tax: { taxType: item.vatCode },
})
