import type { VolumePart } from '@rodnik/contract/volume-parts'
import { daysAwayWithin } from './absence.ts'
import type { AccountMonth } from './charge-facts.ts'
import { commonSpan, type DaySpan, spanDays } from './month-frame.ts'
import type { MonthReference } from './month-reference.ts'
import { wholePart } from './part-litres.ts'
import type { PersonsDays } from './persons-by-day.ts'
import { type PricedPart, pricedPart } from './priced-part.ts'

/**
 * What absent persons take off a norm: only where a meter is technically impossible, and never more persons than
 * are charged; owners who do not live there are not absent (Rules 354, п. 86–91).
 */
export function absenceParts(
  facts: AccountMonth,
  charged: readonly PricedPart[],
  month: MonthReference,
): PricedPart[] {
  if (facts.absences.length === 0 || !facts.isMeterImpossible) return []
  const found: PricedPart[] = []
  for (const { part, persons } of charged) {
    if (part.method !== 'norm' || part.because !== 'meter_impossible') continue
    for (const span of persons ?? []) {
      for (const { days, absent } of awayFrom(span, facts, month)) {
        found.push(pricedPart(absencePart(part, days, absent)))
      }
    }
  }
  return found
}

/** Who of the charged persons is away on which of their days, absence by absence. */
function awayFrom(
  charged: PersonsDays,
  { absences }: AccountMonth,
  { frame, reference }: MonthReference,
): { days: DaySpan; absent: number }[] {
  const found: { days: DaySpan; absent: number }[] = []
  let present = charged.isOwners ? 0 : charged.persons
  for (const absence of absences) {
    const away = daysAwayWithin(absence, frame, reference.rules.absenceLongerThanDays)
    const days = away && commonSpan(away, charged)
    const absent = Math.min(present, absence.persons)
    if (!days || absent === 0) continue
    present -= absent
    found.push({ days, absent })
  }
  return found
}

function absencePart(
  norm: Extract<VolumePart, { method: 'norm' }>,
  { from, to }: DaySpan,
  absent: number,
): VolumePart {
  const personDays = absent * spanDays({ from, to })
  const { normLitres, monthDays } = norm
  return wholePart({ method: 'absence', norm: norm.norm, normLitres, personDays, monthDays, from, to })
}
