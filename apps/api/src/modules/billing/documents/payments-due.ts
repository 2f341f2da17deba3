import type { SupplyDocument } from '@rodnik/contract/legal-documents'
import type { Statement } from '@rodnik/contract/statement'
import { scheduledPayments } from '@rodnik/domain/billing/payment-schedule'
import { shiftPeriod } from '@rodnik/domain/calendar/days'

type Month = { period: string; dueOn: string | null; statement: Statement }
type Advance = { advancePercent: number | null; advanceDay: number | null }
type Due = SupplyDocument['payments'][number]

/**
 * What an organisation pays by its contract: what it owed before, what is left of the month, and the advance for the
 * one after it, less what it has paid too much. What there is nothing of is left away, but for the month.
 */
export function paymentsDue(month: Month, advance: Advance): SupplyDocument['payments'] {
  const { period, dueOn, statement } = month
  const before = statement.openingKopecks - statement.paidKopecks
  const owed = Math.max(0, before + statement.chargedKopecks)
  const ofMonth = Math.min(owed, Math.max(0, statement.chargedKopecks))
  const debt: Due = {
    what: 'debt',
    period: shiftPeriod(period, -1),
    dueOn: null,
    amountKopecks: owed - ofMonth,
  }
  const rest: Due = { what: 'month', period, dueOn, amountKopecks: ofMonth }
  return [debt, rest, ...advanceOf(month, advance)].filter(
    ({ what, amountKopecks }) => what === 'month' || amountKopecks > 0,
  )
}

function advanceOf({ period, statement }: Month, { advancePercent, advanceDay }: Advance): Due[] {
  if (advancePercent === null || advanceDay === null) return []
  const next = shiftPeriod(period, 1)
  const share = {
    sharePercent: advancePercent,
    base: 'previous_month',
    monthOffset: 0,
    dayOfMonth: advanceDay,
  } as const
  const rest = { sharePercent: 0, base: 'this_month', monthOffset: 1, dayOfMonth: advanceDay } as const
  const known = { previousKopecks: statement.chargedKopecks, chargedKopecks: 0 }
  return scheduledPayments(next, [share, rest], known)
    .slice(0, 1)
    .map(({ dueOn, amountKopecks }) => ({
      what: 'advance',
      period: next,
      dueOn,
      amountKopecks: amountKopecks - statement.advanceLeftKopecks,
    }))
}
