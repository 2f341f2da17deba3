import type { VisitSide, VisitState } from '@rodnik/contract/visits'
import { addDays } from '../calendar/days.ts'

/** A visit that a record has come for. */
export type AwaitedVisit = {
  state: VisitState
  missedBy: VisitSide | null
  day: string
  /** A device has recorded it. */
  isRecorded: boolean
  /** A visit of the same request that came after it is recorded. */
  isFollowed: boolean
}

/**
 * What a record meets. `overtakes`: somebody said that nobody came, or nobody had told anything in time, and the
 * inspector was there: their record of that day wins, however late the network brought it. Nothing else yields to it:
 * what was cancelled or moved before, what the office knows to be the resident's miss, what was recorded since.
 */
export function recordMeets(
  { state, missedBy, day, isRecorded, isFollowed }: AwaitedVisit,
  enteredOn: string,
): 'open' | 'overtakes' | 'has_result' | 'over' {
  if (isRecorded) return 'has_result'
  if (state === 'booked') return 'open'
  const isOurMiss = state === 'missed' && missedBy === 'utility'
  return isOurMiss && enteredOn === day && !isFollowed ? 'overtakes' : 'over'
}

/** So long the office waits for the record of a visit before it counts as one that we missed. */
const RECORDED_WITHIN_DAYS = 3

/** The last day of visits whose record is not waited for any more. */
export const lastUnrecordedDay = (today: string): string => addDays(today, -RECORDED_WITHIN_DAYS - 1)
