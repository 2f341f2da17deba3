export type PaymentState = 'created' | 'pending' | 'paid' | 'failed' | 'expired'

/** What an acquirer says of an order. */
export type SeenState = 'pending' | 'authorised' | 'paid' | 'cancelled' | 'failed' | 'expired'

const MEANS: Record<SeenState, PaymentState> = {
  pending: 'pending',
  authorised: 'pending',
  paid: 'paid',
  cancelled: 'failed',
  failed: 'failed',
  expired: 'expired',
}

/** Later states win: money that has come is never undone by news that were older, or slower. */
const RANK: Record<PaymentState, number> = { created: 0, pending: 1, expired: 2, failed: 2, paid: 3 }

/**
 * The state of a payment after what was seen, in whatever order it is seen: it never goes back, and `paid` comes
 * after anything, also after an end that was told too early.
 */
export function nextPaymentState(state: PaymentState, seen: SeenState): PaymentState {
  const next = MEANS[seen]
  return RANK[next] > RANK[state] ? next : state
}

export const isOver = (state: PaymentState): boolean => RANK[state] >= RANK.expired
