import { refreshSession } from '@rodnik/contract/sessions'
import { ApiError, askOnce, isUndecided } from './ask-once.ts'
import { markSignedOut } from './signed-in-mark.ts'

let renewal: Promise<void> | undefined
/** When the last one came, by the clock of the page. */
let renewedAt = Number.NEGATIVE_INFINITY

/**
 * Renews the access token. Throws `sign_in_required` when the session is over, and what `isUndecided` knows when
 * nobody can tell: without a connection no one is sent away to sign in. Everyone who asks meanwhile waits
 * for the same renewal, and a refusal that is older than the last one needs none: `sentAt` is when its request went.
 */
export function renewOnce(sentAt: number): Promise<void> {
  if (sentAt < renewedAt) return Promise.resolve()
  renewal ??= inTurn(renew).finally(() => {
    renewal = undefined
  })
  return renewal
}

async function renew(): Promise<void> {
  try {
    await askOnce(refreshSession, {})
    renewedAt = performance.now()
  } catch (reason) {
    if (reason instanceof ApiError && isUndecided(reason.code)) throw reason
    markSignedOut()
    throw new ApiError('sign_in_required')
  }
}

/**
 * One tab at a time: a refresh token works once, and two tabs showing the same one would look like a theft. A
 * browser without locks takes the risk, because the server forgives a repeat within seconds.
 */
function inTurn(work: () => Promise<void>): Promise<void> {
  return 'locks' in navigator ? navigator.locks.request('rodnik.session', work) : work()
}
