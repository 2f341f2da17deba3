import type { Deps } from '../../platform/deps.ts'
import { giveRefunds } from './corrections/refunds.service.ts'
import { reconcileDays } from './reconciliation/reconcile.service.ts'
import { reconcileBanks } from './reconciliation/reconcile-banks.service.ts'
import { askDuePayments } from './truth/ask-payments.service.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log' | 'acquirers'>

/** What is done behind the payers' back: orders are asked about, refunds given, days compared. */
export async function workPayments(deps: Needed): Promise<void> {
  await askDuePayments(deps)
  await giveRefunds(deps)
  await reconcileDays(deps)
  await reconcileBanks(deps)
}
