import type { MonthCharge } from '@rodnik/contract/charges'
import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import { chargeMonth } from '@rodnik/domain/billing/charge-month'
import type { ChargedMonths } from '@rodnik/domain/billing/silent-months'
import type { ClientBase } from 'pg'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { type RecalculatedLines, takeRecalculations } from '../recalculations/take-recalculations.ts'
import { accountFacts, hasToSettle } from './account-facts.ts'
import { chargePenalties, type PenaltyTotals } from './charge-penalties.ts'
import { readChargedMonths } from './charged-months.ts'
import type { InputAccount, Slice } from './input-account.ts'
import type { PenaltyPlan } from './penalty-plan.ts'
import { readSlice } from './slice-input.ts'
import { copyRows, createRows, type SliceRows, type Totals } from './slice-output.ts'

export type Month = {
  period: string
  reference: ChargeReference
  /** Of the months that recalculations go back to. */
  pastReferences: ReadonlyMap<string, ChargeReference>
  penalties: PenaltyPlan
}

/**
 * Charges the accounts of a slice and notes it as done, all or nothing: whoever is killed leaves the slice as it
 * was, and of two who compute it at once one meets the primary key of charges.
 */
export function computeSlice(client: ClientBase, month: Month, slice: Slice): Promise<Totals> {
  return inTransaction(client, async () => {
    const recalculated = await takeRecalculations(client, month, slice)
    const accounts = await readSlice(client, month.period, slice)
    const charged = await chargedMonths(client, accounts, month.period)
    const rows = chargeAccounts(accounts, charged, month, recalculated)
    await copyRows(client, month.period, rows)
    const penalties = await chargePenalties(client, month.period, slice, month.penalties)
    await noteDone(client, { ...slice, period: month.period }, { ...rows.totals, ...penalties })
    return rows.totals
  })
}

const NOTHING: ChargedMonths = new Map()

function chargeAccounts(
  accounts: readonly InputAccount[],
  charged: ReadonlyMap<string, ChargedMonths>,
  { period, reference }: Month,
  recalculated: RecalculatedLines,
): SliceRows {
  const output = createRows(period)
  for (const account of accounts) {
    const facts = accountFacts(account, period, charged.get(account.id) ?? NOTHING)
    output.add(account.id, chargeMonth(facts, reference), recalculated.get(account.id) ?? [])
  }
  const known = new Set(accounts.map(({ id }) => id))
  for (const [accountId, lines] of recalculated) {
    // An account that is closed has no month of its own any more.
    if (!known.has(accountId)) output.add(accountId, EMPTY_MONTH, lines)
  }
  return output.rows
}

const EMPTY_MONTH: MonthCharge = { ok: true, lines: [], totalKopecks: 0 }

async function chargedMonths(client: ClientBase, accounts: readonly InputAccount[], period: string) {
  const settling = accounts.filter(({ meters }) => meters?.some((meter) => hasToSettle(meter, period)))
  return readChargedMonths(
    client,
    settling.map(({ id }) => id),
    period,
  )
}

async function noteDone(
  client: ClientBase,
  { slice, period }: Slice & { period: string },
  totals: Totals & PenaltyTotals,
): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE billing_slices SET done_at = app_now(), accounts = $3, refused = $4, total_kopecks = $5,
       penalty_kopecks = $6, unknown_penalties = $7
     WHERE period = $1::date AND slice = $2 AND done_at IS NULL`,
    [
      `${period}-01`,
      slice,
      totals.accounts,
      totals.refused,
      totals.totalKopecks,
      totals.penaltyKopecks,
      totals.unknownPenalties,
    ],
  )
  if (rowCount !== 1) throw new Error(`Slice ${slice} of ${period} was done by somebody else`)
}
