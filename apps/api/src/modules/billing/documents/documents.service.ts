import type { ReconciliationAct, SupplyDocument } from '@rodnik/contract/legal-documents'
import type { Provider } from '@rodnik/contract/provider'
import { lastDayOfMonth } from '@rodnik/domain/calendar/days'
import { reconciliation } from '@rodnik/domain/documents/reconciliation'
import { supplyLines, supplyTotal } from '@rodnik/domain/documents/supply-lines'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay, cityDayAt, currentSettings, findReferenceRows } from '../../info/index.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { loadBill } from '../bills/bills.service.ts'
import { providerOn } from '../receipts/receipt-context.service.ts'
import { findLedgerUntil, findNumbered, findParties, type Parties } from './documents.repo.ts'
import { paymentsDue } from './payments-due.ts'

type Database = Pick<Deps, 'db' | 'pool'>

/** The months that an organisation has papers of. @throws not_found */
export async function listDocuments(deps: Database, reader: Reader) {
  const parties = await findParties(deps.pool, reader)
  const [found, settings, { today }] = await Promise.all([
    findNumbered(deps.pool, parties.accountId, null),
    currentSettings(deps.db),
    businessDay(deps),
  ])
  const months = found.map(({ issuedAt, ...month }) => ({
    ...month,
    issuedOn: cityDayAt(settings, issuedAt.toISOString()),
  }))
  return { account: parties.account, contract: parties.contract, months, today }
}

/** What the papers of a month say. @throws not_found; reference_missing where nobody recorded the requisites */
export async function loadDocument(deps: Database, reader: Reader, period: string): Promise<SupplyDocument> {
  const parties = await findParties(deps.pool, reader)
  const [bill, [numbered], sellerOn] = await Promise.all([
    loadBill(deps, reader, period),
    findNumbered(deps.pool, parties.accountId, period),
    sellers(deps.db),
  ])
  if (!numbered) throw new AppError('not_found')
  const lines = supplyLines(bill.services.flatMap((service) => service.lines))
  const { issuedOn } = bill.statement
  return {
    number: numbered.number,
    period,
    issuedOn,
    suppliedOn: lastDayOfMonth(period),
    ...partiesIn(parties),
    seller: sellerOn(issuedOn),
    lines,
    total: supplyTotal(lines),
    payments: paymentsDue(bill, parties),
  }
}

/** Who sells water on a day. */
async function sellers(db: Database['db']): Promise<(day: string) => Provider> {
  const rows = (await findReferenceRows(db, 'provider')).map(({ row }) => row)
  return (day) => providerOn({ rows }, day)
}

const partiesIn = ({ account, buyer, contract }: Parties) => ({ account, buyer, contract })

/** @throws not_found; reference_missing where nobody recorded the requisites */
export async function loadReconciliation(
  deps: Database,
  reader: Reader,
  { from, to }: { from: string; to: string },
): Promise<ReconciliationAct> {
  const parties = await findParties(deps.pool, reader)
  const [ledger, sellerOn, { today }] = await Promise.all([
    findLedgerUntil(deps.pool, parties.accountId, to),
    sellers(deps.db),
    businessDay(deps),
  ])
  const penalties = ledger.filter(({ isPenalty }) => isPenalty)
  const penalty = reconciliation(penalties, from, to)
  const water = reconciliation(
    ledger.filter(({ isPenalty }) => !isPenalty),
    from,
    to,
  )
  return {
    ...partiesIn(parties),
    seller: sellerOn(today),
    ...water,
    penaltyOpeningKopecks: penalty.openingKopecks,
    penaltyClosingKopecks: penalty.closingKopecks,
  }
}
