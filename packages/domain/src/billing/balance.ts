export type Balance = {
  /** Debt, or advance when negative; kopecks. */
  principalKopecks: number
  penaltyKopecks: number
  toPayKopecks: number
  /** What is left of an advance for the next bills. */
  advanceLeftKopecks: number
}

/**
 * The balance of an account after a month: opening − paid + charged; an advance is a negative balance and is set
 * off against the next charge (Rules 354, п. 65). The penalty stands apart (п. 69–70) and an advance never pays
 * it: it is paid only by its own line.
 */
export function balanceAfter(month: {
  openingKopecks: number
  paidKopecks: number
  chargedKopecks: number
  penaltyKopecks: number
}): Balance {
  const principalKopecks = month.openingKopecks - month.paidKopecks + month.chargedKopecks
  return {
    principalKopecks,
    penaltyKopecks: month.penaltyKopecks,
    toPayKopecks: Math.max(0, Math.max(0, principalKopecks) + month.penaltyKopecks),
    advanceLeftKopecks: Math.max(0, -principalKopecks),
  }
}
