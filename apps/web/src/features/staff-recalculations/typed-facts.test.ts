import { expect, test } from 'vitest'
import { factsFrom } from './typed-facts.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const METER = '018f3c5a-0000-7000-8000-000000000001'

test('months are taken as they were chosen', () => {
  expect(factsFrom('months', form({ from: '2026-08', to: '2026-09' }))).toEqual({
    facts: { kind: 'months', from: '2026-08', to: '2026-09' },
  })
  expect(factsFrom('months', form({ from: '2026-09', to: '2026-08' }))).toEqual({ wrong: ['to'] })
})

test('a reading is typed with a comma or a point', () => {
  for (const foundLitres of ['345,12', '345.120']) {
    expect(factsFrom('inspection', form({ meterId: METER, foundOn: '2026-10-28', foundLitres }))).toEqual({
      facts: { kind: 'inspection', meterId: METER, foundOn: '2026-10-28', foundLitres: 345_120 },
    })
  }
})

test.each([
  [{ foundOn: '', foundLitres: 'много' }, ['foundOn', 'foundLitres']],
  [{ foundOn: '', foundLitres: '1' }, ['foundOn']],
  [{ foundOn: '2026-10-28', foundLitres: '1,2345' }, ['foundLitres']],
])('an inspection of %o names the fields at fault', (fields, wrong) => {
  expect(factsFrom('inspection', form({ meterId: METER, ...fields }))).toEqual({ wrong })
})

test('unauthorised use needs its day, its months and its act', () => {
  expect(factsFrom('unauthorised', form({ foundOn: '2026-10-15', months: '3', actNumber: 'А-7' }))).toEqual({
    facts: { kind: 'unauthorised', foundOn: '2026-10-15', months: 3, actNumber: 'А-7' },
  })
  expect(factsFrom('unauthorised', form({ foundOn: '', months: '37', actNumber: '' }))).toEqual({
    wrong: ['foundOn', 'months', 'actNumber'],
  })
})
