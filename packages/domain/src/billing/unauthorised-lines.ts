import type { ChargeRefusal, VolumeLine } from '@rodnik/contract/charges'
import type { NormService } from '@rodnik/contract/volume-parts'
import { shiftPeriod } from '../calendar/days.ts'
import type { AccountMonth, ChargeReference } from './charge-facts.ts'
import { monthReference, normCover } from './month-reference.ts'
import { wholePart } from './part-litres.ts'
import { personsByDay } from './persons-by-day.ts'
import { pricedPart } from './priced-part.ts'
import { coverRefusal, refusal } from './refusal.ts'
import { volumeLines } from './service-lines.ts'
import { unauthorisedMonths } from './unauthorised.ts'

export type UnauthorisedLines = { ok: true; lines: VolumeLine[] } | ChargeRefusal

/**
 * Unauthorised use of cold water of unknown power, or a meter that was tampered with: norm × persons × multiplier
 * for each of the months before the finding, as many as the Rules let back (Rules 354, п. 62, 81(11)). The facts
 * are those of the month of the finding.
 */
export function unauthorisedLines(
  facts: AccountMonth,
  months: number,
  reference: ChargeReference,
): UnauthorisedLines {
  if (facts.kind !== 'resident') return refusal('residents_only', 'account', null)
  const lines: VolumeLine[] = []
  for (let back = unauthorisedMonths(months, reference.rules.recalculation); back > 0; back -= 1) {
    const added = unauthorisedMonth(facts, shiftPeriod(facts.period, -back), reference)
    if (!added.ok) return added
    lines.push(...added.lines)
  }
  return { ok: true, lines }
}

const NORM: NormService = 'cold'

/** The norm and the persons of the first day of the month stand for all of it: the multiplier is no measurement. */
function unauthorisedMonth(
  facts: AccountMonth,
  period: string,
  reference: ChargeReference,
): UnauthorisedLines {
  const month = monthReference(reference, period)
  const { firstDay: from, lastDay: to } = month.frame
  const cover = normCover(month, facts.housingGroup, NORM)
  if (!cover) return refusal('norm_missing', `${NORM} ${facts.housingGroup}`, from)
  if (!cover.ok) return coverRefusal('norm', `${NORM} ${facts.housingGroup}`, cover)
  const persons = personsByDay(facts, { from, to: from })
  if (!Array.isArray(persons)) return persons
  const part = wholePart({
    method: 'unauthorised',
    normLitres: cover.segments[0]?.row.normLitres ?? 0,
    persons: persons[0]?.persons ?? 0,
    multiplier: reference.rules.recalculation.unauthorisedMultiplier,
    from,
    to,
  })
  const lines: VolumeLine[] = []
  for (const service of facts.services) {
    const charged = { facts: { ...facts, period }, service, parts: [pricedPart(part)] }
    const added = volumeLines('unauthorised', charged, month)
    if (!Array.isArray(added)) return added
    lines.push(...added)
  }
  return { ok: true, lines }
}
