import { MINUTE } from '../../../platform/attempt-limits.ts'
import type { Deps } from '../../../platform/deps.ts'
import { sharedCounter } from '../../../platform/shared-counter.ts'
import type { Network } from './network-book.ts'

/** Of a minute's requests, how many an instance takes from the shared counter at a time. */
const SHARE = 100

type Lease = { left: number; endsAt: number; closedUntil: number }

/**
 * How many requests a minute each network may make, all instances together. An instance takes them by the hundredth
 * of a minute's number: a write for each request would cost as much as a check.
 * @returns a function that takes one request: seconds until the next is let in; 0 when this one is
 */
export function openRateLimit(pool: Deps['pool']) {
  const counter = sharedCounter(pool, 'terminals', MINUTE)
  const leases = new Map<string, Lease>()

  return async ({
    code,
    requestsPerMinute,
  }: Pick<Network, 'code' | 'requestsPerMinute'>): Promise<number> => {
    const now = performance.now()
    const lease = leases.get(code)
    if (lease && lease.left > 0 && now < lease.endsAt) {
      lease.left -= 1
      return 0
    }
    if (lease && now < lease.closedUntil) return Math.ceil((lease.closedUntil - now) / 1000)
    const size = Math.ceil(requestsPerMinute / SHARE)
    const { consumedPoints, msBeforeNext } = await counter.penalty(code, size)
    const endsAt = now + msBeforeNext
    if (consumedPoints - size >= requestsPerMinute) {
      leases.set(code, { left: 0, endsAt, closedUntil: endsAt })
      return Math.max(1, Math.ceil(msBeforeNext / 1000))
    }
    leases.set(code, { left: size - 1, endsAt, closedUntil: 0 })
    return 0
  }
}
