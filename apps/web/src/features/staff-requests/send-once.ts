import { ApiError, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'

/** Sends a wish under a key of its own: repeated while no answer has come, it happens once. */
export async function sendOnce<Wish, Answer>(
  name: string,
  wish: Wish,
  send: (headers: { 'idempotency-key': string }, wish: Wish) => Promise<Answer>,
): Promise<Answer> {
  const { key, body } = intentionFor(name, wish, JSON.stringify(wish))
  try {
    const answer = await send({ 'idempotency-key': key }, body)
    settleIntention(name)
    return answer
  } catch (reason) {
    if (!(reason instanceof ApiError) || !isUndecided(reason.code)) settleIntention(name)
    throw reason
  }
}
