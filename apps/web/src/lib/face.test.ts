import { expect, test } from 'vitest'
import { cleanTyped, drumAtCaret, drumsOf, withComma } from './face.ts'

const face = { wholeDigits: 5, fractionDigits: 3, givenZeros: 3 }
const shown = (typed: string) =>
  drumsOf(typed, face)
    .map((drum) => drum.character)
    .join('')

const caret = (typed: string, at: number) => drumAtCaret(drumsOf(typed, face), typed, at)

test('an empty face shows the zeros that are certain and leaves the rest open', () => {
  expect(shown('')).toBe('000–––––')
})

test('what is typed stands before the comma as on the meter', () => {
  expect(shown('126')).toBe('00126–––')
  expect(shown('126,6')).toBe('001266––')
  expect(shown('126.670')).toBe('00126670')
})

test('digits copied straight from the face need no comma', () => {
  expect(withComma('00126670', 5, 3)).toBe('00126,670')
  expect(withComma('001266', 5, 3)).toBe('00126,6')
  expect(withComma('12667012', 5, 3)).toBe('12667,012')
  expect(shown('00126670')).toBe('00126670')
})

test('a number that may have lost its comma is left for the person to mend', () => {
  expect(withComma('126670', 5, 3)).toBe('126670')
})

test('a pasted unit and surplus commas fall away', () => {
  expect(cleanTyped(' 126,67 м³')).toBe('126,67')
  expect(cleanTyped('1,2,3')).toBe('1,23')
})

test('the caret stands where the next digit will be', () => {
  expect(caret('', 0)).toBe(3)
  expect(caret('126', 3)).toBe(5)
  expect(caret('126', 0)).toBe(2)
  expect(caret('126,6', 4)).toBe(5)
  expect(caret('126,6', 5)).toBe(6)
  expect(caret('126,670', 7)).toBe(8)
})
