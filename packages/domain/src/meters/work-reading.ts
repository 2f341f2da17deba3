import type { WorkFault } from '@rodnik/contract/meter-works'
import { daysBetween } from '../calendar/days.ts'
import { litresBetween, rolloverLitres } from '../readings/meter-face.ts'

type Known = { takenOn: string; valueLitres: number }

/** What the face of a meter is judged by: the readings that count around a day. */
export type Face = {
  wholeDigits: number
  nominalLitresPerHour: number
  /** The newest one not later than the day. */
  last: Known | null
  /** The first one after it. */
  later: Known | null
}

export type Seen = {
  valueLitres: number
  isRollover: boolean
  on: string
  /** An inspector stood before it: readings that others sent have to yield, whatever they say (Rules 354, п. 61). */
  isInspected?: boolean | undefined
}

const HOURS_PER_DAY = 24

/** Why a reading that an act names cannot be: somebody has stood before the meter, so nothing is only doubtful. */
export function seenFault(face: Face, seen: Seen): WorkFault | undefined {
  if (seen.valueLitres >= rolloverLitres(face.wholeDigits)) return 'too_many_digits'
  return beforeFault(face, seen) ?? laterFault(face, seen)
}

/** Whether it is less than the bills have counted up to. A turn of the face is more. */
export const isBelowBilled = ({ last }: Pick<Face, 'last'>, seen: Omit<Seen, 'on'>): boolean =>
  last !== null && seen.valueLitres < last.valueLitres && !seen.isRollover

/** Whether it can stand among the readings that bills go by: none before is above it, none after below. */
export const fitsReadings = (face: Pick<Face, 'last' | 'later'>, seen: Omit<Seen, 'on'>): boolean =>
  !isBelowBilled(face, seen) && (face.later === null || face.later.valueLitres >= seen.valueLitres)

function beforeFault(face: Face, seen: Seen): WorkFault | undefined {
  const { last, wholeDigits, nominalLitresPerHour } = face
  if (!last) return undefined
  if (isBelowBilled(face, seen)) return seen.isInspected ? undefined : 'below_previous'
  const days = Math.max(1, daysBetween(last.takenOn, seen.on))
  const litres = litresBetween(last.valueLitres, seen.valueLitres, wholeDigits)
  return litres > nominalLitresPerHour * HOURS_PER_DAY * days ? 'impossible_volume' : undefined
}

function laterFault({ later }: Face, seen: Seen): WorkFault | undefined {
  return later && !seen.isInspected && later.valueLitres < seen.valueLitres ? 'above_later' : undefined
}
