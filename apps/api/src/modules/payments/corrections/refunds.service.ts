import { AcquirerFailure, type AcquirerName, type FiscalReceipt } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { providerOn } from '../../billing/index.ts'
import { businessDay } from '../../info/index.ts'
import { findFiscalRows, fiscalReceipt } from '../checkout/fiscal.service.ts'
import { noteDifference } from '../reconciliation/differences.repo.ts'
import { bookRefund } from './book-correction.service.ts'
import { type DueRefund, endRefund, giveUpRefund, postponeRefund, takeDueRefund } from './refunds.repo.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'log' | 'acquirers'>

const [FIRST_RETRY_S, LONGEST_RETRY_S] = [30, 3600]
/** So many tries without an answer are told to people. */
const ALARM_TRIES = 10

/** Gives money back where it was asked for, until nothing is due. */
export async function giveRefunds(deps: Needed): Promise<void> {
  for (let refund = await takeDueRefund(deps.pool); refund; refund = await takeDueRefund(deps.pool)) {
    await giveRefund(deps, refund)
  }
}

async function giveRefund(deps: Needed, refund: DueRefund): Promise<void> {
  const { id, number, acquirerId, amountKopecks, refundedBeforeKopecks } = refund
  try {
    const acquirer = deps.acquirers.named(refund.acquirer)
    if (!acquirer) throw new AcquirerFailure('unknown', `${refund.acquirer} is not set up`)
    if (!refund.isFresh) return await giveUp(deps, refund)
    const receipt = await receiptOf(deps, refund, acquirer.name)
    const asked = { orderNumber: number, acquirerId, amountKopecks, refundId: id, refundedBeforeKopecks }
    const state = await acquirer.refund({ ...asked, ...(receipt && { receipt }) })
    if (state === 'done') await done(deps, refund)
    else await postponeRefund(deps.pool, id, FIRST_RETRY_S)
  } catch (error) {
    if (!(error instanceof AcquirerFailure)) throw error
    await failed(deps, refund, error)
  }
}

/** What the cash register prints of a refund (54-ФЗ). */
async function receiptOf(
  deps: Needed,
  { accountNumber, accountId, amountKopecks, email }: DueRefund,
  acquirer: AcquirerName,
): Promise<FiscalReceipt | undefined> {
  const { today: day } = await businessDay(deps)
  const rows = await findFiscalRows(deps.db)
  const part = { accountId, accountNumber, amountKopecks, penaltyKopecks: 0, advanceKopecks: 0 }
  return fiscalReceipt(rows, [part], { acquirer, day, email, provider: providerOn({ rows }, day) })
}

/** After a day an acquirer may take the same number for a new refund: nobody gambles with that. */
async function giveUp(deps: Needed, { id, number, amountKopecks }: DueRefund): Promise<void> {
  await giveUpRefund(deps.pool, id)
  await noteDifference(deps.pool, {
    source: 'acquirer',
    kind: 'refund_unknown',
    subject: `${number}:${id}`,
    ourKopecks: amountKopecks,
    theirKopecks: 0,
    details: { order: number },
  })
  deps.log.error({ refund: id, payment: number }, 'the fate of a refund is not known')
}

async function done(deps: Needed, refund: DueRefund): Promise<void> {
  const { today } = await businessDay(deps)
  await inPoolTransaction(deps.pool, async (client) => {
    if (!(await endRefund(client, refund.id, { state: 'done', refusal: null }))) return
    await bookRefund(client, { ...refund, toAccountId: null, occurredOn: today, actor: refund.askedBy })
  })
}

/** Without an answer it is tried again under the same number, so that nothing is given back twice. */
async function failed(deps: Needed, refund: DueRefund, { kind, reason }: AcquirerFailure): Promise<void> {
  const facts = { refund: refund.id, payment: refund.number, reason, tries: refund.tries }
  if (kind === 'refused') {
    await endRefund(deps.pool, refund.id, { state: 'refused', refusal: reason.slice(0, 300) })
    deps.log.warn(facts, 'the acquirer refused a refund')
    return
  }
  const seconds = Math.min(FIRST_RETRY_S * 2 ** Math.min(refund.tries, 10), LONGEST_RETRY_S)
  await postponeRefund(deps.pool, refund.id, seconds)
  if (refund.tries >= ALARM_TRIES) deps.log.error(facts, 'the fate of a refund is not known')
}
