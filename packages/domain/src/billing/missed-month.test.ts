import { expect, test } from 'vitest'
import { AVERAGE_RULES } from './law-data.ts'
import { missedMethod } from './missed-month.ts'

const HALF_A_YEAR = [7000, 8000, 6000, 9000, 7500, 6500]

test('a person who sends nothing for the second month pays the average', () => {
  const missed = { reason: 'no_reading', number: 2, historyLitres: HALF_A_YEAR } as const
  expect(missedMethod(missed, AVERAGE_RULES)).toEqual({ method: 'average', monthLitres: 7333 })
})

test('only the last six months count', () => {
  const missed = { reason: 'no_reading', number: 1, historyLitres: [99_000, ...HALF_A_YEAR] } as const
  expect(missedMethod(missed, AVERAGE_RULES)).toEqual({ method: 'average', monthLitres: 7333 })
})

test('a meter three months old has an average, one of two months has not', () => {
  const missed = { reason: 'expired', number: 1 } as const
  expect(missedMethod({ ...missed, historyLitres: [5000, 6000, 7001] }, AVERAGE_RULES)).toEqual({
    method: 'average',
    monthLitres: 6000,
  })
  expect(missedMethod({ ...missed, historyLitres: [5000, 6000] }, AVERAGE_RULES)).toEqual({
    method: 'norm',
    because: 'short_history',
    hasCoefficient: false,
  })
})

test('from the fourth month on a silent person pays the norm without the coefficient', () => {
  const missed = { reason: 'no_reading', number: 4, historyLitres: HALF_A_YEAR } as const
  expect(missedMethod(missed, AVERAGE_RULES)).toEqual({
    method: 'norm',
    because: 'no_reading',
    hasCoefficient: false,
  })
})

test.each(['expired', 'failed', 'refused_access'] as const)(
  'in the fourth month of a meter that is %s the norm has the coefficient',
  (reason) => {
    const missed = { reason, number: 4, historyLitres: [] }
    expect(missedMethod(missed, AVERAGE_RULES)).toEqual({
      method: 'norm',
      because: reason,
      hasCoefficient: true,
    })
  },
)
