import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { filledText, placesLeft } from './answer-text.ts'

const places = { number: 'R2611-0000123-7', dueOn: '2026-12-04', address: 'улица Труда, 12, 45' }

test('an answer names the number, the day and the address of its request', () => {
  expect(filledText('Заявка {номер}: ответим до {срок}, адрес {адрес}.', places)).toBe(
    'Заявка R2611-0000123-7: ответим до 04.12.2026, адрес улица Труда, 12, 45.',
  )
  expect(filledText('{ Number } {DUE} {address}', places)).toBe(
    'R2611-0000123-7 04.12.2026 улица Труда, 12, 45',
  )
})

test('a place that the request has nothing for, or that nobody knows, is left to be seen', () => {
  const text = filledText('{адрес}, мастер {имя мастера}', { ...places, address: null })
  expect(placesLeft(text)).toEqual(['{адрес}', '{имя мастера}'])
})

test('whatever stands in the address, nothing of it is taken for a place', () => {
  fc.assert(
    fc.property(fc.string(), (address) => {
      expect(filledText('{адрес}{адрес}', { ...places, address })).toBe(address + address)
    }),
  )
})

test('a text without places is sent word for word', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{')),
      (text) => {
        expect(filledText(text, places)).toBe(text)
        expect(placesLeft(text)).toEqual([])
      },
    ),
  )
})
