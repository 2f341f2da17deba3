import { expect, test } from 'vitest'
import type { AccountMonth, ChargeReference } from './charge-facts.ts'
import { chargeMonth } from './charge-month.ts'
import { flatOf, meterOf, REFERENCE, reading, shopOf } from './test/account.ts'

const metered = flatOf({ meters: [meterOf({ readings: [reading('2026-03-20', 129_000)] })] })
const withReading = (...readings: ReturnType<typeof reading>[]) => flatOf({ meters: [meterOf({ readings })] })
const [first] = REFERENCE.tariffs
const overlapping = first ? [{ ...first, validFrom: '2026-03-10', validTo: '2026-03-20' }] : []
const row = { validFrom: '2026-03-31', validTo: null }

test.each<[string, AccountMonth, Partial<ChargeReference>, object]>([
  ['no price at all', metered, { tariffs: [] }, { code: 'tariff_missing', day: '2026-03-01' }],
  [
    'no price of the group',
    { ...metered, consumerGroup: 'gardeners' },
    {},
    { code: 'tariff_missing', subject: 'cold_water gardeners' },
  ],
  [
    'a price that ends within the month',
    { ...metered, period: '2024-12' },
    {
      tariffs: REFERENCE.tariffs
        .map((tariff) => ({ ...tariff, validFrom: '2024-12-01', validTo: '2024-12-20' }))
        .slice(0, 2),
    },
    { code: 'tariff_missing', day: '2024-12-21' },
  ],
  [
    'two prices for a day',
    metered,
    { tariffs: [...REFERENCE.tariffs, ...overlapping] },
    { code: 'tariffs_overlap', day: '2026-03-10' },
  ],
  ['no norm of the housing', flatOf({ housingGroup: 'yurt' }), {}, { code: 'norm_missing' }],
  [
    'two norms for a day',
    flatOf(),
    { norms: [...REFERENCE.norms, { service: 'cold', housingGroup: 'full', normLitres: 1, ...row }] },
    { code: 'norms_overlap', day: '2026-03-31' },
  ],
  ['neither persons nor owners', flatOf({ persons: [], owners: 0 }), {}, { code: 'persons_unknown' }],
  [
    'two records of persons for a day',
    flatOf({
      persons: [
        { from: '2020-01-01', to: '2026-03-10', persons: 1 },
        { from: '2026-03-10', to: null, persons: 2 },
      ],
    }),
    {},
    { code: 'persons_overlap', day: '2026-03-10' },
  ],
  ['no coefficient', flatOf(), { coefficients: [] }, { code: 'coefficient_missing', subject: 'cold' }],
  [
    'two coefficients for a day',
    flatOf(),
    { coefficients: [...REFERENCE.coefficients, { service: 'cold', percent: 150, ...row }] },
    { code: 'coefficients_overlap' },
  ],
  [
    'a reading below the one before',
    withReading(reading('2026-03-20', 122_000)),
    {},
    { code: 'negative_volume', subject: 'cold-1', day: '2026-03-20' },
  ],
  [
    'a reading that no face shows',
    withReading(reading('2026-03-20', 100_000_000)),
    {},
    { code: 'reading_above_face' },
  ],
  [
    'a reading of last month',
    withReading(reading('2026-02-20', 124_000)),
    {},
    { code: 'reading_outside_period' },
  ],
  [
    'readings out of order',
    withReading(reading('2026-03-20', 124_000), reading('2026-03-10', 125_000)),
    {},
    { code: 'reading_outside_period', day: '2026-03-10' },
  ],
  ['no VAT for an organisation', shopOf({ meters: metered.meters }), { vat: [] }, { code: 'vat_missing' }],
])('nothing is guessed: %s', (_, facts, reference, refused) => {
  expect(chargeMonth(facts, { ...REFERENCE, ...reference })).toMatchObject({ ok: false, ...refused })
})

test('a metered account needs no persons and no norm', () => {
  expect(chargeMonth({ ...metered, persons: [], owners: 0, housingGroup: 'yurt' }, REFERENCE).ok).toBe(true)
})

test('a face that came round is charged when the reading says so', () => {
  const meters = [
    meterOf({ opening: { valueLitres: 99_999_000 }, readings: [reading('2026-03-20', 3000, true)] }),
  ]
  expect(chargeMonth(flatOf({ meters }), REFERENCE)).toMatchObject({
    lines: [{ litres: 4000 }, { litres: 4000 }],
  })
})
