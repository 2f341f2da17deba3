import type { ChargeRefusal, VolumeLine } from '@rodnik/contract/charges'
import type { NormService } from '@rodnik/contract/volume-parts'
import { shiftPeriod } from '../calendar/days.ts'
import type { AccountMonth, ChargeReference } from './charge-facts.ts'
import { type CorrectedReading, monthDifferences } from './correction.ts'
import { monthReference, normCover } from './month-reference.ts'
import { type PartFacts, wholePart } from './part-litres.ts'
import { personsByDay } from './persons-by-day.ts'
import { pricedPart } from './priced-part.ts'
import { coverRefusal, refusal } from './refusal.ts'
import { volumeLines } from './service-lines.ts'
import { type UnauthorisedRules, unauthorisedMonths } from './unauthorised.ts'

/** Whose lines they are; the services are those that the water goes to. */
export type ExtraFacts = Pick<AccountMonth, 'kind' | 'consumerGroup' | 'services'>
export type ExtraLines = { ok: true; lines: VolumeLine[] } | ChargeRefusal

/**
 * Wrong readings of past months of one meter, corrected: each month gets the difference at its own price (billing
 * rules, 1.4). The meter is a cold one, or a hot one if only wastewater is among the services.
 */
export function correctionLines(
  facts: ExtraFacts,
  correction: { meterId: string; startLitres: number; months: readonly CorrectedReading[] },
  reference: ChargeReference,
): ExtraLines {
  const differences = monthDifferences(correction.startLitres, correction.months)
  if (!differences) return refusal('negative_volume', correction.meterId, null)
  const lines: VolumeLine[] = []
  for (const { period, wereLitres, shouldBeLitres } of differences) {
    const part = { method: 'difference', because: 'correction', wereLitres, shouldBeLitres } as const
    const added = linesOf('correction', facts, { period, part }, reference)
    if (!added.ok) return added
    lines.push(...added.lines)
  }
  return { ok: true, lines }
}

/**
 * What an inspection found beyond the last billed reading, in the month of the inspection and at its price
 * (Rules 354, п. 61); less than was billed is a credit.
 */
export function inspectionLines(
  facts: ExtraFacts,
  inspection: { period: string; billedLitres: number; foundLitres: number },
  reference: ChargeReference,
): ExtraLines {
  const { period, billedLitres: wereLitres, foundLitres: shouldBeLitres } = inspection
  const part = { method: 'difference', because: 'inspection', wereLitres, shouldBeLitres } as const
  return linesOf('inspection', facts, { period, part }, reference)
}

/**
 * Unauthorised use of cold water of unknown power, or a meter that was tampered with: norm × persons × multiplier
 * for each of the months before the finding, as many as the Rules let back (Rules 354, п. 62, 81(11)).
 */
export function unauthorisedLines(
  facts: AccountMonth,
  finding: { months: number; rules: UnauthorisedRules },
  reference: ChargeReference,
): ExtraLines {
  const lines: VolumeLine[] = []
  for (let back = unauthorisedMonths(finding.months, finding.rules); back > 0; back -= 1) {
    const period = shiftPeriod(facts.period, -back)
    const added = unauthorisedMonth(facts, period, finding.rules.multiplier, reference)
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
  multiplier: number,
  reference: ChargeReference,
): ExtraLines {
  const month = monthReference(reference, period)
  const { firstDay } = month.frame
  const cover = normCover(month, facts.housingGroup, NORM)
  if (!cover) return refusal('norm_missing', `${NORM} ${facts.housingGroup}`, firstDay)
  if (!cover.ok) return coverRefusal('norm', `${NORM} ${facts.housingGroup}`, cover)
  const persons = personsByDay(facts, { from: firstDay, to: firstDay })
  if (!Array.isArray(persons)) return persons
  const normLitres = cover.segments[0]?.row.normLitres ?? 0
  const part = {
    method: 'unauthorised',
    normLitres,
    persons: persons[0]?.persons ?? 0,
    multiplier,
  } as const
  return linesOf('unauthorised', facts, { period, part }, reference)
}

type Undated = {
  [Method in PartFacts['method']]: Omit<Extract<PartFacts, { method: Method }>, 'from' | 'to'>
}

function linesOf(
  kind: VolumeLine['kind'],
  facts: ExtraFacts,
  { period, part }: { period: string; part: Undated['difference'] | Undated['unauthorised'] },
  reference: ChargeReference,
): ExtraLines {
  const month = monthReference(reference, period)
  const { firstDay: from, lastDay: to } = month.frame
  const parts = [pricedPart(wholePart({ ...part, from, to }))]
  const lines: VolumeLine[] = []
  for (const service of facts.services) {
    const added = volumeLines(kind, { facts: { ...facts, period }, service, parts }, month)
    if (!Array.isArray(added)) return added
    lines.push(...added)
  }
  return { ok: true, lines }
}
