import { assert, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { isReceiptCode, receiptCode } from './receipt-code.ts'

const SECRET = 'a secret of tests that is long enough'
const aNumber = stringMatching(/^314\d{7}$/)

test('a receipt code has eight digits and is good in its month and the two after', () => {
  assert(
    property(aNumber, (accountNumber) => {
      const code = receiptCode(SECRET, accountNumber, '2026-01')
      const isGood = (period: string) => isReceiptCode(SECRET, { accountNumber, code }, period)

      expect(code).toMatch(/^\d{8}$/)
      expect(['2025-12', '2026-01', '2026-02', '2026-03', '2026-04'].map(isGood)).toEqual([
        false,
        true,
        true,
        true,
        false,
      ])
    }),
  )
})

test('a receipt code fits no other account and no other deployment', () => {
  const code = receiptCode(SECRET, '3140000017', '2026-01')

  expect(isReceiptCode(SECRET, { accountNumber: '3140000018', code }, '2026-01')).toBe(false)
  expect(isReceiptCode('another secret of tests', { accountNumber: '3140000017', code }, '2026-01')).toBe(
    false,
  )
})
