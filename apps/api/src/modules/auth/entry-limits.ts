import type { Deps } from '../../platform/deps.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NEVER = Number.POSITIVE_INFINITY

/** How many failures are free before the code is asked, and how many end it for a while. */
export const ENTRY_LIMITS = {
  /** One address (an IPv6 /64), whatever it tries. */
  address: { seconds: 15 * MINUTE, codeAfter: 3, closedAfter: 10 },
  /** One account number, whether it exists or not. */
  accountHour: { seconds: HOUR, codeAfter: 3, closedAfter: NEVER },
  accountDay: { seconds: DAY, codeAfter: NEVER, closedAfter: 20 },
  /** One pair of house and flat over all accounts: someone walks through the numbers. */
  pair: { seconds: HOUR, codeAfter: 30, closedAfter: NEVER },
  /** The whole city: beyond it everyone is asked for the code and staff are alarmed. */
  city: { seconds: MINUTE, codeAfter: 60, closedAfter: NEVER },
} as const

type LimitName = keyof typeof ENTRY_LIMITS
/** Counted before the attempt is looked at: they hold against many attempts at once. */
const STRICT = ['accountHour', 'accountDay'] as const
/** Counted when an attempt was wrong: the right ones of a busy evening must not use them up. */
const SOFT = ['pair', 'city'] as const

export type EntryLimits = ReturnType<typeof createEntryLimits>
export type EntryKeys = Record<LimitName, string>
export type Tally = {
  /** This attempt itself must carry a code from a picture. */
  mustCarryCode: boolean
  /** If it fails, the next one must. */
  isCodeNeededNext: boolean
  closedForSeconds: number | null
}

type Count = { name: LimitName; failuresBefore: number; msBeforeNext: number }

function toTally(counts: Count[]): Tally {
  const closed = counts.filter(({ name, failuresBefore }) => failuresBefore >= ENTRY_LIMITS[name].closedAfter)
  const isBeyond = (extra: number) =>
    counts.some(({ name, failuresBefore }) => failuresBefore + extra >= ENTRY_LIMITS[name].codeAfter)
  return {
    mustCarryCode: isBeyond(0),
    isCodeNeededNext: isBeyond(1),
    closedForSeconds:
      closed.length === 0
        ? null
        : Math.ceil(Math.max(...closed.map(({ msBeforeNext }) => msBeforeNext)) / 1000),
  }
}

/** Counters in PostgreSQL, so that every instance counts the same visitor together. */
export function createEntryLimits(pool: Deps['pool']) {
  const counterOf = (name: LimitName) => sharedCounter(pool, `entry-${name}`, ENTRY_LIMITS[name].seconds)
  const counters = {
    address: counterOf('address'),
    accountHour: counterOf('accountHour'),
    accountDay: counterOf('accountDay'),
    pair: counterOf('pair'),
    city: counterOf('city'),
  }

  const addPoint = async (name: LimitName, keys: EntryKeys): Promise<Count> => {
    const { consumedPoints, msBeforeNext } = await counters[name].penalty(keys[name], 1)
    return { name, failuresBefore: consumedPoints - 1, msBeforeNext }
  }
  const read = async (name: LimitName, keys: EntryKeys): Promise<Count> => {
    const found = await counters[name].get(keys[name])
    return { name, failuresBefore: found?.consumedPoints ?? 0, msBeforeNext: found?.msBeforeNext ?? 0 }
  }
  const takeBack = async (names: readonly LimitName[], keys: EntryKeys): Promise<void> => {
    await Promise.all(names.map((name) => counters[name].reward(keys[name], 1)))
  }

  return {
    /** Counts the attempt before any work. One that meets a closed door counts against nobody else. */
    async begin(keys: EntryKeys): Promise<Tally> {
      const address = toTally([await addPoint('address', keys)])
      if (address.closedForSeconds !== null) return address
      const counts = await Promise.all([
        ...STRICT.map((name) => addPoint(name, keys)),
        ...SOFT.map((name) => read(name, keys)),
      ])
      const rest = toTally(counts)
      if (rest.closedForSeconds !== null) await takeBack(STRICT, keys)
      return {
        mustCarryCode: address.mustCarryCode || rest.mustCarryCode,
        isCodeNeededNext: address.isCodeNeededNext || rest.isCodeNeededNext,
        closedForSeconds: rest.closedForSeconds,
      }
    },
    /** The attempt came without the code it needed and guessed nothing: it counts for its address alone. */
    lackedCode: (keys: EntryKeys) => takeBack(STRICT, keys),
    /** The attempt was right: it takes back its own points and no one else's. */
    wasRight: (keys: EntryKeys) => takeBack(['address', ...STRICT], keys),
    /** The attempt was wrong. True when it was the one that spent the city's budget of this minute. */
    async wasWrong(keys: EntryKeys): Promise<boolean> {
      const [, city] = await Promise.all([addPoint('pair', keys), addPoint('city', keys)])
      return city.failuresBefore + 1 === ENTRY_LIMITS.city.codeAfter
    },
  }
}
