import type { ChargeRefusal } from '@rodnik/contract/charges'
import type { NormService } from '@rodnik/contract/volume-parts'
import type { AccountMonth, DatedNorm } from './charge-facts.ts'
import type { Cover } from './dated-cover.ts'
import type { Uncovered } from './gap.ts'
import { commonSpan, spanDays } from './month-frame.ts'
import { type MonthReference, normCover } from './month-reference.ts'
import { wholePart } from './part-litres.ts'
import { personsByDay } from './persons-by-day.ts'
import type { PricedPart } from './priced-part.ts'
import { coverRefusal, refusal } from './refusal.ts'

/**
 * The norm for days that no meter tells of: one part for each reason and each norm that was in force (Rules 354,
 * п. 42, Annex 2 formulas 4 and 4(1); п. 59(2), 60).
 */
export function normParts(
  facts: AccountMonth,
  norm: NormService,
  uncovered: readonly Uncovered[],
  month: MonthReference,
): PricedPart[] | ChargeRefusal {
  const cover = normCover(month, facts.housingGroup, norm)
  if (!cover) return refusal('norm_missing', `${norm} ${facts.housingGroup}`, month.frame.firstDay)
  if (!cover.ok) return coverRefusal('norm', `${norm} ${facts.housingGroup}`, cover)
  const parts: PricedPart[] = []
  for (const span of uncovered) {
    for (const days of normDays(span, cover)) {
      const persons = personsByDay(facts, days)
      if (!Array.isArray(persons)) return persons
      const part = wholePart({
        method: 'norm',
        norm,
        because: span.because,
        normLitres: days.normLitres,
        spans: persons.map((of) => ({ persons: of.persons, isOwners: of.isOwners, days: spanDays(of) })),
        monthDays: month.frame.days,
        from: days.from,
        to: days.to,
      })
      parts.push({ part, persons, hasCoefficient: span.hasCoefficient, excluded: [] })
    }
  }
  return parts
}

/** The days of a span by the norm in force; none where the norm is zero, e.g. a house without hot water. */
function normDays(span: Uncovered, cover: Extract<Cover<DatedNorm>, { ok: true }>) {
  return cover.segments.flatMap((segment) => {
    const common = commonSpan(span, segment)
    return common && segment.row.normLitres > 0 ? [{ ...common, normLitres: segment.row.normLitres }] : []
  })
}
