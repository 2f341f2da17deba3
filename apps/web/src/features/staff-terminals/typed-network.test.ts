import { expect, test } from 'vitest'
import { typedHours, typedNetwork, wrongFields } from './typed-network.ts'

function filled(fields: Record<string, string>): FormData {
  const data = new FormData()
  const usual = {
    name: 'Киоски',
    code: 'city',
    addresses: '203.0.113.7',
    minRoubles: '1',
    maxRoubles: '15000',
  }
  const all = { ...usual, timeZone: 'Asia/Omsk', protocol: 'biller', requestsPerMinute: '600', ...fields }
  for (const [name, value] of Object.entries(all)) data.set(name, value)
  return data
}

test('a form is read as it was meant, kopecks and all', () => {
  const typed = typedNetwork(
    filled({ addresses: ' 203.0.113.7, 203.0.113.0/24;2001:db8::/48 ', minRoubles: '1,50' }),
  )

  expect(typed).toEqual({
    name: 'Киоски',
    code: 'city',
    protocol: 'biller',
    addresses: ['203.0.113.7', '203.0.113.0/24', '2001:db8::/48'],
    timeZone: 'Asia/Omsk',
    minKopecks: 150,
    maxKopecks: 1_500_000,
    requestsPerMinute: 600,
  })
  expect(wrongFields(typed)).toEqual([])
})

test.each([
  [{ name: ' ' }, ['name']],
  [{ code: 'Город' }, ['code']],
  [{ addresses: ' , ' }, ['addresses']],
  [{ minRoubles: '0' }, ['minRoubles']],
  [{ minRoubles: '-5' }, ['minRoubles']],
  [{ minRoubles: '20000' }, ['maxRoubles']],
  [{ maxRoubles: 'много' }, ['maxRoubles']],
  [{ requestsPerMinute: '1.5' }, ['requestsPerMinute']],
])('what is missing in %o is named: %o', (fields, wrong) => {
  expect(wrongFields(typedNetwork(filled(fields)))).toEqual(wrong)
})

test.each([
  ['0', 0],
  ['168', 168],
  ['169', Number.NaN],
  ['-1', Number.NaN],
  ['', Number.NaN],
])('«%s» hours are %d', (keepHours, hours) => {
  expect(typedHours(filled({ keepHours }))).toBe(hours)
})
