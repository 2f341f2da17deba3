import type { Statement } from '@rodnik/contract/statement'
import { balanceAfter } from '@rodnik/domain/billing/balance'

/** A sum of ledger entries of an account: of which book, and from when it comes. */
export type Moved = {
  book: 'receivable' | 'penalty_receivable'
  side: 'opening' | 'paid' | 'charged'
  kopecks: number
}

/** The statement of a bill from what the ledger had when it was issued, on a day of the city. */
export function statementOf(moved: readonly Moved[], issuedOn: string): Statement {
  const sumOf = (book: Moved['book'], side: Moved['side']) =>
    moved.find((sum) => sum.book === book && sum.side === side)?.kopecks ?? 0
  const openingKopecks = sumOf('receivable', 'opening')
  // Money is a credit in the ledger; nought is no «minus nought».
  const paidKopecks = 0 - sumOf('receivable', 'paid')
  const chargedKopecks = sumOf('receivable', 'charged')
  const penaltyOpeningKopecks = sumOf('penalty_receivable', 'opening')
  const penaltyPaidKopecks = 0 - sumOf('penalty_receivable', 'paid')
  const penaltyChargedKopecks = sumOf('penalty_receivable', 'charged')
  const { toPayKopecks, advanceLeftKopecks } = balanceAfter({
    openingKopecks,
    paidKopecks,
    chargedKopecks,
    penaltyKopecks: penaltyOpeningKopecks - penaltyPaidKopecks + penaltyChargedKopecks,
  })
  return {
    issuedOn,
    openingKopecks,
    paidKopecks,
    chargedKopecks,
    penaltyOpeningKopecks,
    penaltyPaidKopecks,
    penaltyChargedKopecks,
    toPayKopecks,
    advanceLeftKopecks,
  }
}
