import type { Bill, BillChange, BillSummary, GuestBill, Owed, ServiceBill } from '@rodnik/contract/bills'
import type { BilledService } from '@rodnik/contract/charges'
import { balanceAfter } from '@rodnik/domain/billing/balance'
import { billChange } from '@rodnik/domain/billing/bill-change'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { openItems } from '../ledger.repo.ts'
import { findBill, findBills, findGuestBill, type Reader } from './bills.repo.ts'
import { dueDays } from './due-days.service.ts'

type Database = Pick<Deps, 'db' | 'pool'>

/** The final months of an account, the newest first. @throws not_found without a right to it */
export async function listBills({ db, pool }: Database, reader: Reader): Promise<BillSummary[]> {
  const [bills, dueOn] = await Promise.all([findBills(pool, reader), dueDays(db)])
  if (!bills) throw new AppError('not_found')
  return bills.map((bill) => ({ ...bill, dueOn: dueOn(bill.period) }))
}

/** @throws not_found without a right to the account, or where the month is not final */
export async function loadBill({ db, pool }: Database, reader: Reader, period: string): Promise<Bill> {
  const found = await findBill(pool, reader, period)
  if (!found?.services) throw new AppError('not_found')
  const { accountId, number, street, house, flat, services, servicesBefore, meters } = found
  const [owed, dueOn] = await Promise.all([owedNow(db, accountId), dueDays(db)])
  return {
    period,
    totalKopecks: totalOf(services),
    dueOn: dueOn(period),
    account: { number, street, house, flat },
    services,
    change: servicesBefore && changeOf(period, servicesBefore, services),
    meters,
    owed,
  }
}

/** Null before the first bill. @throws sign_in_required when the session is over */
export async function loadGuestBill({ db, pool }: Database, sessionId: string): Promise<GuestBill | null> {
  const found = await findGuestBill(pool, sessionId)
  if (!found) throw new AppError('sign_in_required')
  const { accountId, period, services } = found
  if (period === null || services === null) return null
  const [owed, dueOn] = await Promise.all([owedNow(db, accountId), dueDays(db)])
  return {
    period,
    totalKopecks: totalOf(services),
    dueOn: dueOn(period),
    services: services.map(({ service, litres, amountKopecks }) => ({ service, litres, amountKopecks })),
    owed,
  }
}

const totalOf = (items: readonly { amountKopecks: number }[]): number =>
  items.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)

async function owedNow(tx: Tx, accountId: string): Promise<Owed> {
  const items = await openItems(tx, accountId)
  const owedIn = (book: string) =>
    Number(items.filter((item) => item.book === book).reduce((sum, { kopecks }) => sum + kopecks, 0n))
  return balanceAfter({
    openingKopecks: owedIn('receivable'),
    paidKopecks: 0,
    chargedKopecks: 0,
    penaltyKopecks: owedIn('penalty_receivable'),
  })
}

const linesOf = (bills: readonly ServiceBill[], wanted: BilledService) =>
  bills.find(({ service }) => service === wanted)?.lines ?? []

function changeOf(period: string, before: readonly ServiceBill[], now: readonly ServiceBill[]): BillChange {
  const names = [...new Set([...now, ...before].map(({ service }) => service))]
  const services = names.map((service) => {
    const parts = billChange(linesOf(before, service), linesOf(now, service))
    return { service, amountKopecks: totalOf(parts), parts }
  })
  return {
    periodBefore: shiftPeriod(period, -1),
    amountKopecks: totalOf(services),
    services: services.filter(({ parts }) => parts.length > 0),
  }
}
