import { expect, test } from 'vitest'
import { groupedExceptions, groupedWeek } from './grouped-week.ts'

const long = { from: '08:30', to: '17:30', breaks: [{ from: '12:30', to: '13:15' }] }
const short = { from: '08:30', to: '16:15', breaks: [] }

test('days in a row with the same hours are said together', () => {
  expect(groupedWeek([long, long, { ...long }, long, short, null, null])).toEqual([
    { first: 0, last: 3, hours: long },
    { first: 4, last: 4, hours: short },
    { first: 5, last: 6, hours: null },
  ])
})

test('the same hours after a day off are said again', () => {
  expect(
    groupedWeek([long, null, long, long, long, long, long]).map(({ first, last }) => [first, last]),
  ).toEqual([
    [0, 0],
    [1, 1],
    [2, 6],
  ])
})

const closed = (day: string) => ({ day, hours: null })

test('a holiday of several days is said once, over the end of a year too', () => {
  expect(
    groupedExceptions([
      closed('2026-12-12'),
      closed('2026-12-31'),
      closed('2027-01-01'),
      { day: '2027-01-02', hours: short },
    ]),
  ).toEqual([
    { first: '2026-12-12', last: '2026-12-12', hours: null },
    { first: '2026-12-31', last: '2027-01-01', hours: null },
    { first: '2027-01-02', last: '2027-01-02', hours: short },
  ])
})
