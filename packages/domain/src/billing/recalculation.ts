import type { ChargeLine, ChargeRefusal } from '@rodnik/contract/charges'
import type { AccountMonth, ChargeReference } from './charge-facts.ts'
import { chargeMonth } from './charge-month.ts'
import { type Because, differenceLines, type MonthAgain, type RecalculationLine } from './difference-lines.ts'
import { type Finding, findingLines } from './inspection.ts'
import { refusal } from './refusal.ts'
import type { ChargedMonths } from './silent-months.ts'

/** An account in a past month by what is known now; `findings` are those of inspections within the month. */
export type FactsAgain = { facts: AccountMonth; findings: readonly Finding[] }

export type PastMonths = {
  /** From the first month to charge again to the last closed one, without a gap. */
  months: readonly { period: string; reference: ChargeReference | undefined }[]
  /** What these months and those before them were charged so far. */
  charged: ChargedMonths
  /** Undefined: the account was closed in that month. What the months before are charged decides what it settles. */
  factsOf: (period: string, charged: ChargedMonths) => FactsAgain | undefined
  because: Because
}

export type Recalculated = { ok: true; lines: RecalculationLine[]; months: MonthAgain[] } | ChargeRefusal

/**
 * Charges past months again in their order, each seeing what the ones before it are charged now, so that a reading
 * which settled silent months settles them anew. What differs from what was charged so far becomes lines of the open
 * month (billing rules, 1.4 and 1.8 R3, R8). All months or none: the first refusal is the answer.
 */
export function recalculateMonths({ months, charged, factsOf, because }: PastMonths): Recalculated {
  const corrected = new Map(charged)
  const again: MonthAgain[] = []
  for (const { period, reference } of months) {
    const month = monthAgain(factsOf(period, corrected), { period, reference }, corrected)
    if (!month.ok) return month
    again.push({ period, were: charged.get(period) ?? [], shouldBe: month.lines })
    corrected.set(period, month.lines)
  }
  return { ok: true, lines: again.flatMap((month) => differenceLines(month, because)), months: again }
}

function monthAgain(
  account: FactsAgain | undefined,
  { period, reference }: PastMonths['months'][number],
  charged: ChargedMonths,
): { ok: true; lines: ChargeLine[] } | ChargeRefusal {
  if (!account) return { ok: true, lines: [] }
  if (!reference) return refusal('rules_missing', 'rules', `${period}-01`)
  const month = chargeMonth(account.facts, reference)
  if (!month.ok) return month
  const lines: ChargeLine[] = [...month.lines]
  for (const finding of account.findings) {
    const found = findingLines(account.facts, finding, {
      charged: new Map(charged).set(period, lines),
      reference,
    })
    if (!found.ok) return found
    lines.push(...found.lines)
  }
  return { ok: true, lines }
}
