import type { ChargeRefusal } from '@rodnik/contract/charges'
import type { WaterService } from '@rodnik/contract/meters'
import { addDays } from '../calendar/days.ts'
import type { AccountMonth, BilledMeter } from './charge-facts.ts'
import type { Uncovered } from './gap.ts'
import { type MeterSetting, meterMonth } from './meter-month.ts'
import { earlierDay, type MonthFrame } from './month-frame.ts'
import { type PricedPart, pricedPart } from './priced-part.ts'

/** What meters and averages tell of a water in a month, and the days left to a method of the whole service. */
export type WaterVolume = { ok: true; parts: PricedPart[]; uncovered: Uncovered[] }

/**
 * A water of an account: its meters, each by its own method. A norm is of all the taps of a flat, so where one
 * meter goes over to it, it takes the days for the whole service and is never charged twice.
 */
export function waterVolume(
  facts: AccountMonth,
  service: WaterService,
  setting: MeterSetting,
): WaterVolume | ChargeRefusal {
  const { frame } = setting
  const meters = facts.meters.filter(
    (meter) => meter.service === service && meter.installedOn <= frame.lastDay,
  )
  if (meters.length === 0)
    return { ok: true, parts: [], uncovered: [withoutMeter(facts, frame.firstDay, frame.lastDay)] }
  const successors = successorsOf(meters)
  const parts = []
  const uncovered = beforeTheFirst(facts, meters, frame)
  for (const [index, meter] of meters.entries()) {
    const successorOn = successors[index]
    if (isGone(meter, successorOn, frame)) continue
    const month = meterMonth(meter, setting, successorOn)
    if (!month.ok) return month
    parts.push(...month.parts)
    uncovered.push(...month.uncovered)
  }
  const taken = uncovered.length > 1 ? oncePerDay(uncovered) : uncovered
  return { ok: true, parts: parts.map((part) => pricedPart(part, taken)), uncovered: taken }
}

function withoutMeter(facts: AccountMonth, from: string, to: string): Uncovered {
  return facts.isMeterImpossible
    ? { from, to, because: 'meter_impossible', hasCoefficient: false }
    : { from, to, because: 'no_meter', hasCoefficient: true }
}

/** Days of the month before the first meter of the service was put in. */
function beforeTheFirst(facts: AccountMonth, meters: readonly BilledMeter[], frame: MonthFrame): Uncovered[] {
  let first = frame.lastDay
  for (const meter of meters) first = earlierDay(first, meter.installedOn)
  return first > frame.firstDay ? [withoutMeter(facts, frame.firstDay, addDays(first, -1))] : []
}

/** The meter that came for one that was taken away: the first of the service that was put in then or later. */
function successorsOf(meters: readonly BilledMeter[]): (string | undefined)[] {
  const taken = new Set<BilledMeter>()
  return meters.map(({ removedOn }) => {
    if (removedOn === null) return undefined
    const successor = meters
      .filter((other) => other.installedOn >= removedOn && !taken.has(other))
      .toSorted((a, b) => (a.installedOn < b.installedOn ? -1 : 1))[0]
    if (successor) taken.add(successor)
    return successor?.installedOn
  })
}

/** Taken away, and another one counts since before this month. */
function isGone({ removedOn }: BilledMeter, successorOn: string | undefined, frame: MonthFrame): boolean {
  return removedOn !== null && removedOn < frame.firstDay && (successorOn ?? '9') <= frame.firstDay
}

/** The days of the whole service without overlaps; of two reasons for a day that with a coefficient counts. */
function oncePerDay(uncovered: readonly Uncovered[]): Uncovered[] {
  const strictFirst = uncovered.toSorted((a, b) => Number(b.hasCoefficient) - Number(a.hasCoefficient))
  const kept: Uncovered[] = []
  for (const span of strictFirst) kept.push(...remainders(span, kept))
  return kept.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** What is left of a span when the days of others are cut out of it. */
function remainders(span: Uncovered, others: readonly Uncovered[]): Uncovered[] {
  let left = [span]
  for (const other of others) {
    left = left.flatMap((piece) => {
      if (other.to < piece.from || other.from > piece.to) return [piece]
      const before = { ...piece, to: addDays(other.from, -1) }
      const after = { ...piece, from: addDays(other.to, 1) }
      return [before, after].filter(({ from, to }) => from <= to)
    })
  }
  return left
}
