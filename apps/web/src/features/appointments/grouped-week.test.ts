import { expect, test } from 'vitest'
import { groupedWeek } from './grouped-week.ts'

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
