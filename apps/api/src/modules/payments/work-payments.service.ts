import type { Deps } from '../../platform/deps.ts'
import { askDuePayments } from './truth/ask-payments.service.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log' | 'acquirers'>

/** What is done behind the payers' back: acquirers are asked what has become of orders. */
export async function workPayments(deps: Needed): Promise<void> {
  await askDuePayments(deps)
}
