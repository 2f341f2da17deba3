import { choice, corrections } from './field.ts'
import { requestKind } from './kind.ts'

/** C5: «заявление о замене ошибочно переданных показаний и перерасчёте» (mission; Rules 354, п. 61, 69). */
export const correction = requestKind({
  name: 'correction',
  fields: {
    readings: corrections(),
    reason: choice(['mistyped', 'meters_mixed_up', 'wrong_digits', 'other']),
  },
  steps: ['recalculation'],
  deadline: { days: 5, of: 'working', because: 'решение организации' },
  workedOnBy: ['clerk'],
  isAbout: 'account',
  faults: ({ readings }) => {
    const months = readings.map(({ meterId, period }) => `${meterId} ${period}`)
    return new Set(months).size < months.length ? { readings: 'same_month_twice' } : {}
  },
})
