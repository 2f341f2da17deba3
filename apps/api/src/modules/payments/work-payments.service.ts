import type { Deps } from '../../platform/deps.ts'
import { giveRefunds } from './corrections/refunds.service.ts'
import { reconcileDays } from './reconciliation/reconcile.service.ts'
import { reconcileBanks } from './reconciliation/reconcile-banks.service.ts'
import { askDuePayments } from './truth/ask-payments.service.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log' | 'acquirers'>

/** What payers wait for: orders are asked about, refunds given. */
export async function workPayments(deps: Needed): Promise<void> {
  await askDuePayments(deps)
  await giveRefunds(deps)
}

/** What can wait, and may take long: days are compared with the books of others. */
export async function workReconciliation(deps: Needed): Promise<void> {
  await reconcileDays(deps)
  await reconcileBanks(deps)
}
