import type { Meter } from '@rodnik/contract/meters'
import { daysBetween, monthsBetween } from '../calendar/days.ts'

// Policy of the utility, not law (billing rules, section 6 «Plausibility»). A month is a month of
// readings: after three months of silence three average months are plain use and no jump.

/** Hard limit: the nominal flow day and night, e.g. 1116 m³ in 31 days for DN15. */
const HOURS_PER_DAY = 24
/** Asked about: more than this many average months in one … */
const JUMP_TIMES_AVERAGE = 3
/** … unless it is a small volume anyway, litres. */
const JUMP_LEAST_LITRES = 10_000
/** Asked about while the average is unknown, litres a month. */
const JUMP_LITRES_WITHOUT_AVERAGE = 60_000
/** A smaller value may be a rollover while the month stays below this, litres a month. */
const ROLLOVER_LITRES = 50_000

export type MeterFacts = Pick<
  Meter,
  | 'wholeDigits'
  | 'nominalLitresPerHour'
  | 'isInService'
  | 'installedOn'
  | 'verificationDueOn'
  | 'previous'
  | 'later'
  | 'averageLitres'
>

/** The largest volumes that are possible, that need no question and that a rollover may have. */
export type VolumeLimits = { possibleLitres: number; usualLitres: number; rolloverLitres: number }

/** An opening reading charges nothing: there is no volume to ask about, and nothing to have come round from. */
const LIMITS_OF_OPENING: VolumeLimits = {
  possibleLitres: Number.POSITIVE_INFINITY,
  usualLitres: Number.POSITIVE_INFINITY,
  rolloverLitres: 0,
}

/** Limits for what was used from the previous reading until today. */
export function volumeLimits(meter: MeterFacts, period: string, today: string): VolumeLimits {
  const { previous } = meter
  if (!previous) return LIMITS_OF_OPENING
  const days = Math.max(1, daysBetween(previous.takenOn, today))
  const months = Math.max(1, monthsBetween(previous.period, period))
  const possibleLitres = meter.nominalLitresPerHour * HOURS_PER_DAY * days
  const timesAverage = meter.averageLitres === null ? null : JUMP_TIMES_AVERAGE * meter.averageLitres * months
  return {
    possibleLitres,
    usualLitres:
      timesAverage === null
        ? JUMP_LITRES_WITHOUT_AVERAGE * months
        : Math.max(timesAverage, JUMP_LEAST_LITRES),
    rolloverLitres: Math.min(possibleLitres, Math.max(timesAverage ?? 0, ROLLOVER_LITRES * months)),
  }
}

/** Whether a volume, litres, may have passed in the time that the limit is for: a smaller reading is else no turn. */
export function isPlausibleRollover(usedLitres: number, possibleLitres: number): boolean {
  return usedLitres >= 0 && usedLitres <= possibleLitres
}
