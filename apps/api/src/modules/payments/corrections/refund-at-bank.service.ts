import { AcquirerFailure, type OrderSeen } from '../../../platform/acquirer.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { inPoolTransaction } from '../../../platform/in-transaction.ts'
import { businessDay } from '../../info/index.ts'
import { bookRefund } from './book-correction.service.ts'
import { insertCorrection, type NewCorrection } from './corrections.repo.ts'
import { findSiteOrder, refundsOf, type SiteOrder } from './refunds.repo.ts'

export type Needed = Pick<Deps, 'db' | 'pool' | 'acquirers'>
type Wish = Omit<NewCorrection, 'kind' | 'state' | 'toAccountId'>

/**
 * Books a refund that the bank made in pages of its own. The bank is asked: never more is booked than it has given
 * back beyond our own refunds, however many ask at once.
 * @throws payment_not_given_back, payment_not_refundable, acquirer_unavailable; violation of
 * `payment_corrections_covered`
 */
export async function bookRefundOfBank(deps: Needed, wish: Wish): Promise<string> {
  const order = await findSiteOrder(deps.pool, wish.transactionId)
  if (!order) throw new AppError('payment_not_refundable')
  const seen = await asked(deps, order)
  const { today } = await businessDay(deps)
  return inPoolTransaction(deps.pool, async (client) => {
    // Its trigger holds the payment for this transaction: nobody else counts the same money.
    const noted = { ...wish, kind: 'refund', state: 'done', toAccountId: null } as const
    const id = await insertCorrection(client, noted)
    if ((await refundsOf(client, wish.transactionId)) > seen.refundedKopecks) {
      throw new AppError('payment_not_given_back')
    }
    await bookRefund(client, { ...noted, id, occurredOn: today, actor: wish.askedBy })
    return id
  })
}

async function asked({ acquirers }: Needed, { number, acquirer, acquirerId }: SiteOrder): Promise<OrderSeen> {
  try {
    const seen = await acquirers.named(acquirer)?.ask({ orderNumber: number, acquirerId })
    if (seen?.orderNumber === number) return seen
  } catch (error) {
    if (!(error instanceof AcquirerFailure)) throw error
  }
  throw new AppError('acquirer_unavailable')
}
