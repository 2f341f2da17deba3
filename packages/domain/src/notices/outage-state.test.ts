import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrderOfUse, type OutageMoments, outageStanding } from './outage-state.ts'

/** Midnight in Yekaterinburg is 19:00 of the day before in UTC. */
const MIDNIGHT = '2026-11-26T19:00:00.000Z'

const outage = (facts: Partial<OutageMoments> = {}): OutageMoments => ({
  startsAt: MIDNIGHT,
  expectedEndAt: '2026-11-27T11:00:00.000Z',
  endedAt: null,
  changedAt: '2026-11-24T05:00:00.000Z',
  isCancelled: false,
  ...facts,
})

test.each([
  ['a millisecond before midnight it lies ahead', '2026-11-26T18:59:59.999Z', 'planned', false],
  ['at midnight it has begun', MIDNIGHT, 'under_way', false],
  ['before its expected end it lasts', '2026-11-27T10:59:59.999Z', 'under_way', false],
  ['at its expected end it is late', '2026-11-27T11:00:00.000Z', 'under_way', true],
  ['a day later nobody waits for it', '2026-11-28T11:00:00.000Z', 'over', false],
])('%s', (_, now, state, isLate) => {
  expect(outageStanding(outage(), now)).toEqual({ state, isLate })
})

test('one whose end nobody knows lasts until somebody says that it is over', () => {
  const unknown = outage({ expectedEndAt: null })

  expect(outageStanding(unknown, '2026-11-29T18:59:59.999Z').state).toBe('under_way')
  expect(outageStanding({ ...unknown, endedAt: MIDNIGHT }, MIDNIGHT).state).toBe('over')
})

test('what was called off stays called off', () => {
  expect(outageStanding(outage({ isCancelled: true }), MIDNIGHT).state).toBe('cancelled')
})

const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
  .map((at) => new Date(at).toISOString())

const DAY_MS = 24 * 60 * 60 * 1000
const after = (moment: string, ms: number) => new Date(Date.parse(moment) + ms).toISOString()

test('one whose end nobody knows is forgotten three days after it began or was last written about', () => {
  fc.assert(
    fc.property(instant, instant, fc.nat({ max: 6 * DAY_MS }), (startsAt, changedAt, waited) => {
      const unknown = outage({ startsAt, changedAt, expectedEndAt: null })
      const now = after(startsAt > changedAt ? startsAt : changedAt, waited)
      const state = waited < 3 * DAY_MS ? 'under_way' : 'over'
      expect(outageStanding(unknown, now)).toEqual({ state, isLate: false })
    }),
  )
})

const aLife = fc.record({
  startsAt: instant,
  expectedEndAt: fc.option(instant),
  endedAt: fc.option(instant),
  changedAt: instant,
})

test('time goes one way: what has begun never lies ahead again, what is over never lasts again', () => {
  const ranks = { planned: 0, under_way: 1, over: 2, cancelled: 2 }
  fc.assert(
    fc.property(aLife, fc.array(instant), (life, moments) => {
      const one = { ...life, isCancelled: false }
      const seen = moments
        .toSorted((x, y) => (x < y ? -1 : 1))
        .map((now) => ranks[outageStanding(one, now).state])
      expect(seen).toEqual(seen.toSorted((x, y) => x - y))
    }),
  )
})

const of = (state: 'planned' | 'under_way' | 'over', day: string) => ({ state, startsAt: `2026-11-${day}` })

test('what lasts comes first, then what comes next, then what was last', () => {
  expect(
    inOrderOfUse([
      of('over', '01'),
      of('planned', '30'),
      of('over', '09'),
      of('planned', '29'),
      of('under_way', '27'),
    ]),
  ).toEqual([
    of('under_way', '27'),
    of('planned', '29'),
    of('planned', '30'),
    of('over', '09'),
    of('over', '01'),
  ])
})
