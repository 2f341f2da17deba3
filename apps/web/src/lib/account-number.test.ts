import { expect, test } from 'vitest'
import { accountDigits, accountNumberFault, groupAccountNumber } from './account-number.ts'

test('a number typed with spaces or dashes is the same number', () => {
  expect(accountDigits('314 000 00 17')).toBe('3140000017')
  expect(accountDigits('314-000-00-17')).toBe('3140000017')
})

test('digits are grouped while the person types, without a space at the end', () => {
  expect(groupAccountNumber('314')).toBe('314')
  expect(groupAccountNumber('3140')).toBe('314 0')
  expect(groupAccountNumber('3140000017')).toBe('314 000 00 17')
})

test('letters and surplus digits stay as typed, so that the person sees the mistake', () => {
  expect(groupAccountNumber('314О00')).toBe('314О00')
  expect(groupAccountNumber('31400000171')).toBe('31400000171')
})

test('each mistake in a number has its own name', () => {
  expect(accountNumberFault(' ')).toBe('empty')
  expect(accountNumberFault('314О000017')).toBe('not_digits')
  expect(accountNumberFault('31400000', '314')).toBe('wrong_length')
  expect(accountNumberFault('2140000017', '314')).toBe('wrong_prefix')
  expect(accountNumberFault('314 000 00 17', '314')).toBeNull()
})
