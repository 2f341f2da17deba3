import { MINUTE } from '../../../platform/attempt-limits.ts'
import type { Deps } from '../../../platform/deps.ts'
import { sharedCounter } from '../../../platform/shared-counter.ts'
import type { Network } from './network-book.ts'

/** Of a minute's requests, how many an instance takes from the shared counter at a time. */
const SHARE = 100

type Limited = Pick<Network, 'code' | 'requestsPerMinute'>

type Lease = { left: number; endsAt: number; closedUntil: number }

/**
 * How many requests a minute each network may make, all instances together. An instance takes them by the hundredth
 * of a minute's number: a write for each request would cost as much as a check.
 * @returns a function that takes one request: seconds until the next is let in; 0 when this one is
 */
export function openRateLimit(pool: Deps['pool']) {
  const counter = sharedCounter(pool, 'terminals', MINUTE)
  const leases = new Map<string, Lease>()

  const underWay = new Map<string, Promise<void>>()

  const takeLease = async ({ code, requestsPerMinute }: Limited) => {
    const now = performance.now()
    const size = Math.ceil(requestsPerMinute / SHARE)
    const { consumedPoints, msBeforeNext } = await counter.penalty(code, size)
    const endsAt = now + msBeforeNext
    const isOver = consumedPoints - size >= requestsPerMinute
    leases.set(
      code,
      isOver ? { left: 0, endsAt, closedUntil: endsAt } : { left: size, endsAt, closedUntil: 0 },
    )
  }

  /** Whoever comes while a lease is being taken waits for it: a crowd must not take one each. */
  const takeOnce = (network: Limited): Promise<void> => {
    const { code } = network
    const taking = underWay.get(code) ?? takeLease(network).finally(() => underWay.delete(code))
    underWay.set(code, taking)
    return taking
  }

  return async (network: Limited): Promise<number> => {
    for (;;) {
      const now = performance.now()
      const lease = leases.get(network.code)
      if (lease && lease.left > 0 && now < lease.endsAt) {
        lease.left -= 1
        return 0
      }
      if (lease && now < lease.closedUntil) return Math.max(1, Math.ceil((lease.closedUntil - now) / 1000))
      await takeOnce(network)
    }
  }
}
