import type { Deps } from '../../platform/deps.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** How many wrong proofs are free before the picture is asked, and how many end it for a while. */
export const LINK_LIMITS = {
  /** One person, whatever they try. */
  person: { seconds: HOUR, codeAfter: 3, closedAfter: 10 },
  /** One client address (an IPv6 /64): several profiles of one guesser. */
  address: { seconds: HOUR, codeAfter: 6, closedAfter: 30 },
  /** One account number, whether it exists or not, over all people. */
  account: { seconds: 24 * HOUR, codeAfter: 5, closedAfter: 20 },
} as const

type LimitName = keyof typeof LINK_LIMITS
export type LinkKeys = Record<LimitName, string>
export type LinkTally = { mustCarryCode: boolean; isCodeNeededNext: boolean; closedForSeconds: number | null }
export type LinkLimits = ReturnType<typeof createLinkLimits>

const NAMES = ['person', 'address', 'account'] as const

/** Counted before the proof is looked at, so that many tries at once count too; the right one takes its points back. */
export function createLinkLimits(pool: Deps['pool']) {
  const counterOf = (name: LimitName) => sharedCounter(pool, `link-${name}`, LINK_LIMITS[name].seconds)
  const counters = {
    person: counterOf('person'),
    address: counterOf('address'),
    account: counterOf('account'),
  }
  const takeBack = async (names: readonly LimitName[], keys: LinkKeys): Promise<void> => {
    await Promise.all(names.map((name) => counters[name].reward(keys[name], 1)))
  }

  return {
    /** One that meets a closed door of its own counts against nobody else. */
    async begin(keys: LinkKeys): Promise<LinkTally> {
      const tally: LinkTally = { mustCarryCode: false, isCodeNeededNext: false, closedForSeconds: null }
      const counted: LimitName[] = []
      for (const name of NAMES) {
        const { codeAfter, closedAfter } = LINK_LIMITS[name]
        const { consumedPoints, msBeforeNext } = await counters[name].penalty(keys[name], 1)
        const failuresBefore = consumedPoints - 1
        if (failuresBefore >= closedAfter) {
          await takeBack(counted.slice(1), keys)
          return { ...tally, closedForSeconds: Math.ceil(msBeforeNext / 1000) }
        }
        counted.push(name)
        tally.mustCarryCode ||= failuresBefore >= codeAfter
        tally.isCodeNeededNext ||= failuresBefore + 1 >= codeAfter
      }
      return tally
    },
    /** It came without the picture it needed and proved nothing: it counts for the person alone. */
    lackedCode: (keys: LinkKeys) => takeBack(['address', 'account'], keys),
    wasRight: (keys: LinkKeys) => takeBack(NAMES, keys),
  }
}
