import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { AppError } from '../../../platform/errors.ts'

/** What a month is charged by. @throws reference_missing */
export type ReferenceOf = (period: string) => Promise<ChargeReference>
export type PastReferences = ReadonlyMap<string, ChargeReference>

/** Months in order, both included; none when the first is later. */
export function periodsFrom(first: string, last: string): string[] {
  const periods: string[] = []
  for (let period = first; period <= last; period = shiftPeriod(period, 1)) periods.push(period)
  return periods
}

/** Of the months that have one: a recalculation that needs another is refused by name. */
export async function loadReferences(
  periods: readonly string[],
  referenceOf: ReferenceOf,
): Promise<PastReferences> {
  const references = new Map<string, ChargeReference>()
  for (const period of periods) {
    const found = await referenceOf(period).catch(orNone)
    if (found) references.set(period, found)
  }
  return references
}

function orNone(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'reference_missing') return undefined
  throw error
}
