import { type AttemptLimit, createAttemptLimits, DAY, HOUR } from '../../platform/attempt-limits.ts'
import type { Deps } from '../../platform/deps.ts'

/** What holds against guessing the code of a request. */
const TRACK_LIMITS = {
  /** One client address (an IPv6 /64). */
  address: { seconds: HOUR, codeAfter: 5, closedAfter: 30, counted: 'address' },
  /** One number of a request, whether it exists or not: 40 bits against a hundred tries a day. */
  number: { seconds: DAY, codeAfter: 5, closedAfter: 100, counted: 'strict' },
} as const satisfies Record<string, AttemptLimit>

export type TrackLimits = ReturnType<typeof createTrackLimits>

export const createTrackLimits = (pool: Deps['pool']) => createAttemptLimits(pool, 'track', TRACK_LIMITS)
