import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fullDaysAway } from '../billing/absence.ts'
import { addDays } from '../calendar/days.ts'
import { returnFault } from './circumstance-rules.ts'

const DAYS = { today: '2026-11-22', firstDay: '2023-11-01' }

test('whatever is taken as a return is longer than the Rules ask', () => {
  const day = fc.integer({ min: -200, max: 200 }).map((n) => addDays('2026-11-01', n))
  fc.assert(
    fc.property(day, day, (leftOn, returnedOn) => {
      const isTaken = returnFault({ leftOn, returnedOn }, 5, DAYS) === undefined
      expect(isTaken && fullDaysAway({ leftOn, returnedOn }) <= 5).toBe(false)
    }),
  )
})
