import { expect, test } from 'vitest'
import { verificationState } from './verification.ts'

test.each([
  ['is unknown when no date was recorded', null, 'unknown', null],
  ['is valid 61 days before', '2027-01-22', 'valid', 61],
  ['is near 60 days before', '2027-01-21', 'near', 60],
  ['is near the day before', '2026-11-23', 'near', 1],
  ['is near on its last day', '2026-11-22', 'near', 0],
  ['is expired the day after', '2026-11-21', 'expired', -1],
  ['is expired a year after', '2025-11-22', 'expired', -365],
])('a verification %s', (_, dueOn, state, daysLeft) => {
  expect(verificationState(dueOn, '2026-11-22')).toEqual({ state, daysLeft })
})
