import type { BilledService, ChargeRefusal, VolumeLine } from '@rodnik/contract/charges'
import { shiftPeriod } from '../calendar/days.ts'
import type { MeterRecord } from './billed-meter.ts'
import type { AccountMonth, ChargeReference } from './charge-facts.ts'
import type { CountedReading } from './counted-reading.ts'
import { monthReference } from './month-reference.ts'
import { wholePart } from './part-litres.ts'
import { pricedPart } from './priced-part.ts'
import { refusal } from './refusal.ts'
import { volumeLines } from './service-lines.ts'
import { type ChargedMonths, openedAnew, silentLitres } from './silent-months.ts'

/** What an inspector found on the face of a meter; `meter` is as it is known without it. */
export type Finding = { meter: MeterRecord; foundOn: string; foundLitres: number }

/**
 * The difference between what an inspector found and what was billed, in the month of the inspection and at its
 * price (Rules 354, п. 61); less than was billed is a credit. Nothing where a later reading of the month has it in
 * already. `charged` has the month itself too.
 */
export function findingLines(
  facts: AccountMonth,
  { meter: kept, foundOn, foundLitres }: Finding,
  { charged, reference }: { charged: ChargedMonths; reference: ChargeReference },
): { ok: true; lines: VolumeLine[] } | ChargeRefusal {
  const meter = openedAnew(kept, facts.period)
  if (facts.kind !== 'resident') return refusal('residents_only', 'account', null)
  if (!isSound(meter, foundOn)) return refusal('meter_not_sound', meter.id, foundOn)
  const last = newest(meter.readings, facts.period)
  // The first reading ever opens the count and charges nothing.
  if (!last || isInAlready(last, { foundOn, foundLitres })) return { ok: true, lines: [] }
  const silent = silentLitres([meter], shiftPeriod(facts.period, 1), charged).get(meter.id) ?? []
  const wereLitres = silent.reduce(
    (sum, litres) => sum + litres,
    billedUpTo(kept, last, { foundOn, foundLitres }),
  )
  if (wereLitres === foundLitres) return { ok: true, lines: [] }
  const month = monthReference(reference, facts.period)
  const { firstDay: from, lastDay: to } = month.frame
  const part = wholePart({
    method: 'difference',
    because: 'inspection',
    wereLitres,
    shouldBeLitres: foundLitres,
    from,
    to,
  })
  const lines: VolumeLine[] = []
  for (const service of servicesOf(meter, facts, reference)) {
    const added = volumeLines('inspection', { facts, service, parts: [pricedPart(part)] }, month)
    if (!Array.isArray(added)) return added
    lines.push(...added)
  }
  return { ok: true, lines }
}

/**
 * How far bills had counted. Where the inspection ended a time out of use, the count begins anew at what was found:
 * what had been billed beyond it before that time is given back all the same.
 */
function billedUpTo(
  { readings, outages = [] }: MeterRecord,
  last: CountedReading,
  { foundOn, foundLitres }: Omit<Finding, 'meter'>,
): number {
  const since = outages
    .filter(({ endedOn }) => endedOn === foundOn)
    .reduce((first, outage) => (outage.since < first ? outage.since : first), foundOn)
  const before = since < foundOn ? readings.find(({ takenOn }) => takenOn < since) : undefined
  return before && before.valueLitres > foundLitres ? before.valueLitres : last.valueLitres
}

/** Of several findings on a meter in a month the last one counts: it has the ones before it in. */
export function lastOfEach<T extends { meterId: string; foundOn: string }>(findings: readonly T[]): T[] {
  const last = new Map<string, T>()
  for (const finding of findings) {
    const known = last.get(finding.meterId)
    if (!known || known.foundOn <= finding.foundOn) last.set(finding.meterId, finding)
  }
  return [...last.values()]
}

/**
 * Readings, newest first, of a meter that left when its face showed less than bills had counted. It closes where they
 * stood, as nothing more went through it; the finding gives the rest back. So no day of it is estimated.
 */
export function withClosing(readings: readonly CountedReading[], leftOn: string): readonly CountedReading[] {
  const period = leftOn.slice(0, 7)
  const [last] = readings
  if (!last || last.period >= period) return readings
  return [{ period, takenOn: leftOn, valueLitres: last.valueLitres, isRollover: false }, ...readings]
}

/** Readings of a meter after an inspection, newest first: from the month after it on what was found stands for it. */
export function readingsAfter(
  readings: readonly CountedReading[],
  { foundOn, foundLitres }: Omit<Finding, 'meter'>,
): CountedReading[] {
  const period = foundOn.slice(0, 7)
  const own = readings.find((reading) => reading.period === period)
  if (own && isInAlready(own, { foundOn, foundLitres })) return [...readings]
  const found = { period, takenOn: foundOn, valueLitres: foundLitres, isRollover: false }
  return [
    ...readings.filter((reading) => reading.period > period),
    found,
    ...readings.filter((reading) => reading.period < period),
  ]
}

const newest = (readings: readonly CountedReading[], period: string) =>
  readings.find((reading) => reading.period <= period)

/** A reading of a later day that is not below it goes beyond what was found. */
function isInAlready(reading: CountedReading, { foundOn, foundLitres }: Omit<Finding, 'meter'>): boolean {
  return reading.takenOn > foundOn && reading.valueLitres >= foundLitres
}

function isSound(meter: MeterRecord, day: string): boolean {
  const { installedOn, removedOn, verificationDueOn, failedOn, outages = [] } = meter
  return (
    outages.every(({ since, endedOn }) => day < since || endedOn <= day) &&
    installedOn <= day &&
    (removedOn === null || removedOn >= day) &&
    (verificationDueOn === null || verificationDueOn >= day) &&
    (failedOn === null || failedOn > day)
  )
}

function servicesOf(
  { service }: MeterRecord,
  facts: AccountMonth,
  { policies }: ChargeReference,
): readonly BilledService[] {
  if (service === 'cold' || policies.hotWater === 'charged_as_cold') return facts.services
  return facts.services.filter((billed) => billed === 'wastewater')
}
