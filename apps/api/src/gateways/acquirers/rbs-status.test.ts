import { describe, expect, test } from 'vitest'
import { toOrderSeen } from './rbs-status.ts'
import { failureOf } from './rbs-transport.ts'

const ID = 'a67b0ced-c9a4-4cfb-bce3-b9595afaafc1'

/** The example of OpenAPI 1.0.7. */
const paid = {
  errorCode: '0',
  cardAuthInfo: { maskedPan: '220138*******0047', cardHolderName: 'PETR IVANOV', paymentSystem: 'MIR' },
  paymentAmountInfo: {
    approvedAmount: 19_900,
    depositedAmount: 19_900,
    refundedAmount: 0,
    paymentState: 'DEPOSITED',
  },
  attributes: [{ name: 'mdOrder', value: ID }],
  orderNumber: 'e2574f1785324f1592d9029cb05adbbd',
  orderStatus: 2,
  actionCode: 0,
  amount: 19_900,
  currency: '643',
  depositedDate: 1_675_169_010_957,
  authRefNum: '303112098637',
}
const sums = (approvedAmount: number, depositedAmount: number, refundedAmount: number) => ({
  paymentAmountInfo: { approvedAmount, depositedAmount, refundedAmount },
})

test("the bank's own example is a payment", () => {
  expect(toOrderSeen(paid)).toEqual({
    state: 'paid',
    orderNumber: 'e2574f1785324f1592d9029cb05adbbd',
    acquirerId: ID,
    orderedKopecks: 19_900,
    paidKopecks: 19_900,
    refundedKopecks: 0,
    currency: 'RUB',
    paidAt: new Date('2023-01-31T12:43:30.957Z'),
    maskedPan: '220138*******0047',
    rrn: '303112098637',
    raw: paid,
  })
})

describe('what its numbers mean', () => {
  test.each([
    [0, -100, 'pending'],
    [1, 0, 'authorised'],
    [2, 0, 'paid'],
    [3, 0, 'cancelled'],
    [4, 0, 'paid'],
    [5, -99, 'pending'],
    [6, 116, 'failed'],
    [6, -2013, 'failed'],
    [6, -2007, 'expired'],
  ])('orderStatus %i with actionCode %i is %s', (orderStatus, actionCode, state) => {
    expect(toOrderSeen({ ...paid, orderStatus, actionCode }).state).toBe(state)
  })

  test.each([
    ['643', 'RUB'],
    [643, 'RUB'],
    ['810', 'RUB'],
    ['840', 'USD'],
    ['999', '999'],
  ])('currency %j is %s', (currency, letters) => {
    expect(toOrderSeen({ ...paid, currency }).currency).toBe(letters)
  })

  test.each([
    [
      'what was taken stays, and what went back is beside it',
      { orderStatus: 4, ...sums(19_900, 19_900, 5000) },
      [19_900, 5000],
    ],
    ['also where what was taken shrinks', { orderStatus: 4, ...sums(19_900, 14_900, 5000) }, [19_900, 5000]],
    ['a reversal gives everything back', { orderStatus: 3, ...sums(19_900, 0, 0) }, [19_900, 19_900]],
    ['what is held is not taken', { orderStatus: 1, ...sums(19_900, 0, 0) }, [0, 0]],
  ])('%s', (_, told, [paidKopecks, refundedKopecks]) => {
    expect(toOrderSeen({ ...paid, ...told })).toMatchObject({ paidKopecks, refundedKopecks })
  })

  test('the old gateway leaves sums and number out; only an unpaid order may be without them', () => {
    const { paymentAmountInfo: _, attributes: __, ...bare } = paid
    expect(toOrderSeen({ ...bare, orderStatus: '0' }, ID)).toMatchObject({ state: 'pending', paidKopecks: 0 })
    expect(() => toOrderSeen(bare, ID)).toThrow('another shape')
    expect(() => toOrderSeen({ ...paid, attributes: [] })).toThrow('another shape')
  })

  test.each([{ orderStatus: 7 }, { amount: -1 }, { amount: 1.5 }, { currency: undefined }, sums(1, -1, 0)])(
    'what cannot be judged is not guessed: %j',
    (wrong) => {
      expect(() => toOrderSeen({ ...paid, ...wrong })).toThrow('another shape')
    },
  )

  test('a card that is not masked is not kept', () => {
    expect(toOrderSeen({ ...paid, cardAuthInfo: { pan: '2201380000000047' } })).not.toHaveProperty(
      'maskedPan',
    )
  })
})

describe('what its refusals mean', () => {
  test.each([
    ['register.do', '1', 'Заказ с таким номером уже обработан', 'duplicate'],
    ['refund.do', '1', 'Неверный параметр', 'refused'],
    ['register.do', '3', 'Неизвестная валюта', 'refused'],
    ['register.do', '4', 'Не указана сумма', 'refused'],
    ['register.do', '5', 'Доступ запрещён', 'refused'],
    ['register.do', '8', 'Сумма корзины', 'refused'],
    ['refund.do', '5', 'Заказ заблокирован другим действием', 'unknown'],
    ['refund.do', '7', 'Системная ошибка', 'unknown'],
  ] as const)('%s, code %s, «%s» is %s', (method, code, message, kind) => {
    expect(failureOf(method, { code, message, body: {} }).kind).toBe(kind)
  })

  test('a refusal is quoted without what was sent', () => {
    const message = 'Заказ 31-4000 для anna@example.test, тел. +79120000000, не принят'
    expect(failureOf('register.do', { code: '5', message, body: {} }).reason).toBe(
      'register.do code 5: Заказ … для … тел. … не принят',
    )
  })
})
