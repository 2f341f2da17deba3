import { expect, test } from 'vitest'
import { faultsOf, sumOf, type TypedCorrection, wholeNumberOf } from './typed-correction.ts'

const payment = { leftKopecks: 46_179, ownNumber: '3140000017' }
const refund: TypedCorrection = {
  sum: '461,79',
  toAccount: undefined,
  reason: 'Заявление № 5',
  isDoneAtBank: false,
}
const transfer: TypedCorrection = { ...refund, toAccount: '314 000 00 25' }

test('all that is left may be given back, and less', () => {
  expect(faultsOf(refund, payment)).toEqual({})
  expect(faultsOf({ ...refund, sum: '0,01' }, payment)).toEqual({})
  expect(sumOf({ ...refund, sum: '100.5' }, payment.leftKopecks)).toBe(10_050)
})

test('a kopeck more than is left is named as that', () => {
  expect(faultsOf({ ...refund, sum: '461,80' }, payment)).toEqual({ sum: 'more' })
})

test.each(['', '0', '0,00', '-1', '1,234', 'сто'])('«%s» is no sum', (sum) => {
  expect(faultsOf({ ...refund, sum }, payment)).toEqual({ sum: 'sum' })
})

test('every field at fault is named at once', () => {
  expect(faultsOf({ ...refund, sum: '', toAccount: '314', reason: ' ' }, payment)).toEqual({
    toAccountNumber: 'account',
    sum: 'sum',
    reason: 'reason',
  })
})

test('money is moved to another account, however its number is grouped', () => {
  expect(faultsOf(transfer, payment)).toEqual({})
  expect(wholeNumberOf(transfer)).toBe('3140000025')
  expect(faultsOf({ ...transfer, toAccount: '314-000-00-17' }, payment)).toEqual({ toAccountNumber: 'same' })
})
