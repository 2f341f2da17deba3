import type { ReadingWindow } from '@rodnik/contract/cabinet'
import type { Doubt, Notice, RefusalReason } from '@rodnik/contract/reading-issue'
import { rolloverLitres, usedSince } from './meter-face.ts'
import { type MeterFacts, type VolumeLimits, volumeLimits } from './plausibility.ts'
import { verificationNotices } from './verification.ts'

export type { MeterFacts } from './plausibility.ts'

export type SubmittedValue = {
  meter: MeterFacts
  valueLitres: number
  window: ReadingWindow
  today: string
  /** Doubts the sender was asked about and confirmed. */
  confirmed: readonly Doubt[]
}

export type Verdict =
  | {
      outcome: 'accepted'
      usedLitres: number
      isRollover: boolean
      /** Why an operator should look at it: a doubt that the sender confirmed. */
      reviewReason: Doubt | null
      notices: Notice[]
    }
  | { outcome: 'to_confirm'; reason: Doubt; usedLitres: number; suggestedLitres?: number }
  | { outcome: 'refused'; reason: RefusalReason; usedLitres?: number; suggestedLitres?: number }

/**
 * Decides about a reading of the window's month; the page and the server ask the same function.
 * A reading that it would replace has no say: only earlier and later months do.
 */
export function judgeReading(submitted: SubmittedValue): Verdict {
  const { meter, valueLitres, window, today } = submitted
  if (!window.isOpen) return { outcome: 'refused', reason: 'window_closed' }
  if (!meter.isInService || meter.installedOn > today) {
    return { outcome: 'refused', reason: 'meter_out_of_service' }
  }
  const limits = volumeLimits(meter, window.period, today)
  const suggestion = suggestValue(meter, valueLitres, limits)
  if (valueLitres >= rolloverLitres(meter.wholeDigits)) {
    return { outcome: 'refused', reason: 'too_many_digits', ...suggestion }
  }
  const usedLitres = usedSince(meter.previous, valueLitres, meter.wholeDigits)
  if (isAboveLater(meter, valueLitres)) return { outcome: 'refused', reason: 'above_later' }
  if (isBelowPrevious(meter, valueLitres) && !mayHaveRolledOver(meter, usedLitres, limits)) {
    return { outcome: 'refused', reason: 'below_previous' }
  }
  if (usedLitres > limits.possibleLitres) {
    return { outcome: 'refused', reason: 'impossible_volume', usedLitres, ...suggestion }
  }
  return settleDoubts(submitted, usedLitres, limits)
}

function settleDoubts(submitted: SubmittedValue, usedLitres: number, limits: VolumeLimits): Verdict {
  const { meter, valueLitres, today, confirmed } = submitted
  const isRollover = isBelowPrevious(meter, valueLitres)
  const doubts: Doubt[] = []
  if (isRollover) doubts.push('rollover')
  if (usedLitres > limits.usualLitres) doubts.push('jump')

  const reason = doubts.find((doubt) => !confirmed.includes(doubt))
  if (reason) {
    return { outcome: 'to_confirm', reason, usedLitres, ...suggestValue(meter, valueLitres, limits) }
  }
  const reviewReason = doubts[0] ?? null
  return {
    outcome: 'accepted',
    usedLitres,
    isRollover,
    reviewReason,
    notices: verificationNotices(meter.verificationDueOn, today),
  }
}

/** The least that a face which has not come round can show; of a meter without readings nothing is known. */
const startOf = (meter: MeterFacts) => meter.previous?.valueLitres ?? 0

const isBelowPrevious = (meter: MeterFacts, valueLitres: number) => valueLitres < startOf(meter)

function isAboveLater(meter: MeterFacts, valueLitres: number): boolean {
  if (!meter.later || valueLitres <= meter.later.valueLitres) return false
  const hasRolledOverSince = meter.later.valueLitres < startOf(meter)
  return !hasRolledOverSince || valueLitres < startOf(meter)
}

function mayHaveRolledOver(meter: MeterFacts, usedLitres: number, limits: VolumeLimits): boolean {
  // A later reading above the previous one proves that the face has not come round.
  if (meter.later && meter.later.valueLitres >= startOf(meter)) return false
  // A previous reading that the face cannot show is an error of the records.
  return usedLitres >= 0 && usedLitres <= limits.rolloverLitres
}

/** Litres typed without the comma, or a digit or two too many: the first that would need no question. */
function suggestValue(
  meter: MeterFacts,
  valueLitres: number,
  limits: VolumeLimits,
): { suggestedLitres?: number } {
  const mostUsed = Math.min(limits.usualLitres, limits.possibleLitres)
  const suggestedLitres = [1000, 100, 10]
    .map((divisor) => Math.round(valueLitres / divisor))
    .find(
      (value) =>
        value > startOf(meter) &&
        value < rolloverLitres(meter.wholeDigits) &&
        value - startOf(meter) <= mostUsed &&
        !isAboveLater(meter, value),
    )
  return suggestedLitres === undefined ? {} : { suggestedLitres }
}
