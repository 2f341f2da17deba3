import {
  type AttemptKeys,
  type AttemptLimit,
  createAttemptLimits,
  DAY,
  HOUR,
} from '../../platform/attempt-limits.ts'
import { addressGroup } from '../../platform/client-address.ts'
import type { Deps } from '../../platform/deps.ts'
import { deriveKey, hmac } from '../../platform/secrets.ts'

/** How many wrong proofs are free before the picture is asked, and how many end it for a while. */
export const LINK_LIMITS = {
  /** One client address (an IPv6 /64): several profiles of one guesser. */
  address: { seconds: HOUR, codeAfter: 6, closedAfter: 30, counted: 'address' },
  /** One person, whatever they try. */
  person: { seconds: HOUR, codeAfter: 3, closedAfter: 10, counted: 'strict' },
  /** One account number, whether it exists or not, over all people. */
  account: { seconds: DAY, codeAfter: 5, closedAfter: 20, counted: 'strict' },
} as const satisfies Record<string, AttemptLimit>

export type LinkLimits = ReturnType<typeof createLinkLimits>

export const createLinkLimits = (pool: Deps['pool']) => createAttemptLimits(pool, 'link', LINK_LIMITS)

/** Keyed digests: the table names neither accounts nor addresses. */
export function linkKeys(
  sessionSecret: string,
  { userId, accountNumber, ip }: { userId: string; accountNumber: string; ip: string },
): AttemptKeys<keyof typeof LINK_LIMITS> {
  const key = deriveKey(sessionSecret, 'link-limits')
  const digest = (...parts: string[]) => hmac(key, parts.join('\n')).toString('base64url')
  return {
    address: digest('address', addressGroup(ip)),
    person: digest('person', userId),
    account: digest('account', accountNumber),
  }
}
