import type { NewPayment, PaymentOpened } from '@rodnik/contract/payments'
import type { Acquirer } from '../../../platform/acquirer.ts'
import { canonicalJson } from '../../../platform/canonical-json.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { violatedConstraint } from '../../../platform/outage.ts'
import { isSame, sha256 } from '../../../platform/secrets.ts'
import { sharedCounter } from '../../../platform/shared-counter.ts'
import { businessDay } from '../../info/index.ts'
import { findEmail } from './offer.repo.ts'
import { accountsToPay } from './offer.service.ts'
import { openOrder } from './open-order.service.ts'
import { type Payer, payerName } from './payer.ts'
import { paymentRulesOn } from './payment-rules.service.ts'
import { toOpened } from './payment-view.ts'
import { findByRequest, findOpenPayment, findPayment, giveUpPlace } from './payments.repo.ts'
import { decideParts, type WantedPart } from './wanted-parts.ts'

type Needed = Pick<Deps, 'db' | 'pool' | 'acquirers' | 'env' | 'log'>
type Wish = { payer: Payer; key: string; body: NewPayment }

/** Enough for the first tab to have its answer from the acquirer. */
const TWIN_WAITS_MS = 300

/**
 * Opens an order for a wish, once: repeated with its key, or wished for in another tab, it is the same order while
 * that can be paid.
 * @throws payment_sum_changed, payment_nothing_owed, payment_too_small, payment_too_large, payment_method_off,
 * not_found, idempotency_key_reused, acquirer_unavailable
 */
export async function startPayment(deps: Needed, wish: Wish): Promise<PaymentOpened> {
  const request = requestOf(wish)
  const first = await replay(deps, request)
  if (first) return first
  const acquirer = acquirerFor(deps, wish.body)
  const { today } = await businessDay(deps)
  const rules = await paymentRulesOn(deps.db, today)
  const accounts = await accountsToPay(deps, wish.payer, { today, recentDays: rules.recentDays })
  const parts = decideParts(wish.body.parts, accounts, rules)
  const openKey = openKeyOf(wish, parts)
  const open = await usable(deps, openKey)
  if (open) return open
  await countOrder(deps.pool, parts)
  const order = { today, orderMinutes: rules.orderMinutes, parts, openKey, ...(await senderOf(deps, wish)) }
  try {
    const id = await openOrder(deps, acquirer, {
      ...order,
      requestKey: request.key,
      requestHash: request.hash,
    })
    return await shown(deps, id)
  } catch (error) {
    if (!violatedConstraint(error)) throw error
    return await answerToTwin(deps, { request, openKey })
  }
}

function acquirerFor({ acquirers }: Needed, { method }: NewPayment): Acquirer {
  const acquirer = acquirers.current
  if (!acquirer) throw new AppError('acquirer_unavailable')
  if (!acquirer.methods.includes(method)) throw new AppError('payment_method_off')
  return acquirer
}

const senderOf = async (deps: Needed, { payer, body: { method, language, email } }: Wish) => ({
  method,
  language,
  userId: 'userId' in payer ? payer.userId : null,
  email: email ?? (await findEmail(deps, payer)),
})

/** Far above what a person does, also one who tries again and again. */
const [ORDERS, ORDERS_SECONDS] = [30, 600]

/** @throws too_many_attempts when so many orders were opened for an account that it is no payer who does it */
async function countOrder(pool: Deps['pool'], parts: readonly WantedPart[]): Promise<void> {
  const orders = sharedCounter(pool, 'payment-order', ORDERS_SECONDS)
  for (const { accountId } of parts) {
    const { consumedPoints } = await orders.penalty(accountId)
    if (consumedPoints > ORDERS)
      throw new AppError('too_many_attempts', { retryAfterSeconds: ORDERS_SECONDS })
  }
}

type Request = { key: string; hash: Buffer }

const requestOf = ({ payer, key, body }: Wish): Request => ({
  key: `${payerName(payer)} ${key}`,
  hash: sha256(canonicalJson(body)),
})

async function replay(deps: Needed, { key, hash }: Request): Promise<PaymentOpened | undefined> {
  const first = await findByRequest(deps.pool, key)
  if (!first) return undefined
  if (!isSame(first.requestHash, hash)) throw new AppError('idempotency_key_reused')
  return shown(deps, first.id)
}

/** Whose wish it is, for what and how: the penalties are in the sums. */
const openKeyOf = ({ payer, body }: Wish, parts: readonly WantedPart[]): Buffer =>
  sha256(
    canonicalJson({
      payer: payerName(payer),
      method: body.method,
      parts: parts.map(({ accountId, amountKopecks, penaltyKopecks }) => ({
        accountId,
        amountKopecks,
        penaltyKopecks,
      })),
    }),
  )

/** An order that is about to end makes room for another one. */
async function usable(deps: Needed, openKey: Buffer): Promise<PaymentOpened | undefined> {
  const open = await findOpenPayment(deps.pool, openKey)
  if (!open) return undefined
  if (open.isFresh && !open.isSilent && !open.isStuck) return toOpened(deps.env.SESSION_SECRET, open)
  await giveUpPlace(deps.pool, open.id)
  // Nobody should pay two orders of one wish; where the acquirer will not give it up, both would be credited.
  const { number: orderNumber, acquirerId } = open
  if (acquirerId !== null) {
    const acquirer = deps.acquirers.named(open.acquirer)
    await acquirer?.cancel({ orderNumber, acquirerId }).catch(() => undefined)
  }
  return undefined
}

/** Another tab or another try was first: its order is the answer, even while the acquirer is being asked for it. */
async function answerToTwin(
  deps: Needed,
  { request, openKey }: { request: Request; openKey: Buffer },
): Promise<PaymentOpened> {
  await new Promise((resolve) => setTimeout(resolve, TWIN_WAITS_MS))
  const open = (await replay(deps, request)) ?? (await usable(deps, openKey))
  if (!open) throw new AppError('acquirer_unavailable', { retryAfterSeconds: 5 })
  return open
}

async function shown({ pool, env }: Needed, id: string): Promise<PaymentOpened> {
  const payment = await findPayment(pool, id)
  if (!payment) throw new Error('The payment is gone')
  return toOpened(env.SESSION_SECRET, payment)
}
