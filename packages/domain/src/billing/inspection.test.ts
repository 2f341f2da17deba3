import { expect, test } from 'vitest'
import type { MeterRecord } from './billed-meter.ts'
import { findingLines, readingsAfter } from './inspection.ts'
import { recalculateMonths } from './recalculation.ts'
import { type ChargedMonths, metersAfter } from './silent-months.ts'
import { flatOf, meterOf, REFERENCE, shopOf } from './test/account.ts'

const read = (period: string, valueLitres: number, day = '20') => ({
  period,
  takenOn: `${period}-${day}`,
  valueLitres,
  isRollover: false,
})

/** A sound meter with readings, newest first. */
function recordOf(readings: MeterRecord['readings'], changes: Partial<MeterRecord> = {}): MeterRecord {
  const { id, service, wholeDigits, installedOn, removedOn, verificationDueOn, failedOn, refusedAccessOn } =
    meterOf()
  const papers = { installedOn, removedOn, verificationDueOn, failedOn, refusedAccessOn }
  return { id, service, wholeDigits, ...papers, readings, ...changes }
}

const found = (
  meter: MeterRecord,
  foundOn: string,
  foundLitres: number,
  charged: ChargedMonths = new Map(),
) => {
  const facts = flatOf({ period: foundOn.slice(0, 7) })
  const lines = findingLines(facts, { meter, foundOn, foundLitres }, { charged, reference: REFERENCE })
  return lines.ok
    ? lines.lines.map(({ service, litres, amountKopecks }) => [service, litres, amountKopecks])
    : lines.code
}

const MARCH = recordOf([read('2026-03', 330_000), read('2026-02', 325_000)])

test('what an inspector found beyond the last billed reading is charged in the month of the inspection', () => {
  expect(found(MARCH, '2026-03-25', 345_000)).toEqual([
    ['cold_water', 15_000, 60_330],
    ['wastewater', 15_000, 40_275],
  ])
})

test('less than was billed is given back, even below the reading of the month before', () => {
  expect(found(MARCH, '2026-03-25', 320_000)).toEqual([
    ['cold_water', -10_000, -40_220],
    ['wastewater', -10_000, -26_850],
  ])
})

test('a later reading of the month that goes beyond what was found has it in already', () => {
  expect(found(MARCH, '2026-03-05', 328_000)).toEqual([])
  expect(readingsAfter(MARCH.readings, { foundOn: '2026-03-05', foundLitres: 328_000 })).toEqual(
    MARCH.readings,
  )
})

test('from the next month on the count goes on from what was found', () => {
  const after = readingsAfter([read('2026-04', 350_000), ...MARCH.readings], {
    foundOn: '2026-03-25',
    foundLitres: 345_000,
  })
  expect(after.map(({ period, valueLitres }) => [period, valueLitres])).toEqual([
    ['2026-04', 350_000],
    ['2026-03', 345_000],
    ['2026-02', 325_000],
  ])
})

test('hot water that its supplier bills is only wastewater here', () => {
  expect(found({ ...MARCH, service: 'hot' }, '2026-03-25', 331_000)).toEqual([['wastewater', 1000, 2685]])
})

test('a meter that does not count, or an organisation, is no case for it', () => {
  expect(found({ ...MARCH, verificationDueOn: '2026-03-01' }, '2026-03-25', 345_000)).toBe('meter_not_sound')
  const finding = { meter: MARCH, foundOn: '2026-03-25', foundLitres: 345_000 }
  const lines = findingLines(shopOf(), finding, { charged: new Map(), reference: REFERENCE })
  expect(lines).toMatchObject({ code: 'residents_only' })
})

test('months that nobody sent readings for count as far as they were charged', () => {
  const silent = recordOf([
    read('2026-01', 300_000),
    read('2025-12', 293_000),
    read('2025-11', 286_000),
    read('2025-10', 279_000),
  ])
  const months = ['2026-02', '2026-03']
  const charged = new Map()
  for (const period of months) {
    const meters = metersAfter([silent], period, charged)
    const again = recalculateMonths({
      months: [{ period, reference: REFERENCE }],
      charged,
      factsOf: () => ({ facts: flatOf({ period, meters }), findings: [] }),
      because: 'correction',
    })
    if (again.ok) charged.set(period, again.months[0]?.shouldBe ?? [])
  }
  // 300 m³ and two months of 7 m³ are billed.
  expect(found(silent, '2026-03-25', 320_000, charged)).toEqual([
    ['cold_water', 6000, 24_132],
    ['wastewater', 6000, 16_110],
  ])
})

test('a month with an inspection that is charged again has its difference once', () => {
  const facts = flatOf({ meters: metersAfter([MARCH], '2026-03', new Map()) })
  const finding = { meter: MARCH, foundOn: '2026-03-25', foundLitres: 345_000 }
  const charge = (charged: ChargedMonths) =>
    recalculateMonths({
      months: [{ period: '2026-03', reference: REFERENCE }],
      charged,
      factsOf: () => ({ facts, findings: [finding] }),
      because: 'inspection',
    })
  const first = charge(new Map())
  if (!first.ok) throw new Error(first.code)
  const second = charge(new Map(first.months.map(({ period, shouldBe }) => [period, shouldBe])))
  expect(first.lines.map(({ litres }) => litres)).toEqual([20_000, 20_000])
  expect(second).toMatchObject({ ok: true, lines: [] })
})
