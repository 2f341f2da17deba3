import { type AttemptLimit, createAttemptLimits, MINUTE, NEVER } from '../../../platform/attempt-limits.ts'
import { addressGroup } from '../../../platform/client-address.ts'
import type { Deps } from '../../../platform/deps.ts'
import { deriveKey, hmac } from '../../../platform/secrets.ts'

/**
 * What holds against trying secrets. Only the address of whoever tries is turned away: a client is never closed, since
 * its id is no secret and a stranger could lock it out (OWASP ASVS 5.0, 6.1.1); 238 bits are not guessed.
 */
const TOKEN_LIMITS = {
  address: { seconds: 15 * MINUTE, codeAfter: NEVER, closedAfter: 60, counted: 'address' },
} as const satisfies Record<string, AttemptLimit>

export const createTokenLimits = (pool: Deps['pool']) =>
  createAttemptLimits(pool, 'oauth-token', TOKEN_LIMITS)
export type TokenLimits = ReturnType<typeof createTokenLimits>

/** A keyed digest: the table names no address. */
export const tokenKeys = (sessionSecret: string, ip: string) => ({
  address: hmac(deriveKey(sessionSecret, 'oauth-token-limits'), addressGroup(ip)).toString('base64url'),
})
