import { deriveKey, hmac } from './secrets.ts'

/** What a link in a letter may do. A token of one purpose opens no other door. */
export type TokenPurpose = 'activation' | 'password_reset' | 'email_new' | 'email_old' | 'helper_invitation'

/** How long a link opens its door; the letter says it. */
export const linkLifetimeHours = {
  activation: 48,
  password_reset: 1,
  email_new: 24,
  email_old: 24,
  helper_invitation: 7 * 24,
} as const satisfies Record<TokenPurpose, number>

/**
 * The secret of a link, 256 bits as 43 characters. The database keeps its SHA-256 and the seed, a letter that
 * waits to be sent the seed alone: without SESSION_SECRET neither opens anything.
 * @param seed a random UUID, new for every link
 */
export const oneTimeToken = (sessionSecret: string, purpose: TokenPurpose, seed: string): string =>
  hmac(deriveKey(sessionSecret, 'one-time-token'), `${purpose}\n${seed}`).toString('base64url')
