import { isOver, type PaymentState } from './payment-state.ts'

const [FIRST_S, LONGEST_S, OVER_S] = [30, 600, 3600]
/** An acquirer may hear of the money after the order is over: so long it is still asked. */
const AFTER_EXPIRY_S = 24 * 3600

type Asked = {
  state: PaymentState
  askedCount: number
  /** Negative before the order's end. */
  secondsPastExpiry: number
}

/**
 * In how many seconds the acquirer is asked again about a payment: soon, then less and less often, each hour once it
 * seems to be over. Null when nothing can come any more.
 */
export function askAgainSeconds({ state, askedCount, secondsPastExpiry }: Asked): number | null {
  if (state === 'paid' || secondsPastExpiry > AFTER_EXPIRY_S) return null
  return isOver(state) ? OVER_S : Math.min(FIRST_S * 2 ** Math.min(askedCount, 10), LONGEST_S)
}
