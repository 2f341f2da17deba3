import { expect, test } from 'vitest'
import { type DistrictStreet, districtOf } from './district-of.ts'
import { streetKey } from './street-key.ts'

test.each([
  ['проспект Победы', 'ПРОСПЕКТ ПОБЕДЫ'],
  ['пр. Победы', 'ПРОСПЕКТ ПОБЕДЫ'],
  ['Победы пр-кт', 'ПРОСПЕКТ ПОБЕДЫ'],
  ['ул. Академика Королёва', 'УЛИЦА АКАДЕМИКА КОРОЛЕВА'],
  ['Кирова', 'УЛИЦА КИРОВА'],
  ['Копейское шоссе', 'ШОССЕ КОПЕЙСКОЕ'],
  ['', 'УЛИЦА'],
])('«%s» is the street %s', (street, key) => {
  expect(streetKey(street)).toBe(key)
})

const part = (district: string, facts: Partial<DistrictStreet> = {}): DistrictStreet => ({
  district,
  streetKey: 'ПРОСПЕКТ ЛЕНИНА',
  houseFrom: null,
  houseTo: null,
  side: null,
  ...facts,
})
const STREETS = [
  part('central'),
  part('traktor', { houseTo: 30 }),
  part('soviet', { houseFrom: 80, side: 'odd' }),
]

test.each([
  ['12а', 'traktor'],
  ['30 корп. 2', 'traktor'],
  ['31', 'central'],
  ['80', 'central'],
  ['81/1', 'soviet'],
  ['без номера', 'traktor'],
])('house %s of a street of three districts is in %s', (house, district) => {
  expect(districtOf(STREETS, { streetKey: 'ПРОСПЕКТ ЛЕНИНА', house })).toBe(district)
})

test('a street that nobody has entered is in no district', () => {
  expect(districtOf(STREETS, { streetKey: 'УЛИЦА ЛЕНИНА', house: '1' })).toBeUndefined()
})
