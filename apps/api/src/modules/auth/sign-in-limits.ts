import {
  type AttemptKeys,
  type AttemptLimit,
  createAttemptLimits,
  DAY,
  HOUR,
  MINUTE,
  NEVER,
} from '../../platform/attempt-limits.ts'
import { addressGroup } from '../../platform/client-address.ts'
import type { Deps } from '../../platform/deps.ts'
import { deriveKey, hmac } from '../../platform/secrets.ts'

/**
 * What holds against guessing passwords (OWASP ASVS 5.0, 6.1.1), without letting a stranger lock a person out:
 * a login is never closed, only each try costs a solved code; only the address of the guesser is turned away.
 */
const SIGN_IN_LIMITS = {
  /** One address (an IPv6 /64), whatever it tries: an office or a mobile network shares one. */
  address: { seconds: 15 * MINUTE, codeAfter: 5, closedAfter: 30, counted: 'address' },
  /** One login, whether it exists or not; a known device has counters of its own. */
  loginHour: { seconds: HOUR, codeAfter: 3, closedAfter: NEVER, counted: 'strict' },
  /** One login for all strangers together: each try of a bad day needs a code. It does not hold for a known device. */
  loginDay: { seconds: DAY, codeAfter: 20, closedAfter: NEVER, counted: 'strict' },
  /** The whole city: beyond it everyone is asked for the code and staff are alarmed. */
  city: { seconds: MINUTE, codeAfter: 60, closedAfter: NEVER, counted: 'soft' },
} as const satisfies Record<string, AttemptLimit>

export type SignInLimits = ReturnType<typeof createSignInLimits>

export const createSignInLimits = (pool: Deps['pool']) => createAttemptLimits(pool, 'sign-in', SIGN_IN_LIMITS)

/**
 * Keyed digests: the table names neither logins nor addresses.
 * @param visitor.login in normal form, or two spellings would have two counters
 * @param visitor.deviceId of a device that has signed in with this login before, see `knownDeviceId`
 */
export function signInKeys(
  sessionSecret: string,
  { login, ip, deviceId }: { login: string; ip: string; deviceId: string | null },
): AttemptKeys<keyof typeof SIGN_IN_LIMITS> {
  const key = deriveKey(sessionSecret, 'sign-in-limits')
  const digest = (...parts: string[]) => hmac(key, parts.join('\n')).toString('base64url')
  return {
    address: digest('address', addressGroup(ip)),
    loginHour: digest('login', login, deviceId ?? ''),
    loginDay: deviceId === null ? digest('login', login) : null,
    city: 'all',
  }
}
