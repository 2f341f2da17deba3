import type { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Deps } from '../../platform/deps.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Failed entries only: an entry that succeeds gives its point back. */
export const ENTRY_LIMITS = {
  /** One address (an IPv6 /64): the code is asked after three failures, ten end it for a while. */
  address: { seconds: 15 * MINUTE, codeAfter: 3, closedAfter: 10 },
  /** One account number, whether it exists or not. */
  accountHour: { seconds: HOUR, codeAfter: 3 },
  accountDay: { seconds: DAY, closedAfter: 20 },
  /** One pair of house and flat over all accounts: someone walks through the numbers. */
  pair: { seconds: HOUR, codeAfter: 30 },
  /** The whole city: beyond it everyone is asked for the code and staff are alarmed. */
  city: { seconds: MINUTE, codeAfter: 60 },
} as const

type LimitName = keyof typeof ENTRY_LIMITS
const NAMES = Object.keys(ENTRY_LIMITS) as LimitName[]

export type EntryLimits = ReturnType<typeof createEntryLimits>
export type EntryKeys = Record<LimitName, string>
export type Tally = {
  /** Another failure is counted already; from now on the code from a picture is needed. */
  isCodeNeeded: boolean
  /** This attempt itself must carry a code. */
  mustCarryCode: boolean
  closedForSeconds: number | null
  /** The attempt that first passes the city's budget in its minute. */
  isAlarm: boolean
}

const codeAfter = (name: LimitName) => {
  const limit = ENTRY_LIMITS[name]
  return 'codeAfter' in limit ? limit.codeAfter : Number.POSITIVE_INFINITY
}
const closedAfter = (name: LimitName) => {
  const limit = ENTRY_LIMITS[name]
  return 'closedAfter' in limit ? limit.closedAfter : Number.POSITIVE_INFINITY
}

function toTally(results: Record<LimitName, RateLimiterRes>): Tally {
  const closed = NAMES.filter((name) => results[name].consumedPoints > closedAfter(name))
  return {
    isCodeNeeded: NAMES.some((name) => results[name].consumedPoints >= codeAfter(name)),
    mustCarryCode: NAMES.some((name) => results[name].consumedPoints > codeAfter(name)),
    closedForSeconds:
      closed.length === 0
        ? null
        : Math.ceil(Math.max(...closed.map((name) => results[name].msBeforeNext)) / 1000),
    isAlarm: results.city.consumedPoints === ENTRY_LIMITS.city.codeAfter + 1,
  }
}

/** Counters in PostgreSQL, so that every instance counts the same visitor together. */
export function createEntryLimits(pool: Deps['pool']) {
  const limiters = Object.fromEntries(
    NAMES.map((name) => [name, sharedCounter(pool, `entry-${name}`, ENTRY_LIMITS[name].seconds)]),
  ) as Record<LimitName, RateLimiterPostgres>

  return {
    /** Counts the attempt before any work is done for it: one atomic upsert a counter. */
    async count(keys: EntryKeys): Promise<Tally> {
      const results = await Promise.all(NAMES.map((name) => limiters[name].penalty(keys[name], 1)))
      return toTally(
        Object.fromEntries(NAMES.map((name, i) => [name, results[i]])) as Record<LimitName, RateLimiterRes>,
      )
    },
    /** The entry was right: it takes back its own point and no one else's. */
    async forgive(keys: EntryKeys): Promise<void> {
      await Promise.all(NAMES.map((name) => limiters[name].reward(keys[name], 1)))
    },
  }
}
