import { expect, test } from 'vitest'
import { requestCode, requestNumber, ticketIn, ticketOf } from './ticket.ts'

test.each(['R2611-0000123-7', 'r2611 0000123 7', '2611-0000123-7', 'Р2611-0000123-7', ' R261100001237 '])(
  'a number is understood as people copy it: %s',
  (typed) => {
    expect(requestNumber(typed)).toBe('R2611-0000123-7')
  },
)

test.each(['', 'R2611', 'P-1', 'R2611-00O0123-7', '7447'])('what is no number is none: %s', (typed) => {
  expect(requestNumber(typed)).toBeNull()
})

test.each(['K7M2-P9QD', 'k7m2p9qd', 'К7М2 Р9QD'])('a code is understood as people copy it: %s', (typed) => {
  expect(requestCode(typed)).toBe('K7M2-P9QD')
})

test('letters that the code does not have are the digits that look like them', () => {
  expect(requestCode('OI1L-О0AA')).toBe('0111-00AA')
})

test.each(['', 'K7M2', 'K7M2-P9QDX', 'K7M2-Ж9QD'])('what is no code is none: %s', (typed) => {
  expect(requestCode(typed)).toBeNull()
})

test('the link of a letter carries both', () => {
  expect(ticketIn('#R2611-0000123-7.K7M2-P9QD')).toEqual({ number: 'R2611-0000123-7', code: 'K7M2-P9QD' })
})

test.each(['', '#content', '#R2611-0000123-7', '#R2611-0000123-7.'])(
  'another fragment is no ticket: %s',
  (hash) => {
    expect(ticketIn(hash)).toBeNull()
  },
)

test.each([null, 'R2611-0000123-7', { number: 1, code: 2 }, {}])(
  'what was kept damaged is no ticket',
  (kept) => {
    expect(ticketOf(kept)).toBeNull()
  },
)
