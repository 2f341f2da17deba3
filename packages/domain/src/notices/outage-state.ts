import type { OutageState } from '@rodnik/contract/outages'
import { minutesBetween } from '../calendar/wall-clock.ts'

/** The moments of an outage, ISO 8601 in UTC with milliseconds, so that they compare as text. */
export type OutageMoments = {
  startsAt: string
  expectedEndAt: string | null
  endedAt: string | null
  /** When somebody last wrote about it. */
  changedAt: string
  isCancelled: boolean
}

export type OutageStanding = {
  state: OutageState
  /** The expected end has passed, and nobody has said that it is over. */
  isLate: boolean
}

/** Nobody looks for water a day after it was to come back: a notice that was forgotten must not stand for ever. */
const FORGOTTEN_AFTER_MINUTES = 24 * 60
/** Whoever knows no end writes more often than that. */
const UNKNOWN_FORGOTTEN_AFTER_MINUTES = 3 * 24 * 60

function isForgotten({ startsAt, expectedEndAt, changedAt }: OutageMoments, now: string): boolean {
  if (expectedEndAt !== null) return minutesBetween(expectedEndAt, now) >= FORGOTTEN_AFTER_MINUTES
  const lastHeardOf = changedAt > startsAt ? changedAt : startsAt
  return minutesBetween(lastHeardOf, now) >= UNKNOWN_FORGOTTEN_AFTER_MINUTES
}

/** Where an outage stands at a moment. */
export function outageStanding(outage: OutageMoments, now: string): OutageStanding {
  const { startsAt, expectedEndAt, endedAt, isCancelled } = outage
  if (isCancelled) return { state: 'cancelled', isLate: false }
  if (endedAt !== null && endedAt <= now) return { state: 'over', isLate: false }
  if (now < startsAt) return { state: 'planned', isLate: false }
  if (isForgotten(outage, now)) return { state: 'over', isLate: false }
  return { state: 'under_way', isLate: expectedEndAt !== null && expectedEndAt <= now }
}

type Placed = { state: OutageState; startsAt: string }

const RANKS: Record<OutageState, number> = { under_way: 0, planned: 1, over: 2, cancelled: 2 }

/** What lasts, what comes, the nearest first; then what has been, the newest first. */
export const inOrderOfUse = <O extends Placed>(outages: readonly O[]): O[] =>
  outages.toSorted((a, b) => {
    const byState = RANKS[a.state] - RANKS[b.state]
    if (byState !== 0) return byState
    const byStart = a.startsAt < b.startsAt ? -1 : 1
    return RANKS[a.state] === RANKS.over ? -byStart : byStart
  })
