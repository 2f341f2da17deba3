import { expect, test } from 'vitest'
import { similarNumbers } from './similar-numbers.ts'

test.each([
  ['two digits swapped', '3140001243'],
  ['a wrong digit', '3140001239'],
  ['a digit lost', '314000124'],
  ['a digit twice', '31400001234'],
  ['spaces between', '314 0001 234'],
])('%s: the number that was meant is among those that are like it', (_, typed) => {
  expect(similarNumbers(typed)).toContain('3140001234')
})

test('the number as it was typed comes first', () => {
  expect(similarNumbers('3140001234')[0]).toBe('3140001234')
})

test.each(['', '12', 'Иванов', '31400012345678'])('%j is like no number', (typed) => {
  expect(similarNumbers(typed)).toEqual([])
})
