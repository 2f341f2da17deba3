import {
  type AttemptKeys,
  type AttemptLimit,
  createAttemptLimits,
  DAY,
  HOUR,
  MINUTE,
  NEVER,
} from '../../platform/attempt-limits.ts'
import type { Deps } from '../../platform/deps.ts'

/** What holds against guessing accounts by number, house and flat. */
const ENTRY_LIMITS = {
  /** One address (an IPv6 /64), whatever it tries. */
  address: { seconds: 15 * MINUTE, codeAfter: 3, closedAfter: 10, counted: 'address' },
  /** One account number, whether it exists or not. */
  accountHour: { seconds: HOUR, codeAfter: 3, closedAfter: NEVER, counted: 'strict' },
  accountDay: { seconds: DAY, codeAfter: NEVER, closedAfter: 20, counted: 'strict' },
  /** One pair of house and flat over all accounts: someone walks through the numbers. */
  pair: { seconds: HOUR, codeAfter: 30, closedAfter: NEVER, counted: 'soft' },
  /** The whole city: beyond it everyone is asked for the code and staff are alarmed. */
  city: { seconds: MINUTE, codeAfter: 60, closedAfter: NEVER, counted: 'soft' },
} as const satisfies Record<string, AttemptLimit>

export type EntryLimits = ReturnType<typeof createEntryLimits>
export type EntryKeys = AttemptKeys<keyof typeof ENTRY_LIMITS>

export const createEntryLimits = (pool: Deps['pool']) => createAttemptLimits(pool, 'entry', ENTRY_LIMITS)
