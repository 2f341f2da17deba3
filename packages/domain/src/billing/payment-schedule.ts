import { shiftPeriod } from '../calendar/days.ts'
import { scaleHalfUp } from '../money/half-up.ts'

/** An advance of a legal entity's contract: a share of a sum, due on a day of the month. */
export type ScheduleLine = {
  sharePercent: number
  base: 'previous_month' | 'this_month'
  /** In which month it is due: 0 is the month of the supply, 1 the next. */
  monthOffset: number
  dayOfMonth: number
}
export type ScheduledPayment = { dueOn: string; amountKopecks: number }

/**
 * The payments of a legal entity for a month by its contract's table: usually an advance by the 18th by the month
 * before, and the rest by the 10th of the next (645; the shares are the contract's). The last line takes what the
 * advances left of the month; an advance of more than that leaves zero, and the excess goes to the next month.
 */
export function scheduledPayments(
  period: string,
  schedule: readonly ScheduleLine[],
  month: { previousKopecks: number; chargedKopecks: number },
): ScheduledPayment[] {
  let left = month.chargedKopecks
  return schedule.map((line, index) => {
    const base = line.base === 'this_month' ? month.chargedKopecks : month.previousKopecks
    const share = scaleHalfUp(base, line.sharePercent, 100)
    const amountKopecks = index === schedule.length - 1 ? Math.max(0, left) : share
    left -= amountKopecks
    const day = String(line.dayOfMonth).padStart(2, '0')
    return { dueOn: `${shiftPeriod(period, line.monthOffset)}-${day}`, amountKopecks }
  })
}
