import type { ChargeLine } from '@rodnik/contract/charges'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftPeriod } from '../calendar/days.ts'
import type { MeterRecord } from './billed-meter.ts'
import { type Finding, findingLines, lastOfEach, readingsAfter, withClosing } from './inspection.ts'
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

test('what was billed beyond the face before a time out of use is given back when a visit ends that time', () => {
  const outages = [
    { reason: 'failed' as const, since: '2026-03-02', endedOn: '2026-03-25', openingLitres: 320_000 },
  ]
  const repaired = recordOf([read('2026-02', 325_000), read('2026-01', 318_000)], { outages })

  expect(found(repaired, '2026-03-25', 320_000)).toEqual([
    ['cold_water', -5000, -20_110],
    ['wastewater', -5000, -13_425],
  ])
  expect(
    found(
      { ...repaired, outages: outages.map((one) => ({ ...one, openingLitres: 330_000 })) },
      '2026-03-25',
      330_000,
    ),
  ).toEqual([])
})

const on = (day: string, foundLitres: number) => ({ meterId: 'm', foundOn: `2026-03-${day}`, foundLitres })

test('of two findings of a month the last day counts, and of one day the one recorded last', () => {
  expect(lastOfEach([on('20', 1), on('25', 2)])).toEqual([on('25', 2)])
  expect(lastOfEach([on('25', 1), on('20', 2)])).toEqual([on('25', 1)])
  expect(lastOfEach([on('20', 1), on('20', 2)])).toEqual([on('20', 2)])
})

test('a meter that leaves below what was billed costs what its face says, however long it was silent', () => {
  const month = fc.record({ used: fc.nat(9000), isSilent: fc.boolean() })
  fc.assert(
    fc.property(fc.array(month, { minLength: 1, maxLength: 7 }), fc.nat(20_000), (months, below) => {
      const city = chargedCity()
      const readings = [read('2025-08', START)]
      let face = START
      for (const [i, { used, isSilent }] of months.entries()) {
        const period = shiftPeriod('2025-09', i)
        face += used
        if (!isSilent) readings.unshift(read(period, face))
        city.charge(period, [recordOf(readings)], [])
      }
      const leaves = shiftPeriod('2025-09', months.length)
      const foundOn = `${leaves}-20`
      const left = recordOf(withClosing(readings, foundOn), { removedOn: foundOn })
      const opening = { ...read(shiftPeriod(leaves, -1), 10), takenOn: foundOn }
      const came = recordOf([read(leaves, 10, '22'), opening], { id: 'new', installedOn: foundOn })
      const foundLitres = (readings[0]?.valueLitres ?? 0) - below
      city.charge(leaves, [left, came], [{ meter: left, foundOn, foundLitres }])

      expect(city.coldLitres()).toBe(foundLitres - START)
    }),
  )
})

const START = 300_000

/** Months of a flat that are charged one after the other. */
function chargedCity() {
  const charged = new Map<string, readonly ChargeLine[]>()
  return {
    charge(period: string, meters: MeterRecord[], findings: Finding[]) {
      const again = recalculateMonths({
        months: [{ period, reference: REFERENCE }],
        charged,
        factsOf: () => ({
          facts: flatOf({ period, meters: metersAfter(meters, period, charged) }),
          findings,
        }),
        because: 'correction',
      })
      if (!again.ok) throw new Error(again.code)
      charged.set(period, again.months[0]?.shouldBe ?? [])
    },
    coldLitres: () =>
      [...charged.values()]
        .flat()
        .filter(({ service, kind }) => service === 'cold_water' && kind !== 'surplus')
        .reduce((sum, { litres }) => sum + (litres ?? 0), 0),
  }
}

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
