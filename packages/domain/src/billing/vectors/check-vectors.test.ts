import { expect, test } from 'vitest'
import worked from '../../../vectors/billing.json' with { type: 'json' }
import house from '../../../vectors/house.json' with { type: 'json' }
import { checkVectors } from './check-vectors.ts'

test.each(checkVectors(worked))('worked vector $id comes out', ({ differences }) => {
  expect(differences).toEqual([])
})

test.each(checkVectors(house))('vector of the house $id comes out', ({ differences }) => {
  expect(differences).toEqual([])
})

const first = { id: 'V1', kind: 'advance', given: { balance_kop: -1, charge_kop: 2 } }

test('a wrong number is named with its field', () => {
  const vectors = [{ ...first, expected: { to_pay_kop: 2, advance_left_kop: 0 } }]
  expect(checkVectors({ vectors })).toEqual([
    { id: 'V1', differences: [{ field: 'to_pay_kop', expected: '2', got: '1' }] },
  ])
})

test('a list is compared entry by entry', () => {
  const given = { volume: '9.3', segments: [{ days: 15, tariff: '33.08' }] }
  const vectors = [{ id: 'V2', kind: 'split_days', given, expected: { volumes: ['9.4'], amounts_kop: [] } }]
  expect(checkVectors({ vectors })[0]?.differences.map(({ field }) => field)).toEqual([
    'volumes[0]',
    'amounts_kop',
  ])
})

test.each([
  ['an unknown kind', { ...first, kind: 'benefit', expected: { to_pay_kop: 1 } }, 'kind'],
  ['no kind', { id: 'V1', expected: { to_pay_kop: 1 } }, 'kind'],
  ['nothing given', { id: 'V1', kind: 'advance', expected: { to_pay_kop: 1 } }, 'given'],
  ['nothing expected', { ...first, expected: {} }, 'expected'],
  ['text for a number', { ...first, given: { balance_kop: 'много' }, expected: { to_pay_kop: 1 } }, 'given'],
  ['no object', 'V1', 'vector'],
])('%s is a failure of that vector', (_, vector, field) => {
  const [broken, whole] = checkVectors({ vectors: [vector, { ...first, expected: { to_pay_kop: 1 } }] })
  expect(broken?.differences[0]?.field).toBe(field)
  expect(whole?.differences).toEqual([])
})

test.each([undefined, null, {}, { vectors: [] }, { vectors: 'all' }, 7])(
  '%j is no file of vectors',
  (file) => {
    expect(checkVectors(file)).toHaveLength(1)
    expect(checkVectors(file)[0]?.differences).toHaveLength(1)
  },
)

test('a volume is a number however it is written', () => {
  const given = { billed_reading: '1', found_reading: 8, tariff: '39.560' }
  const vectors = ['7', '7.0', '7.000', 7].map((volume) => ({
    id: 'V',
    kind: 'check61',
    given,
    expected: { volume },
  }))
  expect(checkVectors(vectors).flatMap(({ differences }) => differences)).toEqual([])
})

test.each([
  ['a reading below zero', 'meter', { cold: [{ prev: '-1', cur: '3' }], tariff: '1' }],
  ['a negative price', 'check61', { billed_reading: '1', found_reading: '2', tariff: '-1' }],
  ['neither true nor false', 'penalty', { scheme: 'zhk155_14', due: '2026-04-15', shift_weekend: 'yes' }],
  ['a day that is none', 'penalty', { scheme: 'zhk155_14', due: '2026-02-31', debt_kop: 1 }],
  ['nobody', 'norm', { norm: '9.1', persons: 0, tariff: '1' }],
])('%s cannot be computed', (_, kind, given) => {
  const [checked] = checkVectors([{ id: 'V', kind, given, expected: { total_kop: 0 } }])
  expect(checked?.differences).toMatchObject([{ field: 'given', expected: 'a result' }])
})
