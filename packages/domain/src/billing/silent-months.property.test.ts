import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shiftPeriod } from '../calendar/days.ts'
import type { MeterRecord } from './billed-meter.ts'
import { chargeMonth } from './charge-month.ts'
import { type ChargedMonths, metersAfter } from './silent-months.ts'
import { flatOf, meterOf, REFERENCE } from './test/account.ts'

const FIRST = '2026-03'
const START = 100_000
type Water = 'cold' | 'hot'
/** Litres that the meter has counted since the start, month by month; null: nobody read it. */
type Told = { service: Water; litres: (number | null)[] }

const at = (period: string, valueLitres: number) => ({
  period,
  takenOn: `${period}-20`,
  valueLitres,
  isRollover: false,
})

function recordOf({ service, litres }: Told, index: number, upTo: number): MeterRecord {
  const { wholeDigits, installedOn, removedOn, verificationDueOn, failedOn, refusedAccessOn } = meterOf({
    installedOn: '2020-01-01',
  })
  const papers = { wholeDigits, installedOn, removedOn, verificationDueOn, failedOn, refusedAccessOn }
  const before = [6, 5, 4, 3, 2, 1].map((back) => at(shiftPeriod(FIRST, -back), START - (back - 1) * 3000))
  const since = litres
    .slice(0, upTo + 1)
    .flatMap((value, month) => (value === null ? [] : [at(shiftPeriod(FIRST, month), START + value)]))
  return { id: `${service}${index}`, service, ...papers, readings: [...before, ...since].toReversed() }
}

/** Charges month after month, as closes do, and gives what each service came to. */
function closed(meters: readonly Told[], housingGroup: string) {
  const charged = new Map<string, ChargedMonths extends ReadonlyMap<string, infer Lines> ? Lines : never>()
  const sums = { cold_water: 0, wastewater: 0 }
  for (let month = 0; month < (meters[0]?.litres.length ?? 0); month += 1) {
    const period = shiftPeriod(FIRST, month)
    const records = meters.map((meter, i) => recordOf(meter, i, month))
    const facts = flatOf({ period, housingGroup, meters: metersAfter(records, period, charged) })
    const bill = chargeMonth(facts, REFERENCE)
    if (!bill.ok) throw new Error(bill.code)
    charged.set(period, bill.lines)
    for (const line of bill.lines) sums[line.service] += line.litres ?? 0
  }
  return sums
}

const MONTHS = 9
const silence = fc.array(fc.boolean(), { minLength: MONTHS, maxLength: MONTHS })
const meter = (service: Water) =>
  fc
    .record({ used: fc.array(fc.nat(9000), { minLength: MONTHS, maxLength: MONTHS }), silence })
    .map(({ used, silence: silent }): Told => {
      let sum = 0
      // In the last month everybody is read.
      return {
        service,
        litres: used.map((litres, month) => {
          sum += litres
          return silent[month] && month < MONTHS - 1 ? null : sum
        }),
      }
    })

const last = ({ litres }: Told) => litres.at(-1) ?? 0
const flats: [string, fc.Arbitrary<Told[]>][] = [
  ['one cold meter', fc.tuple(meter('cold'))],
  ['a cold and a hot meter', fc.tuple(meter('cold'), meter('hot'))],
  ['two cold meters', fc.tuple(meter('cold'), meter('cold'))],
  ['two cold and two hot meters', fc.tuple(meter('cold'), meter('cold'), meter('hot'), meter('hot'))],
]

test.each(flats)('of %s exactly what went through is charged, however long each was silent', (_, told) => {
  fc.assert(
    fc.property(told, (meters) => {
      const hasHot = meters.some(({ service }) => service === 'hot')
      const cold = meters
        .filter(({ service }) => service === 'cold')
        .reduce((sum, each) => sum + last(each), 0)
      const all = meters.reduce((sum, each) => sum + last(each), 0)
      expect(closed(meters, hasHot ? 'hot' : 'full')).toEqual({ cold_water: cold, wastewater: all })
    }),
    { numRuns: 150 },
  )
})
