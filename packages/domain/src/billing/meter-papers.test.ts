import { describe, expect, test } from 'vitest'
import type { MeterRecord } from './billed-meter.ts'
import { chargeMonth } from './charge-month.ts'
import { type ChargedMonths, metersAfter } from './silent-months.ts'
import { flatOf, REFERENCE } from './test/account.ts'

const read = (period: string, valueLitres: number, takenOn = `${period}-20`) => ({
  period,
  takenOn,
  valueLitres,
  isRollover: false,
})

/** Three cubic metres a month until October 2025, when it showed 124 m³. */
const steady = ['2025-10', '2025-09', '2025-08', '2025-07', '2025-06', '2025-05', '2025-04'].map(
  (period, i) => read(period, 124_000 - i * 3000),
)

/** Ran out on 31 October, was verified on 11 March 2026, when its face showed 140 m³. */
const verified = (readings: MeterRecord['readings'] = steady): MeterRecord => ({
  id: 'cold-1',
  service: 'cold',
  wholeDigits: 5,
  installedOn: '2020-01-15',
  removedOn: null,
  verificationDueOn: '2032-03-10',
  failedOn: null,
  refusedAccessOn: null,
  readings,
  outages: [{ reason: 'expired', since: '2025-11-01', endedOn: '2026-03-11', openingLitres: 140_000 }],
})

/** Days and litres of cold water in a month, by how they were found. */
function coldIn(meter: MeterRecord, period: string, charged: ChargedMonths = new Map()) {
  const known = { ...meter, readings: meter.readings.filter((reading) => reading.period <= period) }
  const bill = chargeMonth(flatOf({ period, meters: metersAfter([known], period, charged) }), REFERENCE)
  if (!bill.ok) throw new Error(bill.code)
  const parts = bill.lines.flatMap((line) =>
    line.service === 'cold_water' && line.kind === 'charge' && line.explanation.formula === 'volume_by_price'
      ? line.explanation.parts
      : [],
  )
  const found = parts.map((part) => ({
    method: part.method,
    because: 'because' in part ? part.because : null,
    days: `${part.from.slice(8)}-${part.to.slice(8)}`,
    litres: part.litres,
  }))
  return { found, lines: bill.lines }
}

describe('a meter that was verified after its verification had run out', () => {
  test('counts from that day on, and the days before stay what they were', () => {
    const { found } = coldIn(verified([read('2026-03', 142_500, '2026-03-24'), ...steady]), '2026-03')

    expect(found).toMatchObject([
      { method: 'meter', days: '11-31', litres: 2500 },
      { method: 'norm', because: 'expired', days: '01-10' },
    ])
  })

  test('without a reading since, the rest of the month is one without a reading', () => {
    expect(coldIn(verified(), '2026-03').found).toMatchObject([
      { method: 'average', because: 'no_reading', days: '11-31' },
      { method: 'norm', because: 'expired', days: '01-10' },
    ])
  })

  test('is out still where an earlier month is charged anew', () => {
    const sent = verified([read('2025-12', 131_000), ...steady])

    expect(coldIn(sent, '2025-12').found).toMatchObject([{ method: 'average', because: 'expired' }])
    expect(coldIn(sent, '2025-10').found).toMatchObject([{ method: 'meter', litres: 3000 }])
  })

  test('settles the silent days after it with the next reading, and no day before it', () => {
    const march = coldIn(verified(), '2026-03')
    const silent = march.found[0]?.litres ?? 0
    const april = coldIn(
      verified([read('2026-04', 144_000), ...steady]),
      '2026-04',
      new Map([['2026-03', march.lines]]),
    )

    expect(april.found.reduce((sum, { litres }) => sum + litres, silent)).toBe(4000)
  })

  test('has counted as a sound one in the months that follow', () => {
    const later = verified([read('2026-04', 146_000), read('2026-03', 142_000, '2026-03-24'), ...steady])

    expect(coldIn(later, '2026-04').found).toMatchObject([{ method: 'meter', days: '01-30', litres: 4000 }])
  })
})

test('a meter that failed and was repaired within a month counts from what its face showed then', () => {
  const meter: MeterRecord = {
    ...verified([
      read('2026-03', 129_000, '2026-03-24'),
      ...['2026-02', '2026-01', '2025-12', '2025-11'].map((period, i) => read(period, 124_000 - i * 3000)),
    ]),
    outages: [{ reason: 'failed', since: '2026-03-05', endedOn: '2026-03-15', openingLitres: 128_000 }],
  }

  expect(coldIn(meter, '2026-03').found).toMatchObject([
    { method: 'meter', days: '15-31', litres: 1000 },
    { method: 'average', because: 'failed', days: '01-14', litres: 1355 },
  ])
})

test('one that was verified and has failed since is out for the whole month', () => {
  const meter = { ...verified([read('2026-03', 142_000, '2026-03-12'), ...steady]), failedOn: '2026-03-20' }

  expect(coldIn(meter, '2026-03').found).toMatchObject([
    { method: 'norm', because: 'expired', days: '01-31' },
  ])
})
