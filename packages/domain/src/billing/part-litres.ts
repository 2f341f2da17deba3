import type { VolumePart } from '@rodnik/contract/volume-parts'
import { absenceVolume } from './absence.ts'
import { averageForDays, meanLitres } from './average.ts'
import { capacityVolume, dailyAverageVolume, guaranteedVolume } from './legal-volume.ts'
import { normVolume } from './norm.ts'
import { derivedLitres } from './rounding.ts'
import { splitByWeights } from './split.ts'
import { unauthorisedMonthLitres } from './unauthorised.ts'

/** A part without what follows from it. */
export type PartFacts = VolumePart extends infer Part
  ? Part extends VolumePart
    ? Omit<Part, 'litres' | 'share'>
    : never
  : never

/** The litres of a part from its numbers; its share of a month in which the price changed. */
export function partLitres(part: VolumePart): number {
  const litres = wholeLitres(part)
  if (!part.share) return litres
  return splitByWeights(litres, part.share.weights)[part.share.index] ?? 0
}

type PartOf<Method> = Extract<PartFacts, { method: Method }>
type Counting = { [Method in PartFacts['method']]: (part: PartOf<Method>) => number }

const difference = (part: PartOf<'meter' | 'meter_months'>) =>
  part.toLitres - part.fromLitres + part.turnLitres

const LITRES: Counting = {
  meter: difference,
  meter_months: (part) => derivedLitres(difference(part), 1, part.months),
  true_up: (part) => -part.chargedLitres.reduce((sum, litres) => sum + litres, 0),
  average: (part) => averageForDays(meanLitres(part.historyLitres), part.days, part.monthDays),
  norm: (part) => normVolume(part.normLitres, part.spans, part.monthDays),
  absence: (part) => -absenceVolume(part),
  difference: (part) => part.shouldBeLitres - part.wereLitres,
  unauthorised: (part) => unauthorisedMonthLitres(part.normLitres, part.persons, part.multiplier),
  daily_average: (part) => dailyAverageVolume({ litres: part.yearLitres, days: part.yearDays }, part.days),
  capacity: capacityVolume,
  guaranteed: (part) => guaranteedVolume(part.monthLitres, part.days, part.monthDays),
}

/** The litres of a part before it is shared out. */
export function wholeLitres(part: PartFacts): number {
  // The method picks the function of its own kind of part; the table says so, the compiler cannot follow.
  const count = LITRES[part.method] as (part: PartFacts) => number
  // Nothing charged or nobody away is 0 and not minus 0.
  return count(part) + 0
}

/** A part with its litres, all of it. */
export function wholePart(facts: PartFacts): VolumePart {
  return { ...facts, share: null, litres: wholeLitres(facts) }
}
