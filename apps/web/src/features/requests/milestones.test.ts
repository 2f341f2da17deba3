import type { RequestEntry, RequestEventType, RequestState, RequestView } from '@rodnik/contract/requests'
import { expect, test } from 'vitest'
import { milestonesOf } from './milestones.ts'

const FILED_AT = '2026-11-22T06:00:00.000Z'
const LATER = '2026-11-24T06:00:00.000Z'

const entry = (type: RequestEventType, at = LATER): RequestEntry => ({
  id: type,
  type,
  at,
  side: 'office',
  text: null,
})

const seen = (
  kind: RequestView['kind'],
  state: RequestState,
  happened: RequestEventType[] = [],
): Parameters<typeof milestonesOf>[0] => ({
  kind,
  state,
  filedAt: FILED_AT,
  dueOn: '2026-12-11',
  closedAt: ['done', 'refused', 'withdrawn'].includes(state) ? LATER : null,
  history: [entry('filed', FILED_AT), ...happened.map((type) => entry(type))],
})

const inShort = (request: Parameters<typeof milestonesOf>[0]) =>
  milestonesOf(request).map(({ name, place }) => `${name} ${place}`)

test('what has just been filed waits for somebody, for the visit and for the answer', () => {
  expect(inShort(seen('sealing', 'filed'))).toEqual([
    'filed isDone',
    'in_work isNext',
    'visit isNext',
    'answer isNext',
  ])
})

test('a letter has no visit', () => {
  expect(inShort(seen('appeal', 'question', ['taken', 'asked']))).toEqual([
    'filed isDone',
    'in_work isNow',
    'answer isNext',
  ])
})

test('an agreed visit is what happens now', () => {
  expect(inShort(seen('sealing', 'visit', ['taken', 'scheduled']))).toContain('visit isNow')
})

test('after the visit only the answer is to come, by the day it is due', () => {
  const milestones = milestonesOf(seen('sealing', 'in_work', ['taken', 'scheduled', 'step_done']))

  expect(milestones.slice(-2)).toEqual([
    { name: 'visit', place: 'isDone', at: LATER },
    { name: 'answer', place: 'isNext', until: '2026-12-11' },
  ])
})

test('of a request that was withdrawn nothing is told that never happened', () => {
  expect(inShort(seen('sealing', 'withdrawn'))).toEqual(['filed isDone', 'withdrawn isNow'])
})

test('a request that is done tells all that led there', () => {
  expect(inShort(seen('sealing', 'done', ['taken', 'step_done', 'done']))).toEqual([
    'filed isDone',
    'in_work isDone',
    'visit isDone',
    'done isNow',
  ])
})
