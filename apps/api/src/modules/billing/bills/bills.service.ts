import type { Bill, BillChange, BillSummary, GuestBill, ServiceBill } from '@rodnik/contract/bills'
import type { BilledService } from '@rodnik/contract/charges'
import type { Statement } from '@rodnik/contract/statement'
import { billChange } from '@rodnik/domain/billing/bill-change'
import { consumerGroupOf } from '@rodnik/domain/billing/consumer-group'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { cityDayAt, currentSettings } from '../../info/index.ts'
import { owedNow } from '../owed.service.ts'
import { findBill, findBills, findGuestBill, type IssuedMonth, type Reader } from './bills.repo.ts'
import { dueDays } from './due-days.service.ts'
import { statementOf } from './statement.ts'

type Database = Pick<Deps, 'db' | 'pool'>

/** The final months of an account, the newest first. @throws not_found without a right to it */
export async function listBills({ db, pool }: Database, reader: Reader): Promise<BillSummary[]> {
  const [found, dueOn] = await Promise.all([findBills(pool, reader), dueDays(db)])
  if (!found) throw new AppError('not_found')
  const group = consumerGroupOf(found.kind)
  return found.bills.map((bill) => ({ ...bill, dueOn: dueOn(bill.period, group) }))
}

/** @throws not_found without a right to the account, or where the month is not final */
export async function loadBill({ db, pool }: Database, reader: Reader, period: string): Promise<Bill> {
  const found = await findBill(pool, reader, period)
  if (!found?.services) throw new AppError('not_found')
  const { accountId, number, street, house, flat, services, servicesBefore, penalties, meters } = found
  const [owed, dueOn, statement] = await Promise.all([
    owedNow(db, accountId),
    dueDays(db),
    statementIssued(db, found),
  ])
  return {
    period,
    totalKopecks: totalOf(services),
    dueOn: dueOn(period, consumerGroupOf(found.kind)),
    account: { number, street, house, flat },
    services,
    penalties,
    statement,
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
  const [owed, dueOn, statement] = await Promise.all([
    owedNow(db, accountId),
    dueDays(db),
    statementIssued(db, found),
  ])
  return {
    period,
    totalKopecks: totalOf(services),
    dueOn: dueOn(period, consumerGroupOf(found.kind)),
    services: services.map(({ service, litres, amountKopecks }) => ({ service, litres, amountKopecks })),
    statement,
    owed,
  }
}

async function statementIssued(db: Deps['db'], { issuedAt, moved }: IssuedMonth): Promise<Statement> {
  if (issuedAt === null) throw new AppError('not_found')
  return statementOf(moved, cityDayAt(await currentSettings(db), issuedAt.toISOString()))
}

const totalOf = (items: readonly { amountKopecks: number }[]): number =>
  items.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)

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
