import { requestKinds } from '@rodnik/contract/request-kinds/index'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOfWeek } from '../calendar/days.ts'
import { answerDue } from './answer-due.ts'

const calendar = {
  daysOff: new Set([
    '2026-12-31',
    '2027-01-01',
    '2027-01-04',
    '2027-01-05',
    '2027-01-06',
    '2027-01-07',
    '2027-01-08',
  ]),
  workedWeekends: new Set(['2026-12-26']),
}
const working = (days: number) => ({ days, of: 'working', because: '' }) as const

test.each([
  // Sunday: the first of three working days is Monday.
  ['2026-11-22', 3, '2026-11-25'],
  ['2026-11-20', 1, '2026-11-23'],
  // The Saturday of 26 December is worked.
  ['2026-12-25', 1, '2026-12-26'],
  ['2026-12-30', 1, '2027-01-11'],
  ['2026-12-29', 5, '2027-01-14'],
])('what is filed on %s is answered within %i working days by %s', (filedOn, days, due) => {
  expect(answerDue(filedOn, working(days), calendar)).toBe(due)
})

test('a term of calendar days that ends on a day off ends on the next working day', () => {
  expect(answerDue('2026-12-02', { days: 30, of: 'calendar', because: '' }, calendar)).toBe('2027-01-11')
})

test('no kind of request is due on a day off, or sooner than its days', () => {
  const filed = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-22', days))
  fc.assert(
    fc.property(filed, fc.constantFrom(...Object.values(requestKinds)), (filedOn, { deadline }) => {
      const due = answerDue(filedOn, deadline, calendar)
      expect(calendar.daysOff.has(due)).toBe(false)
      expect(dayOfWeek(due) <= 5 || calendar.workedWeekends.has(due)).toBe(true)
      expect(due >= addDays(filedOn, deadline.days)).toBe(true)
    }),
  )
})
