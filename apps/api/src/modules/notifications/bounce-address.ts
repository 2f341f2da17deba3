import { deriveKey, hmac, isSame } from '../../platform/secrets.ts'

type BounceEnv = { SESSION_SECRET: string; MAIL_FROM: string; MAIL_BOUNCES_DOMAIN?: string | undefined }

/** 80 bits in hexadecimal digits: mail servers may change the case of an address. */
const sign = (sessionSecret: string, letterId: string) =>
  hmac(deriveKey(sessionSecret, 'bounce'), letterId).subarray(0, 10)

/**
 * The address a letter comes back to when it cannot be delivered. It names the letter (VERP) and proves that we
 * wrote it, so that nobody can call a letter undelivered by guessing; without a domain for it, simply the sender's.
 */
export function returnAddress(env: BounceEnv, letterId: string): string {
  if (!env.MAIL_BOUNCES_DOMAIN) return env.MAIL_FROM
  const proof = sign(env.SESSION_SECRET, letterId).toString('hex')
  return `bounce-${letterId.replaceAll('-', '')}-${proof}@${env.MAIL_BOUNCES_DOMAIN}`
}

/** The letter that an address names, or undefined when we never gave that address out. */
export function letterOfBounce(env: Pick<BounceEnv, 'SESSION_SECRET'>, address: string): string | undefined {
  const [, digits = '', proof = ''] =
    /^bounce-([0-9a-f]{32})-([0-9a-f]{20})@/.exec(address.toLowerCase()) ?? []
  const letterId = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isSame(Buffer.from(proof, 'hex'), sign(env.SESSION_SECRET, letterId)) ? letterId : undefined
}
