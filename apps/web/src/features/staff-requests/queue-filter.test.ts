import { expect, test } from 'vitest'
import { askedQueue, queueAddress } from './queue-filter.ts'

const asked = (query: string) => askedQueue(new URLSearchParams(query))

test('an address without a filter asks for what is open', () => {
  expect(asked('')).toEqual({})
})

test('days are asked for as late, as today, or as within so many days', () => {
  expect(asked('due=late')).toEqual({ due: 'late' })
  expect(asked('due=today')).toEqual({ due: 'today' })
  expect(asked('due=7')).toEqual({ dueWithin: '7' })
})

test('an account number is taken as people write it', () => {
  expect(asked('account=314 000 00 17&kind=appeal&state=closed&assignee=me&find= R2611-0000123-7 ')).toEqual({
    account: '3140000017',
    kind: 'appeal',
    state: 'closed',
    assignee: 'me',
    find: 'R2611-0000123-7',
  })
})

test('what nobody could have meant is left out, so that an old link still opens', () => {
  expect(asked('kind=dinner&state=tired&due=400&assignee=boss&account=12')).toEqual({})
})

test('the address holds only what narrows the queue', () => {
  expect(queueAddress({ kind: 'appeal', due: '', assignee: 'me' })).toBe(
    '/staff/requests?kind=appeal&assignee=me',
  )
  expect(queueAddress({})).toBe('/staff/requests')
})
