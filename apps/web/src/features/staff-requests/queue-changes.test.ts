import type { QueuedRequest } from '@rodnik/contract/staff-requests'
import { expect, test } from 'vitest'
import { queueChanges } from './queue-changes.ts'

const aRequest = (id: string, facts: Partial<QueuedRequest> = {}): QueuedRequest => ({
  id,
  number: `R2611-${id}-0`,
  kind: 'appeal',
  state: 'filed',
  filedAt: '2026-11-22T08:00:00.000Z',
  dueOn: '2026-11-25',
  account: null,
  assignee: null,
  isMine: false,
  isAnswered: false,
  ...facts,
})

test('a request that a colleague has taken says so in its place', () => {
  const taken = aRequest('2', { state: 'in_work', assignee: { id: 'v', name: 'Вера' } })
  const { rows, come, gone } = queueChanges([aRequest('1'), aRequest('2')], {
    requests: [aRequest('1'), taken],
    nextCursor: null,
  })
  expect(rows.map(({ request }) => request.assignee?.name)).toEqual([undefined, 'Вера'])
  expect([come, gone]).toEqual([0, 0])
})

test('one that was closed stays in its place and is marked; one that has come is only counted', () => {
  const { rows, come, gone } = queueChanges([aRequest('2'), aRequest('3')], {
    requests: [aRequest('1'), aRequest('3')],
    nextCursor: null,
  })
  expect(rows.map(({ request, isGone }) => [request.id, isGone])).toEqual([
    ['2', true],
    ['3', false],
  ])
  expect([come, gone]).toEqual([1, 1])
})

test('what newer requests have pushed to the next page has not gone', () => {
  const { gone, come } = queueChanges([aRequest('2'), aRequest('3')], {
    requests: [aRequest('1'), aRequest('2')],
    nextCursor: 'more',
  })
  expect([come, gone]).toEqual([1, 0])
})

/** Every list that can be made of four requests. */
const lists = Array.from({ length: 16 }, (_, bits) =>
  ['1', '2', '3', '4'].filter((_id, place) => (bits & (1 << place)) !== 0),
)

test.each(lists)('whatever happens elsewhere, rows stay where they are: %j', (...shown) => {
  for (const fresh of lists) {
    for (const nextCursor of [null, 'more']) {
      const { rows, come } = queueChanges(
        shown.map((id) => aRequest(id)),
        { requests: fresh.map((id) => aRequest(id, { state: 'in_work' })), nextCursor },
      )
      expect(rows.map(({ request }) => request.id)).toEqual(shown)
      expect(come).toBe(fresh.filter((id) => !shown.includes(id)).length)
    }
  }
})
