import {
  type AttemptKeys,
  type AttemptLimit,
  createAttemptLimits,
  DAY,
  HOUR,
} from '../../platform/attempt-limits.ts'
import type { Deps } from '../../platform/deps.ts'

/** What holds against guessing a proof of possession. */
const LINK_LIMITS = {
  /** One person, whatever they try: a try that this turns away counts against nobody else. */
  person: { seconds: HOUR, codeAfter: 3, closedAfter: 10, counted: 'address' },
  /** One client address (an IPv6 /64): several profiles of one guesser. */
  address: { seconds: HOUR, codeAfter: 6, closedAfter: 30, counted: 'strict' },
  /** One account number, whether it exists or not, over all people. */
  account: { seconds: DAY, codeAfter: 5, closedAfter: 20, counted: 'strict' },
} as const satisfies Record<string, AttemptLimit>

export type LinkKeys = AttemptKeys<keyof typeof LINK_LIMITS>
export type LinkLimits = ReturnType<typeof createLinkLimits>

export const createLinkLimits = (pool: Deps['pool']) => createAttemptLimits(pool, 'link', LINK_LIMITS)
