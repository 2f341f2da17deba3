import { expect, test } from 'vitest'
import { flatAsTyped, houseAsTyped } from './typed-address.ts'

test.each([
  ['12а', '12а'],
  ['д.12-а', '12-а'],
  ['д. 12', '12'],
  ['Дом № 12', '12'],
  ['дом12', '12'],
  ['12 дом', '12'],
  ['12д', '12д'],
  ['12а кв. 45', '12а кв. 45'],
  ['домовладение 12', 'домовладение 12'],
  ['дом', 'дом'],
])('the house typed as «%s» is shown as «%s» after the word for a house', (typed, shown) => {
  expect(houseAsTyped(typed)).toBe(shown)
})

test.each([
  ['45', '45'],
  ['кв.45', '45'],
  ['кв-45', '45'],
  ['Кв. № 45', '45'],
  ['квартира 45', '45'],
  ['45 кв.', '45'],
  ['кв. 5, комната 1', '5, комната 1'],
  ['5к', '5к'],
  ['-', ''],
  ['', ''],
])('the flat typed as «%s» is shown as «%s» after the word for a flat', (typed, shown) => {
  expect(flatAsTyped(typed)).toBe(shown)
})
