import { divideHalfUp } from '../money/half-up.ts'
import { derivedLitres } from './rounding.ts'

/** Rules 776 п. 16–17 as data. */
export type LegalRules = {
  /** After a meter fails or runs out, the average counts for so many days: 60 (п. 17). */
  averageDays: number
  /** Readings may be missing for so many months before the pipe is charged: 6 (п. 14). */
  silentMonths: number
  /** 1200 mm/s through the whole pipe (п. 16) … */
  speedMmPerSecond: number
  /** … for so many hours a day: 24. */
  hoursPerDay: number
}

/** Average of the last year, or of the time the meter has worked, for some days, litres (Rules 776, п. 17). */
export function dailyAverageVolume(year: { litres: number; days: number }, days: number): number {
  return derivedLitres(year.litres, days, year.days)
}

/** Guaranteed volume of the contract for some days of a month, litres (Rules 776, п. 18). */
export function guaranteedVolume(monthLitres: number, days: number, monthDays: number): number {
  return derivedLitres(monthLitres, days, monthDays)
}

export type PipeFlow = { diameterMm: number; speedMmPerSecond: number; hoursPerDay: number; days: number }

/** π to thirty digits: the litre of any pipe in any time is decided long before they end. */
const PI = 3_141592653589793238462643383279n
const PI_SCALE = 10n ** 30n
const SECONDS_PER_HOUR = 3600n
const CUBIC_MM_PER_LITRE = 1_000_000n

/** What the full pipe lets through, litres: π ÷ 4 × d² × speed × time (Rules 776, п. 16). */
export function capacityVolume(pipe: PipeFlow): number {
  const seconds = BigInt(pipe.hoursPerDay) * SECONDS_PER_HOUR * BigInt(pipe.days)
  const flow = BigInt(pipe.diameterMm) ** 2n * BigInt(pipe.speedMmPerSecond) * seconds
  return divideHalfUp(PI * flow, PI_SCALE * 4n * CUBIC_MM_PER_LITRE)
}
