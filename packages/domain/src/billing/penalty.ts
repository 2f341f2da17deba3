import { daysBetween } from '../calendar/days.ts'
import { penaltyKopecks, sumKopecks } from './rounding.ts'

/** From this day late on, one part in so many of the rate is due a day; null is nothing yet. */
export type PenaltyStep = { fromDay: number; denominator: number | null }

/** A yearly rate in hundredths of a percent that applies from a day on. */
export type DatedRate = { validFrom: string; basisPoints: number }

/** A limit of the rate for some time; null limits nothing. */
export type DatedCap = { validFrom: string; validTo: string | null; basisPoints: number | null }

export type Debt = {
  debtKopecks: number
  /** The last day to pay without being late, already moved off weekends and holidays. */
  dueOn: string
  payments: readonly { paidOn: string; kopecks: number }[]
  /** The day the penalty is counted for while something is unpaid. */
  asOf: string
  /** Days up to this one were counted by somebody else, and are left away. */
  countedTo?: string | null
}

export type PenaltyRules = {
  steps: readonly PenaltyStep[]
  keyRates: readonly DatedRate[]
  /** The limit of the rate: 9.5 % until 2027-01-01 (ПП № 474, № 329). An empty table knows no limits. */
  capRates: readonly DatedCap[]
}

/** Days are counted from the day after the term: day 1; both ends included. */
export type PenaltySegment = {
  fromDay: number
  toDay: number
  debtKopecks: number
  denominator: number
  rateBasisPoints: number
  amountKopecks: number
}

export type Penalty =
  | { ok: true; segments: PenaltySegment[]; totalKopecks: number; lastDay: number }
  | RateRefusal

/** There is no key rate on the day, or the table of limits ends before it: neither is guessed. */
type RateRefusal = { ok: false; code: 'rate_missing' | 'cap_missing'; day: string }

/** A part of the debt that was paid on a day, or is unpaid on the day of counting. */
type PaidPart = { kopecks: number; lastDay: number; rateBasisPoints: number }

/**
 * Penalty for paying late: debt × rate ÷ denominator for each day, the day of payment included (ЖК ст. 155 ч. 14;
 * 416-ФЗ ст. 13 ч. 6.2–6.4 and ст. 14). The rate is that of the day of payment, or of the day of counting, and
 * not above its cap. Steps never work back. Each segment is rounded by itself (R7).
 */
export function penaltyFor(debt: Debt, rules: PenaltyRules): Penalty {
  const parts = paidParts(debt, rules)
  if (!Array.isArray(parts)) return parts
  const firstDay = debt.countedTo ? Math.max(1, daysBetween(debt.dueOn, debt.countedTo) + 1) : 1
  const rates = [...new Set(parts.map((part) => part.rateBasisPoints))]
  const segments = rates.flatMap((rate) =>
    segmentsAtRate(
      parts.filter((part) => part.rateBasisPoints === rate),
      { steps: rules.steps, firstDay },
    ),
  )
  const lastDay = parts.at(-1)?.lastDay ?? 0
  return { ok: true, segments, totalKopecks: sumKopecks(segments), lastDay }
}

/** The debt cut by payments, oldest first; what nobody has paid works until the day of counting. */
function paidParts(debt: Debt, rules: PenaltyRules): PaidPart[] | RateRefusal {
  const parts: PaidPart[] = []
  let left = debt.debtKopecks
  const payments = debt.payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))
  const unpaid = { paidOn: debt.asOf, kopecks: Number.POSITIVE_INFINITY }
  for (const payment of [...payments.filter(({ paidOn }) => paidOn <= debt.asOf), unpaid]) {
    const kopecks = Math.min(left, payment.kopecks)
    if (kopecks <= 0) continue
    const rateBasisPoints = rateOn(payment.paidOn, rules)
    if (typeof rateBasisPoints !== 'number') return rateBasisPoints
    parts.push({ kopecks, lastDay: daysBetween(debt.dueOn, payment.paidOn), rateBasisPoints })
    left -= kopecks
  }
  return parts
}

/** The smaller of key rate and cap on a day. */
function rateOn(day: string, { keyRates, capRates }: PenaltyRules): number | RateRefusal {
  let key: DatedRate | undefined
  for (const rate of keyRates) {
    if (rate.validFrom <= day && (!key || key.validFrom <= rate.validFrom)) key = rate
  }
  if (!key) return { ok: false, code: 'rate_missing', day }
  if (capRates.length === 0) return key.basisPoints
  const cap = capRates.find(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day))
  if (!cap) return { ok: false, code: 'cap_missing', day }
  return Math.min(key.basisPoints, cap.basisPoints ?? key.basisPoints)
}

/** Balance by balance and step by step: a payment works from the day after it. */
function segmentsAtRate(
  parts: readonly PaidPart[],
  { steps, firstDay }: { steps: readonly PenaltyStep[]; firstDay: number },
): PenaltySegment[] {
  const segments: PenaltySegment[] = []
  let debtKopecks = parts.reduce((sum, part) => sum + part.kopecks, 0)
  let day = firstDay
  for (const part of parts) {
    for (const [index, step] of steps.entries()) {
      const fromDay = Math.max(day, step.fromDay)
      const toDay = Math.min(part.lastDay, (steps[index + 1]?.fromDay ?? Number.POSITIVE_INFINITY) - 1)
      if (step.denominator === null || fromDay > toDay) continue
      const segment = { debtKopecks, denominator: step.denominator, rateBasisPoints: part.rateBasisPoints }
      const amountKopecks = penaltyKopecks({ ...segment, days: toDay - fromDay + 1 })
      segments.push({ fromDay, toDay, ...segment, amountKopecks })
    }
    day = Math.max(day, part.lastDay + 1)
    debtKopecks -= part.kopecks
  }
  return segments
}
