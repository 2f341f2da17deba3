import { derivedLitres } from './rounding.ts'

/** People for some days of a month; owners stand in when nobody lives there. */
export type PersonsSpan = { persons: number; days: number }

/** Rules 354, п. 56(2): where nobody is registered or lives, the owners are counted. */
export function personsCounted(persons: number, owners: number): number {
  return persons > 0 ? persons : owners
}

/**
 * Volume by the norm, litres: norm of a person's month × persons, by days when their number changes within the
 * month; rounded once (Rules 354, п. 42, Annex 2 formula 4; п. 56–57(1) for the days).
 */
export function normVolume(normLitres: number, spans: readonly PersonsSpan[], monthDays: number): number {
  return derivedLitres(normLitres, personDays(spans), monthDays)
}

export function personDays(spans: readonly PersonsSpan[]): number {
  let sum = 0
  for (const span of spans) sum += span.persons * span.days
  return sum
}
