/** What happened to what an account owes for water: positive owes more. */
export type LedgerRow<Kind extends string = string> = {
  occurredOn: string
  kind: Kind
  /** The month it is for; null for an advance, and where it is for several. */
  period: string | null
  kopecks: number
}

export type ReconciliationRow<Kind extends string = string> = Omit<LedgerRow<Kind>, 'kopecks'> & {
  /** Charged to the customer. */
  debitKopecks: number
  /** Paid or credited. */
  creditKopecks: number
}

export type Reconciliation<Kind extends string = string> = {
  from: string
  to: string
  /** Owed at the start of the first day; an advance is negative. */
  openingKopecks: number
  rows: ReconciliationRow<Kind>[]
  debitKopecks: number
  creditKopecks: number
  /** Owed at the end of the last day: opening + debit − credit. */
  closingKopecks: number
}

/**
 * Акт сверки: what was owed before, what happened from the first to the last day, both included, and what is owed
 * after it. Rows of one day, kind and month are one row; a row that cancels out is left away.
 */
export function reconciliation<Kind extends string>(
  ledger: readonly LedgerRow<Kind>[],
  from: string,
  to: string,
): Reconciliation<Kind> {
  const openingKopecks = sumOf(ledger.filter(({ occurredOn }) => occurredOn < from))
  const within = ledger.filter(({ occurredOn }) => from <= occurredOn && occurredOn <= to)
  const groups = Map.groupBy(within, ({ occurredOn, kind, period }) => `${occurredOn} ${kind} ${period}`)
  const rows = [...groups.values()].flatMap((same) => rowOf(same)).toSorted(byDay)
  const debitKopecks = rows.reduce((sum, row) => sum + row.debitKopecks, 0)
  const creditKopecks = rows.reduce((sum, row) => sum + row.creditKopecks, 0)
  const closingKopecks = openingKopecks + debitKopecks - creditKopecks
  return { from, to, openingKopecks, rows, debitKopecks, creditKopecks, closingKopecks }
}

const sumOf = (rows: readonly { kopecks: number }[]) => rows.reduce((sum, { kopecks }) => sum + kopecks, 0)

function rowOf<Kind extends string>(same: readonly LedgerRow<Kind>[]): ReconciliationRow<Kind>[] {
  const [first] = same
  const kopecks = sumOf(same)
  if (!first || kopecks === 0) return []
  const { occurredOn, kind, period } = first
  const facts = { occurredOn, kind, period }
  return [{ ...facts, debitKopecks: Math.max(0, kopecks), creditKopecks: Math.max(0, -kopecks) }]
}

const byDay = (a: ReconciliationRow, b: ReconciliationRow) =>
  a.occurredOn === b.occurredOn
    ? (a.period ?? '').localeCompare(b.period ?? '')
    : a.occurredOn < b.occurredOn
      ? -1
      : 1
