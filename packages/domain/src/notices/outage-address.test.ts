import type { StreetPart } from '@rodnik/contract/outages'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasHouse, mayBeStreet, mayReach, reachesPremises } from './outage-address.ts'

const part = (facts: Partial<StreetPart> = {}): StreetPart => ({
  street: 'ул. Кирова',
  houses: [],
  houseFrom: null,
  houseTo: null,
  side: null,
  ...facts,
})

test.each([
  ['all of the street', part(), '12а', true],
  ['a list by the same name', part({ houses: ['12 корп. 1', '14А'] }), '14 а', true],
  ['a list that writes the building otherwise', part({ houses: ['12 корп. 1'] }), '12/1', true],
  ['a list without the letter', part({ houses: ['12'] }), '12а', false],
  ['the odd side', part({ houseFrom: 1, houseTo: 25, side: 'odd' }), '13а', true],
  ['the other side', part({ houseFrom: 1, houseTo: 25, side: 'odd' }), '14', false],
  ['past the last house', part({ houseTo: 25 }), '26', false],
])('%s', (_, streets, house, isReached) => {
  expect(hasHouse(streets, house)).toBe(isReached)
})

test.each([
  ['победы', 'проспект Победы', true],
  ['ул. Победы', 'проспект Победы', true],
  ['ПР-Т ПОБЕДЫ', 'проспект Победы', true],
  ['шоссе Победы', 'проспект Победы', false],
  ['королева', 'улица Академика Королёва', true],
  ['акад королёва', 'улица Академика Королёва', true],
  ['ки', 'улица Кирова', false],
  ['', 'улица Кирова', false],
  ['ул.', 'улица Кирова', false],
  ['Цвиллинга', 'улица Кирова', false],
])('«%s» for %s: %s', (typed, street, isMeant) => {
  expect(mayBeStreet(typed, street)).toBe(isMeant)
})

test('registered premises are of one street alone', () => {
  const parts = [part({ street: 'проспект Ленина' })]

  expect(reachesPremises(parts, { street: 'пр. Ленина', house: '4' })).toBe(true)
  expect(reachesPremises(parts, { street: 'улица Ленина', house: '4' })).toBe(false)
})

test('without a house the whole street is asked for', () => {
  expect(mayReach([part({ houses: ['7'] })], { street: 'кирова', house: ' ' })).toBe(true)
  expect(mayReach([part({ houses: ['7'] })], { street: 'кирова', house: '9' })).toBe(false)
})

const limits = fc.record({
  houseFrom: fc.option(fc.integer({ min: 1, max: 200 })),
  houseTo: fc.option(fc.integer({ min: 1, max: 200 })),
})

test('a house on either side of the street is reached by the street, and only by one of its sides', () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 250 }), (some, number) => {
      const house = String(number)
      const bothSides = part({ ...some, side: null })
      const bySide = (['odd', 'even'] as const).filter((side) => hasHouse(part({ ...some, side }), house))
      expect(bySide).toHaveLength(hasHouse(bothSides, house) ? 1 : 0)
    }),
  )
})
