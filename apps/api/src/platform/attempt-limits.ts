import type { Deps } from './deps.ts'
import { sharedCounter } from './shared-counter.ts'

export const MINUTE = 60
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const NEVER = Number.POSITIVE_INFINITY

/** How many failures are free before the code is asked, and how many end it for a while. */
export type AttemptLimit = {
  seconds: number
  codeAfter: number
  closedAfter: number
  /**
   * `address`: first of all; an attempt that it turns away counts against nobody else.
   * `strict`: before the attempt is looked at, so that it holds against many attempts at once.
   * `soft`: when an attempt was wrong; the right ones of a busy evening must not use it up.
   */
  counted: 'address' | 'strict' | 'soft'
}

/** Whom each limit counts; a limit without a key does not hold for this attempt. */
export type AttemptKeys<Name extends string> = Record<Name, string | null>

export type Tally = {
  /** This attempt itself must carry a code from a picture. */
  mustCarryCode: boolean
  /** If it fails, the next one must. */
  isCodeNeededNext: boolean
  closedForSeconds: number | null
}

export type AttemptLimits<Name extends string> = ReturnType<typeof createAttemptLimits<Name>>

type Count<Name> = { name: Name; failuresBefore: number; msBeforeNext: number }

function toTally<Name extends string>(limits: Record<Name, AttemptLimit>, counts: Count<Name>[]): Tally {
  const closed = counts.filter(({ name, failuresBefore }) => failuresBefore >= limits[name].closedAfter)
  const isBeyond = (extra: number) =>
    counts.some(({ name, failuresBefore }) => failuresBefore + extra >= limits[name].codeAfter)
  return {
    mustCarryCode: isBeyond(0),
    isCodeNeededNext: isBeyond(1),
    closedForSeconds:
      closed.length === 0
        ? null
        : Math.ceil(Math.max(...closed.map(({ msBeforeNext }) => msBeforeNext)) / 1000),
  }
}

/** The counters of a table of limits in PostgreSQL, so that every instance counts the same visitor together. */
function countersOf<Name extends string>(
  pool: Deps['pool'],
  prefix: string,
  limits: Record<Name, AttemptLimit>,
) {
  const names = Object.keys(limits) as Name[]
  const counters = new Map(
    names.map((name) => [name, sharedCounter(pool, `${prefix}-${name}`, limits[name].seconds)]),
  )
  const each = <T>(
    counted: AttemptLimit['counted'],
    keys: AttemptKeys<Name>,
    act: (name: Name, counter: ReturnType<typeof sharedCounter>, key: string) => Promise<T>,
  ) =>
    Promise.all(
      names.flatMap((name) => {
        const [counter, key] = [counters.get(name), keys[name]]
        return counter && key !== null && limits[name].counted === counted ? [act(name, counter, key)] : []
      }),
    )

  return {
    add: (counted: AttemptLimit['counted'], keys: AttemptKeys<Name>) =>
      each(counted, keys, async (name, counter, key): Promise<Count<Name>> => {
        const { consumedPoints, msBeforeNext } = await counter.penalty(key, 1)
        return { name, failuresBefore: consumedPoints - 1, msBeforeNext }
      }),
    read: (counted: AttemptLimit['counted'], keys: AttemptKeys<Name>) =>
      each(counted, keys, async (name, counter, key): Promise<Count<Name>> => {
        const found = await counter.get(key)
        return { name, failuresBefore: found?.consumedPoints ?? 0, msBeforeNext: found?.msBeforeNext ?? 0 }
      }),
    takeBack: (counted: AttemptLimit['counted'], keys: AttemptKeys<Name>) =>
      each(counted, keys, (_name, counter, key) => counter.reward(key, 1)),
  }
}

/**
 * What holds against guessing, by a table of limits. The keys must not tell whom they count: they are stored.
 * @param prefix what is tried, e.g. `entry`; tables of different prefixes count apart
 */
export function createAttemptLimits<Name extends string>(
  pool: Deps['pool'],
  prefix: string,
  limits: Record<Name, AttemptLimit>,
) {
  const counters = countersOf(pool, prefix, limits)

  return {
    /** Counts the attempt before any work. One that meets a closed door counts against nobody else. */
    async begin(keys: AttemptKeys<Name>): Promise<Tally> {
      const address = toTally(limits, await counters.add('address', keys))
      if (address.closedForSeconds !== null) return address
      const counts = await Promise.all([counters.add('strict', keys), counters.read('soft', keys)])
      const rest = toTally(limits, counts.flat())
      if (rest.closedForSeconds !== null) await counters.takeBack('strict', keys)
      return {
        mustCarryCode: address.mustCarryCode || rest.mustCarryCode,
        isCodeNeededNext: address.isCodeNeededNext || rest.isCodeNeededNext,
        closedForSeconds: rest.closedForSeconds,
      }
    },
    /** The attempt came without the code it needed and guessed nothing: it counts for its address alone. */
    async lackedCode(keys: AttemptKeys<Name>): Promise<void> {
      await counters.takeBack('strict', keys)
    },
    /** The attempt was right: it takes back its own points and no one else's. */
    async wasRight(keys: AttemptKeys<Name>): Promise<void> {
      await Promise.all([counters.takeBack('address', keys), counters.takeBack('strict', keys)])
    },
    /** The attempt was wrong. Returns the soft limits whose free failures it was the one to use up. */
    async wasWrong(keys: AttemptKeys<Name>): Promise<Name[]> {
      const counts = await counters.add('soft', keys)
      return counts.flatMap(({ name, failuresBefore }) =>
        failuresBefore + 1 === limits[name].codeAfter ? [name] : [],
      )
    },
  }
}
