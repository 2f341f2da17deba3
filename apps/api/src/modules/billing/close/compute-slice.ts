import type { ChargeReference } from '@rodnik/domain/billing/charge-facts'
import { chargeMonth } from '@rodnik/domain/billing/charge-month'
import type { ClientBase } from 'pg'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { accountFacts, hasToSettle } from './account-facts.ts'
import { chargePenalties, type PenaltyTotals } from './charge-penalties.ts'
import type { PenaltyPlan } from './penalty-plan.ts'
import { type InputAccount, type PastCharge, readPastCharges, readSlice, type Slice } from './slice-input.ts'
import { copyRows, createRows, type SliceRows, type Totals } from './slice-output.ts'

export type Month = { period: string; reference: ChargeReference; penalties: PenaltyPlan }

/**
 * Charges the accounts of a slice and notes it as done, all or nothing: whoever is killed leaves the slice as it
 * was, and of two who compute it at once one meets the primary key of charges.
 */
export function computeSlice(client: ClientBase, month: Month, slice: Slice): Promise<Totals> {
  return inTransaction(client, async () => {
    const accounts = await readSlice(client, month.period, slice)
    const rows = chargeAccounts(accounts, await pastCharges(client, accounts, month.period), month)
    await copyRows(client, month.period, rows)
    const penalties = await chargePenalties(client, month.period, slice, month.penalties)
    await noteDone(client, { ...slice, period: month.period }, { ...rows.totals, ...penalties })
    return rows.totals
  })
}

function chargeAccounts(
  accounts: readonly InputAccount[],
  past: ReadonlyMap<string, PastCharge[]>,
  { period, reference }: Month,
): SliceRows {
  const output = createRows(period)
  for (const account of accounts) {
    output.add(account.id, chargeMonth(accountFacts(account, period, past.get(account.id) ?? []), reference))
  }
  return output.rows
}

async function pastCharges(client: ClientBase, accounts: readonly InputAccount[], period: string) {
  const settling = accounts.filter(({ meters }) => meters?.some((meter) => hasToSettle(meter, period)))
  const charges = await readPastCharges(
    client,
    settling.map(({ id }) => id),
    period,
  )
  return Map.groupBy(charges, ({ accountId }) => accountId)
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
