import { expect, test } from 'vitest'
import { findOf } from './typed-find.ts'

test.each([
  ['314 000 00 17', '3140000017'],
  ['314-000-00-17', '3140000017'],
  [' P2611-0000123-7 ', 'P2611-0000123-7'],
  ['p2611-0000123-7', 'P2611-0000123-7'],
  ['Р2611-0000123-7', 'P2611-0000123-7'],
  ['р2611-0000123-7', 'P2611-0000123-7'],
])('«%s» is looked for as %s', (typed, wanted) => {
  expect(findOf(typed)).toBe(wanted)
})

test('a number of a bank is looked for as it is written', () => {
  expect(findOf('70906e55-7114-41d6-8332-4609dc6590f4')).toBe('70906e55-7114-41d6-8332-4609dc6590f4')
})
