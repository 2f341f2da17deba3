import type { BilledService } from '@rodnik/contract/charges'
import { allocatePayment, type OwedLine } from '../billing/allocation.ts'

export type AccountBook = 'receivable' | 'penalty_receivable'

/** A sum that stands open on an account: owed when positive, an advance or a credit when negative. */
export type OpenItem = { book: AccountBook; service: BilledService; period: string | null; kopecks: number }

/** Money that settles an item; always positive. Without a period it is an advance. */
export type CreditLine = OpenItem

export type AccountMoney = {
  /** All of it, penalties included. */
  amountKopecks: number
  /**
   * What the payer gives for penalties, by their own line. Null: the payment names nothing, as one by the total of a
   * bill; then what is more than the debt pays the penalties of that bill.
   */
  penaltyKopecks: number | null
  /** The month that the payment names. */
  period: string | null
}

/** Where an advance stands: of a service by name only, it is set off against any (Rules 354, п. 65). */
const ADVANCE = { book: 'receivable', service: 'cold_water', period: null } as const

const sumOf = (items: readonly OpenItem[], wanted: AccountBook) =>
  items.reduce((sum, { book, kopecks }) => sum + (book === wanted ? kopecks : 0), 0)

/**
 * What a payment settles: months by the rules of `allocatePayment`, penalties by their own line and never more than
 * is owed of them, and an advance with the rest. The lines add up to the payment.
 */
export function creditAccount(open: readonly OpenItem[], money: AccountMoney): CreditLine[] {
  const penaltyKopecks = forPenalties(open, money)
  const penalties = settle(open, 'penalty_receivable', penaltyKopecks, null)
  const water = settle(open, 'receivable', money.amountKopecks - penaltyKopecks, money.period)
  return merged([...water, ...penalties])
}

function forPenalties(open: readonly OpenItem[], { amountKopecks, penaltyKopecks }: AccountMoney): number {
  const owed = Math.max(0, sumOf(open, 'penalty_receivable'))
  const beyondDebt = Math.max(0, amountKopecks - Math.max(0, sumOf(open, 'receivable')))
  return Math.min(penaltyKopecks ?? beyondDebt, owed)
}

function settle(
  open: readonly OpenItem[],
  book: AccountBook,
  kopecks: number,
  named: string | null,
): CreditLine[] {
  const lines = open.flatMap((item): (OwedLine & { item: OpenItem })[] =>
    item.book === book && item.period !== null && item.kopecks > 0
      ? [{ service: item.service, period: item.period, owedKopecks: item.kopecks, item }]
      : [],
  )
  const { paidKopecks, advanceKopecks } = allocatePayment(lines, kopecks, named ?? undefined)
  const paid = lines.map(({ item }, i) => ({ ...item, kopecks: paidKopecks[i] ?? 0 }))
  return [...paid, { ...ADVANCE, kopecks: advanceKopecks }].filter((line) => line.kopecks > 0)
}

/** A line that came about twice is one. */
function merged(lines: readonly CreditLine[]): CreditLine[] {
  const groups = Map.groupBy(lines, ({ book, service, period }) => `${book} ${service} ${period}`)
  return [...groups.values()].flatMap((same) =>
    same
      .slice(0, 1)
      .map((line) => ({ ...line, kopecks: same.reduce((sum, { kopecks }) => sum + kopecks, 0) })),
  )
}

/** What stands open after the lines have settled what they name. */
export function afterCredit(open: readonly OpenItem[], lines: readonly CreditLine[]): OpenItem[] {
  const left = open.map((item) => ({ ...item }))
  for (const line of lines) {
    const item = left.find(
      ({ book, service, period }) => book === line.book && service === line.service && period === line.period,
    )
    if (item) item.kopecks -= line.kopecks
    else left.push({ ...line, kopecks: -line.kopecks })
  }
  return left.filter(({ kopecks }) => kopecks !== 0)
}
