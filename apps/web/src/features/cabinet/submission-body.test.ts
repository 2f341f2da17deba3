import { expect, test } from 'vitest'
import { fingerprintOf } from './submission-body.ts'

const reading = { meterId: '018f3c5a-0000-7000-8000-000000000001', valueLitres: 126_670 }

test('a second press after a lost answer is the same intention even if the meter has moved on', () => {
  const first = fingerprintOf({ readings: [{ ...reading, seenRevision: 3 }] })
  const again = fingerprintOf({ readings: [{ ...reading, seenRevision: 4 }] })
  expect(again).toBe(first)
})

test('other digits are another intention', () => {
  const first = fingerprintOf({ readings: [reading] })
  expect(fingerprintOf({ readings: [{ ...reading, valueLitres: 126_680 }] })).not.toBe(first)
})
