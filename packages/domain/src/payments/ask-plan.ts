import { isOver, type PaymentState } from './payment-state.ts'

const SECOND_MS = 1000
const [FIRST_S, LONGEST_S, OVER_S] = [30, 600, 3600]
/** An acquirer may hear of the money after the order is over: so long it is still asked. */
const AFTER_EXPIRY_MS = 24 * 3600 * SECOND_MS

/**
 * When the acquirer is asked next about a payment: soon, then less and less often, each hour once it seems to be
 * over. Null when nothing can come any more.
 */
export function nextAskAt(
  { state, askedCount, expiresAt }: { state: PaymentState; askedCount: number; expiresAt: Date },
  now: Date,
): Date | null {
  if (state === 'paid' || now.getTime() > expiresAt.getTime() + AFTER_EXPIRY_MS) return null
  const waitS = isOver(state) ? OVER_S : Math.min(FIRST_S * 2 ** Math.min(askedCount, 10), LONGEST_S)
  return new Date(now.getTime() + waitS * SECOND_MS)
}
