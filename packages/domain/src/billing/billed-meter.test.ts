import { expect, test } from 'vitest'
import { billedMeter, type MeterRecord } from './billed-meter.ts'
import type { CountedReading } from './counted-reading.ts'

const at = (period: string, valueLitres: number): CountedReading => ({
  period,
  takenOn: `${period}-20`,
  valueLitres,
  isRollover: false,
})

const meterWith = (readings: CountedReading[], facts: Partial<MeterRecord> = {}): MeterRecord => ({
  id: 'cold-1',
  service: 'cold',
  wholeDigits: 5,
  installedOn: '2020-01-15',
  removedOn: null,
  verificationDueOn: '2030-01-15',
  failedOn: null,
  refusedAccessOn: null,
  readings,
  ...facts,
})

const MONTHS = ['2026-09', '2026-08', '2026-07', '2026-06']
const steady = MONTHS.map((period, i) => at(period, 40_000 - i * 3000))

test('a meter that is read every month opens with its last reading and has a history', () => {
  const meter = billedMeter(meterWith([at('2026-10', 44_000), ...steady]), '2026-10', [])

  expect(meter).toMatchObject({
    opening: { valueLitres: 40_000 },
    readings: [{ valueLitres: 44_000 }],
    historyLitres: [3000, 3000, 3000],
    missed: null,
  })
})

test('months without a reading are counted, with what was charged for them', () => {
  const meter = billedMeter(meterWith(steady), '2026-12', [3000, 3000])

  expect(meter).toMatchObject({
    readings: [],
    missed: { months: 2, reason: 'no_reading', chargedLitres: [3000, 3000] },
  })
})

test('what came after silent months is spread over them', () => {
  const meter = billedMeter(meterWith([at('2026-09', 10_000), at('2026-06', 0)]), '2026-10', [])

  expect(meter.historyLitres).toEqual([3333, 3333, 3334])
})

test('a face that came round is counted on, one that was set back ends the history', () => {
  const round = [at('2026-09', 2000), at('2026-08', 99_999_000)]
  const back = [at('2026-09', 2000), at('2026-08', 1000), at('2026-07', 50_000)]

  expect(billedMeter(meterWith(round), '2026-10', []).historyLitres).toEqual([3000])
  expect(billedMeter(meterWith(back), '2026-10', []).historyLitres).toEqual([1000])
})

test('a meter whose verification ran out in August has been out since, and readings after that are no history', () => {
  const meter = billedMeter(meterWith(steady, { verificationDueOn: '2026-08-10' }), '2026-10', [])

  expect(meter.missed).toEqual({ months: 2, reason: 'expired', chargedLitres: [] })
  expect(meter.historyLitres).toEqual([3000])
})

test('the first of several events counts, and one of this month is no past', () => {
  const broken = { failedOn: '2026-09-03', refusedAccessOn: '2026-07-01' }

  expect(billedMeter(meterWith(steady, broken), '2026-10', []).missed).toMatchObject({
    reason: 'refused_access',
    months: 3,
  })
  expect(billedMeter(meterWith(steady, { failedOn: '2026-10-03' }), '2026-10', []).missed).toBeNull()
})

const fresh = (installedOn: string) => billedMeter(meterWith([], { installedOn }), '2026-10', [])

test('a new meter that nobody has read yet was silent since it was put in', () => {
  expect(fresh('2026-10-05').missed).toBeNull()
  expect(fresh('2026-08-05').missed).toMatchObject({ months: 2 })
})

test('an organisation’s year runs from the oldest reading within it', () => {
  const readings = [at('2026-09', 900_000), at('2026-03', 300_000), at('2025-09', 100_000), at('2025-08', 0)]

  expect(billedMeter(meterWith(readings), '2026-10', []).year).toEqual({ litres: 800_000, days: 365 })
})
