import type { Notice } from '@rodnik/contract/reading-issue'
import { daysBetween } from '../calendar/days.ts'

/** From how many days before the date a person is warned: time enough to book a verification. */
const NEAR_DAYS = 60

export type VerificationState = {
  state: 'valid' | 'near' | 'expired' | 'unknown'
  /** Days until the last day on which the verification is valid; negative after it. */
  daysLeft: number | null
}

/** The verification of a meter is valid up to and including the day it is due (Rules 354, п. 81(12)). */
export function verificationState(dueOn: string | null, today: string): VerificationState {
  if (dueOn === null) return { state: 'unknown', daysLeft: null }
  const daysLeft = daysBetween(today, dueOn)
  if (daysLeft < 0) return { state: 'expired', daysLeft }
  return { state: daysLeft <= NEAR_DAYS ? 'near' : 'valid', daysLeft }
}

/** What the sender of a reading should know about the meter's verification on that day. */
export function verificationNotices(dueOn: string | null, today: string): Notice[] {
  const { state } = verificationState(dueOn, today)
  if (state === 'expired') return ['verification_expired']
  return state === 'near' ? ['verification_near'] : []
}
