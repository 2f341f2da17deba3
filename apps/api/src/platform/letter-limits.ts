import { DAY, HOUR, MINUTE } from './attempt-limits.ts'
import { addressGroup } from './client-address.ts'
import type { Deps } from './deps.ts'
import { deriveKey, hmac } from './secrets.ts'
import { sharedCounter } from './shared-counter.ts'

/** Letters that anyone may ask for: no mailbox is flooded, and one visitor does not write to the whole city. */
const LETTER_LIMITS = [
  { name: 'visitor-hour', of: 'visitor', seconds: HOUR, atMost: 20 },
  { name: 'mailbox-minute', of: 'mailbox', seconds: MINUTE, atMost: 1 },
  { name: 'mailbox-day', of: 'mailbox', seconds: DAY, atMost: 5 },
] as const

export type LetterLimits = ReturnType<typeof createLetterLimits>

/**
 * Answers whether one more letter may go out, and counts it if so. Whoever asks must be answered the same either
 * way, in silence: a refusal would tell that the mailbox had been written to.
 */
export function createLetterLimits({ pool, env }: Pick<Deps, 'pool' | 'env'>) {
  const key = deriveKey(env.SESSION_SECRET, 'letter-limits')
  const digestOf = (...parts: string[]) => hmac(key, parts.join('\n')).toString('base64url')
  const limits = LETTER_LIMITS.map((limit) => ({
    ...limit,
    counter: sharedCounter(pool, `letter-${limit.name}`, limit.seconds),
  }))

  /** @param to the mailbox in normal form, see `emailKey` */
  return async function mayWrite({ to, ip }: { to: string; ip: string }): Promise<boolean> {
    const keys = { visitor: digestOf('visitor', addressGroup(ip)), mailbox: digestOf('mailbox', to) }
    // One after the other: of many at once, those that the minute stops must not use up the day.
    for (const [place, { counter, of, atMost }] of limits.entries()) {
      const { consumedPoints } = await counter.penalty(keys[of], 1)
      if (consumedPoints > atMost) {
        const counted = limits.slice(0, place + 1)
        await Promise.all(counted.map((limit) => limit.counter.reward(keys[limit.of], 1)))
        return false
      }
    }
    return true
  }
}
