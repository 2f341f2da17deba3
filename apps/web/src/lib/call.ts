import type { Access, Endpoint, RequestOf, ResponseOf } from '@rodnik/contract/endpoint'
import { ApiError, addressOf, askHead, askOnce } from './ask-once.ts'

export { ApiError, type FailureCode, isUndecided } from './ask-once.ts'

/** Where a session can be renewed; an accountless one ends for good, and the form asks for three fields again. */
const RENEWABLE: ReadonlySet<Access> = new Set(['signed_in', 'person', 'resident', 'staff'])

/**
 * Calls an endpoint of the contract and checks the answer against it. An access token that has run out is renewed
 * once, unseen. Throws ApiError only: `sign_in_required` where the session is over, `offline` where no whole answer
 * came in 20 seconds, and the same request may go out again.
 */
export function call<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  return renewing(endpoint, () => askOnce(endpoint, request, signal), signal)
}

/**
 * The address of a file that is ready to be opened: the session is fresh and nothing forbids it. A browser that goes
 * there by itself can neither renew a session nor say in words what is wrong. Throws ApiError only.
 */
export async function readyFile<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<string> {
  await renewing(endpoint, () => askHead(endpoint, request))
  return addressOf(endpoint, request)
}

async function renewing<T>(endpoint: Endpoint, ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const sentAt = performance.now()
  try {
    return await ask()
  } catch (reason) {
    const isOver = reason instanceof ApiError && reason.code === 'sign_in_required'
    if (!isOver || !RENEWABLE.has(endpoint.config.access)) throw reason
    await renewSession(sentAt)
    signal?.throwIfAborted()
    return ask()
  }
}

/** Comes when it is needed: whoever never signed in does not download it. */
async function renewSession(sentAt: number): Promise<void> {
  const { renewOnce } = await import('./renew-session.ts').catch(() => {
    throw new ApiError('offline')
  })
  return renewOnce(sentAt)
}
