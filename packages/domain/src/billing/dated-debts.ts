import type { BilledService } from '@rodnik/contract/charges'

/** What the ledger says of an account, entry by entry: a debit is positive. */
export type AccountEntry = {
  service: BilledService
  /** The month that it is about; null for an advance. */
  period: string | null
  /** The day it counts from; of what is undone, the day of the original. */
  on: string
  kopecks: number
  /** Charged, or taken over from before; anything else is money. */
  isCharge: boolean
  /** Taken over: the days before it were somebody else's. */
  isOpening?: boolean
}

type Payment = { paidOn: string; kopecks: number }

/** A month's charge of a service, zero where nothing is left of it, and what was paid for it when. */
export type DatedDebt = {
  service: BilledService
  period: string
  debtKopecks: number
  /** Oldest first; together never more than the debt. */
  payments: Payment[]
  /** The day on which it was taken over with the account; null: it was charged here. */
  takenOverOn: string | null
}

type Pool = Map<BilledService, Payment[]>

/**
 * Which month was paid by what: first its own payments, then advances and whatever a month was paid or credited
 * too much, the oldest money for the oldest debt (Rules 354, п. 65) — of the same service, then of the other.
 */
export function datedDebts(entries: readonly AccountEntry[]): DatedDebt[] {
  const pool: Pool = new Map()
  const debts: DatedDebt[] = []
  for (const [service, own] of Map.groupBy(entries, (entry) => entry.service)) {
    const spare: Payment[] = []
    for (const [period, same] of Map.groupBy(own, (entry) => entry.period)) {
      const { debtKopecks, credits } = settled(same)
      const { used, left } = splitAt(credits, period === null ? 0 : Math.max(0, debtKopecks))
      spare.push(...left)
      if (period !== null) {
        const takenOverOn = lastDay(same.filter(({ isOpening }) => isOpening)) || null
        debts.push({ service, period, debtKopecks: Math.max(0, debtKopecks), payments: used, takenOverOn })
      }
    }
    pool.set(service, spare)
  }
  return drawn(debts, pool)
}

/** What was charged, and the money that is left of it after refunds, which undo the newest first. */
function settled(entries: readonly AccountEntry[]): { debtKopecks: number; credits: Payment[] } {
  let debtKopecks = 0
  const credits: Payment[] = []
  for (const { kopecks, isCharge, on } of entries.toSorted(byDay)) {
    if (isCharge) debtKopecks += kopecks
    else if (kopecks < 0) credits.push({ paidOn: on, kopecks: -kopecks })
    else takeNewest(credits, kopecks)
  }
  if (debtKopecks < 0) credits.push({ paidOn: lastDay(entries), kopecks: -debtKopecks })
  return { debtKopecks, credits: credits.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1)) }
}

const byDay = (a: AccountEntry, b: AccountEntry) =>
  a.on === b.on ? a.kopecks - b.kopecks : a.on < b.on ? -1 : 1

const lastDay = (entries: readonly AccountEntry[]) =>
  entries.reduce((last, { on }) => (on > last ? on : last), '')

function takeNewest(credits: Payment[], kopecks: number): void {
  let left = kopecks
  for (let newest = credits.at(-1); newest && left > 0; newest = credits.at(-1)) {
    const taken = Math.min(left, newest.kopecks)
    left -= taken
    newest.kopecks -= taken
    if (newest.kopecks === 0) credits.pop()
  }
}

/** The oldest money up to a sum, and the rest. */
function splitAt(credits: readonly Payment[], kopecks: number): { used: Payment[]; left: Payment[] } {
  const used: Payment[] = []
  const left: Payment[] = []
  let open = kopecks
  for (const { paidOn, kopecks: paid } of credits) {
    const taken = Math.min(open, paid)
    open -= taken
    if (taken > 0) used.push({ paidOn, kopecks: taken })
    if (paid > taken) left.push({ paidOn, kopecks: paid - taken })
  }
  return { used, left }
}

function drawn(debts: readonly DatedDebt[], pool: Pool): DatedDebt[] {
  const byAge = debts.toSorted((a, b) => (a.period < b.period ? -1 : 1))
  const own = byAge.map((debt) => draw(debt, pool, [debt.service]))
  return own.map((debt) => draw(debt, pool, [...pool.keys()]))
}

function draw(debt: DatedDebt, pool: Pool, from: readonly BilledService[]): DatedDebt {
  const payments = [...debt.payments]
  for (const service of from) {
    const open = debt.debtKopecks - payments.reduce((sum, { kopecks }) => sum + kopecks, 0)
    const { used, left } = splitAt(pool.get(service) ?? [], open)
    payments.push(...used)
    pool.set(service, left)
  }
  return { ...debt, payments: payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1)) }
}
