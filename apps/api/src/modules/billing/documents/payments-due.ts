import type { SupplyDocument } from '@rodnik/contract/legal-documents'
import type { Statement } from '@rodnik/contract/statement'
import { scheduledPayments } from '@rodnik/domain/billing/payment-schedule'
import { shiftPeriod } from '@rodnik/domain/calendar/days'

type Advance = { advancePercent: number | null; advanceDay: number | null }

/** What an organisation pays by its contract: what is left of the month, then the advance for the one after it. */
export function paymentsDue(
  month: { period: string; dueOn: string | null; statement: Statement },
  { advancePercent, advanceDay }: Advance,
): SupplyDocument['payments'] {
  const { period, dueOn, statement } = month
  const owed = statement.openingKopecks - statement.paidKopecks + statement.chargedKopecks
  const rest = { what: 'month', period, dueOn, amountKopecks: Math.max(0, owed) } as const
  if (advancePercent === null || advanceDay === null) return [rest]
  const next = shiftPeriod(period, 1)
  const advance = { sharePercent: advancePercent, base: 'previous_month', monthOffset: 0 } as const
  const last = { sharePercent: 0, base: 'this_month', monthOffset: 1, dayOfMonth: advanceDay } as const
  const [first] = scheduledPayments(next, [{ ...advance, dayOfMonth: advanceDay }, last], {
    previousKopecks: statement.chargedKopecks,
    chargedKopecks: 0,
  })
  return first ? [rest, { what: 'advance', period: next, ...first }] : [rest]
}
