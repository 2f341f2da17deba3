import type { ChargeLine } from '@rodnik/contract/charges'
import { addDays, shiftPeriod } from '../../calendar/days.ts'
import type { MeterRecord } from '../billed-meter.ts'
import type { AccountMonth } from '../charge-facts.ts'
import { chargeMonth } from '../charge-month.ts'
import { type ChargedMonths, metersAfter } from '../silent-months.ts'
import { flatOf, meterOf, REFERENCE } from './account.ts'

/** What is known of a month: readings by meter, null for none; who lives there; hours without water. */
export type KnownMonth = { readings: readonly (number | null)[]; persons: number; hours: number }

/** The first of the months; prices change in January, the coefficient in December. */
const FIRST = '2025-10'
export const periodAt = (index: number) => shiftPeriod(FIRST, index)

const SERVICES = ['cold', 'cold', 'hot'] as const
/** What the meters showed when the months began, after half a year of readings. */
export const START_LITRES = 100_000
const USUAL_LITRES = 3000
const BEFORE = 6

const at = (month: number, valueLitres: number) => {
  const period = periodAt(month)
  return { period, takenOn: addDays(`${period}-01`, 20), valueLitres, isRollover: false }
}

function recordOf(months: readonly KnownMonth[], meter: number, index: number): MeterRecord {
  const { id, service, wholeDigits, installedOn, removedOn, verificationDueOn, failedOn, refusedAccessOn } =
    meterOf({ id: `meter-${meter}`, service: SERVICES[meter] ?? 'cold' })
  const before = Array.from({ length: BEFORE }, (_, i) =>
    at(i - BEFORE, START_LITRES - (BEFORE - 1 - i) * USUAL_LITRES),
  )
  const since = months.slice(0, index + 1).flatMap(({ readings }, month) => {
    const value = readings[meter]
    return value === null || value === undefined ? [] : [at(month, value)]
  })
  const papers = { installedOn, removedOn, verificationDueOn, failedOn, refusedAccessOn }
  return { id, service, wholeDigits, ...papers, readings: [...before, ...since].toReversed() }
}

/** The flat in a month as it is known, after months that were charged as said. */
export function factsAt(months: readonly KnownMonth[], index: number, charged: ChargedMonths): AccountMonth {
  const month = months[index]
  const period = periodAt(index)
  const records = (month?.readings ?? []).map((_, meter) => recordOf(months, meter, index))
  return flatOf({
    period,
    housingGroup: 'hot',
    meters: metersAfter(records, period, charged),
    persons: [{ from: '2020-01-01', to: null, persons: month?.persons ?? 0 }],
    interruptions: [{ service: 'cold_water', hours: month?.hours ?? 0 }],
  })
}

/** Charges months in order, as a close does: one that is refused has no lines. */
export function closeMonths(
  months: readonly KnownMonth[],
  [from, to]: readonly [number, number],
  charged: ReadonlyMap<string, readonly ChargeLine[]>,
): { charged: Map<string, readonly ChargeLine[]>; isRefused: boolean } {
  const all = new Map(charged)
  let isRefused = false
  for (let index = from; index < to; index += 1) {
    const month = chargeMonth(factsAt(months, index, all), REFERENCE)
    if (!month.ok) isRefused = true
    all.set(periodAt(index), month.ok ? month.lines : [])
  }
  return { charged: all, isRefused }
}
