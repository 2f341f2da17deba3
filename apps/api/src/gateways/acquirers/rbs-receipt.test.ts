import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiptOf } from '../../../test/orders.ts'
import type { FiscalReceipt } from '../../platform/acquirer.ts'
import { toOrderBundle } from './rbs-receipt.ts'
import { toReceipt } from './yookassa-request.ts'

test('a receipt of ФФД 1.2 has the names and numbers of the OpenAPI', () => {
  expect(toOrderBundle(receiptOf(54_321), 'sell')).toEqual({
    ffdVersion: '1.2',
    receiptType: 'sell',
    company: {
      email: 'kassa@voda.example',
      sno: 'osn',
      inn: '7421000440',
      paymentAddress: 'https://lk.voda.example',
    },
    payments: [{ type: 1, sum: 54_321 }],
    total: 54_321,
    cartItems: {
      items: [
        {
          positionId: '1',
          itemCode: '1',
          name: 'Холодное водоснабжение, л/с 3140000017, 10.2026',
          quantity: { value: 1, measure: '0' },
          itemPrice: 54_321,
          itemAmount: 54_321,
          paymentMethod: 'full_payment',
          paymentObject: '4',
          tax: { taxType: 6 },
        },
      ],
    },
  })
})

test('one of ФФД 1.05 has words, and its unit beside the quantity', () => {
  const [item] = toOrderBundle(receiptOf(100, '1.05'), 'sell_refund').cartItems.items
  expect(item).toMatchObject({ quantity: { value: 1 }, measurementUnit: 'шт', paymentObject: 'service' })
})

const item = fc.record({
  name: fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }),
  amountKopecks: fc.integer({ min: 1, max: 100_000_000 }),
  vatCode: fc.integer({ min: 0, max: 12 }),
  method: fc.constantFrom('full_payment' as const, 'advance' as const),
  object: fc.constantFrom('service' as const, 'payment' as const),
})
const receipt = fc
  .record({ items: fc.array(item, { minLength: 1, maxLength: 20 }), version: fc.constantFrom('1.05', '1.2') })
  .map(
    ({ items, version }): FiscalReceipt => ({
      ...receiptOf(1),
      ffdVersion: version === '1.2' ? '1.2' : '1.05',
      items,
    }),
  )
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

test('the items of a bundle add up to its total and to what is paid', () => {
  fc.assert(
    fc.property(receipt, (made) => {
      const bundle = toOrderBundle(made, 'sell')
      const amount = sum(made.items.map(({ amountKopecks }) => amountKopecks))
      expect(sum(bundle.cartItems.items.map(({ itemAmount }) => itemAmount))).toBe(amount)
      expect([bundle.total, bundle.payments[0]?.sum]).toEqual([amount, amount])
      for (const { itemPrice, quantity, itemAmount, name } of bundle.cartItems.items) {
        expect(itemPrice * quantity.value).toBe(itemAmount)
        expect(name).toMatch(/^[ -~А-Яа-яЁё№]{0,100}$/)
      }
    }),
  )
})

test('YooKassa prints the same sums', () => {
  fc.assert(
    fc.property(receipt, (made) => {
      const printed = toReceipt(made).items.map(({ amount }) => Math.round(Number(amount.value) * 100))
      expect(printed).toEqual(made.items.map(({ amountKopecks }) => amountKopecks))
    }),
  )
})
