import type { PenaltyGrowth } from '@rodnik/contract/penalties'
import { datedDebts } from '@rodnik/domain/billing/dated-debts'
import { type GrownPenalties, growPenalties } from '@rodnik/domain/billing/penalty-growth'
import type { ClientBase } from 'pg'
import { copyInto, copyText } from '../../../platform/copy-rows.ts'
import type { Slice } from './input-account.ts'
import { type LateAccount, readLateAccounts } from './penalty-input.ts'
import type { PenaltyPlan } from './penalty-plan.ts'

export type PenaltyTotals = { penaltyKopecks: number; unknownPenalties: number }

/** Charges the accounts of a slice what their penalties have grown by, in the caller's transaction. */
export async function chargePenalties(
  client: ClientBase,
  period: string,
  slice: Slice,
  plan: PenaltyPlan,
): Promise<PenaltyTotals> {
  const totals: PenaltyTotals = { penaltyKopecks: 0, unknownPenalties: 0 }
  let rows = ''
  for (const account of await readLateAccounts(client, period, slice, plan)) {
    const { grown, unknown } = grownOf(account, plan)
    totals.unknownPenalties += unknown.length
    for (const growth of grown) {
      totals.penaltyKopecks += growth.amountKopecks
      rows += rowOf(period, account.id, growth)
    }
  }
  await copyInto(
    client,
    'penalty_charges (period, account_id, service, debt_period, amount_kopecks, growth)',
    rows,
  )
  return totals
}

function grownOf({ payer, entries, charged }: LateAccount, plan: PenaltyPlan): GrownPenalties {
  const terms = plan.termsOf(payer)
  if (!terms) return { grown: [], unknown: [] }
  const before = new Map(
    (charged ?? []).map(({ service, debtPeriod, kopecks }) => [`${service} ${debtPeriod}`, kopecks]),
  )
  return growPenalties(
    datedDebts(entries),
    (service, debtPeriod) => before.get(`${service} ${debtPeriod}`) ?? 0,
    terms,
  )
}

const rowOf = (period: string, accountId: string, growth: PenaltyGrowth): string =>
  `${period}-01\t${accountId}\t${growth.service}\t${growth.debtPeriod}-01\t${growth.amountKopecks}\t` +
  `${copyText(JSON.stringify(growth))}\n`
