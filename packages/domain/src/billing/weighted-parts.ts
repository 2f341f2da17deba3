import type { BilledService, ChargeRefusal, SurplusExplanation } from '@rodnik/contract/charges'
import type { NormService } from '@rodnik/contract/volume-parts'
import type { CoefficientSpan } from './coefficient.ts'
import { commonSpan, type DaySpan } from './month-frame.ts'
import { coefficientCover, type MonthReference } from './month-reference.ts'
import { type PricedPart, shareOf, weightIn } from './priced-part.ts'
import { coverRefusal } from './refusal.ts'

/** K = 1, in hundredths. */
const ONE = 100

type Place = { segments: readonly DaySpan[]; index: number }

/**
 * Norm parts with a coefficient above one, as they fall to one price of the month. Wastewater has a coefficient of
 * its own, whatever water it comes of (billing rules, 1.3).
 */
export function weightedParts(
  { service, parts }: { service: BilledService; parts: readonly PricedPart[] },
  month: MonthReference,
  { segments, index }: Place,
): SurplusExplanation['parts'] | ChargeRefusal {
  const weighted: SurplusExplanation['parts'] = []
  const days = segments[index]
  for (const priced of parts) {
    const part = priced.hasCoefficient ? shareOf(priced, segments, index) : undefined
    if (part?.method !== 'norm' || !days) continue
    const of = service === 'wastewater' ? service : part.norm
    const coefficients = coefficientsIn(priced, of, days, month)
    if (!Array.isArray(coefficients)) return coefficients
    if (coefficients.some(({ percent }) => percent !== ONE)) weighted.push({ part, coefficients })
  }
  return weighted
}

/**
 * The coefficients of a norm part on some days of a month. Where it changed within the month — ПП РФ № 1871 on
 * 2025-12-06 — the policy says whether by days or by the first or the last day for all of the month.
 */
function coefficientsIn(
  priced: PricedPart,
  service: NormService,
  days: DaySpan,
  month: MonthReference,
): CoefficientSpan[] | ChargeRefusal {
  const cover = coefficientCover(month, service)
  if (!cover.ok) return coverRefusal('coefficient', service, cover)
  const { coefficientChange } = month.reference.policies
  if (coefficientChange !== 'by_days') {
    const one = cover.segments.at(coefficientChange === 'first_day' ? 0 : -1)
    return one ? [{ percent: one.row.percent, weight: weightIn(priced, days) }] : []
  }
  return cover.segments.flatMap((segment) => {
    const common = commonSpan(segment, days)
    const share = common ? weightIn(priced, common) : 0
    return share > 0 ? [{ percent: segment.row.percent, weight: share }] : []
  })
}
