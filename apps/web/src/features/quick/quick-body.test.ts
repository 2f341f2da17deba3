import { expect, test } from 'vitest'
import { quickFingerprint } from './quick-body.ts'

const reading = { service: 'cold' as const, valueLitres: 203_456 }
const form = { accountNumber: '3140000017', house: '12а', flat: '45', readings: [reading] }
const picture = { id: '018f3c5a-0000-7000-8000-000000000001', code: '48151' }

test('the same form with the digits of a picture is the same intention', () => {
  expect(quickFingerprint({ ...form, picture })).toBe(quickFingerprint(form))
})

test('a reading whose doubt the person has confirmed is a new intention', () => {
  const confirmed = { ...form, readings: [{ ...reading, confirmed: ['jump' as const] }] }
  expect(quickFingerprint(confirmed)).not.toBe(quickFingerprint(form))
})
