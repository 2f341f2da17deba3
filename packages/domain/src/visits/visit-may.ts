import type { VisitMay, VisitState } from '@rodnik/contract/visits'
import { nextState, type Standing } from '../requests/next-state.ts'
import { type LocalMoment, minutesUntil } from './free-windows.ts'

export type StandingVisit = { state: VisitState; day: string; from: string; to: string }

/** Whether its window has begun: until then a visit is moved and cancelled. */
export const hasBegun = ({ day, from }: StandingVisit, now: LocalMoment): boolean =>
  minutesUntil(now, { day, time: from }) <= 0

/** Whether its window is over. */
export const isOver = ({ day, to }: StandingVisit, now: LocalMoment): boolean =>
  minutesUntil(now, { day, time: to }) <= 0

/** What whoever asked can do about the visits of a request; `current` is the last one there was. */
export function visitMay(standing: Standing, current: StandingVisit | null, now: LocalMoment): VisitMay[] {
  const ahead = current?.state === 'booked' ? current : null
  const may: VisitMay[] = []
  if (canBeScheduled(standing) && !(ahead && hasBegun(ahead, now))) may.push('book')
  if (ahead && !hasBegun(ahead, now)) may.push('cancel')
  if (ahead && isOver(ahead, now)) may.push('report_nobody')
  return may
}

/** The office also moves and ends what has begun, and sends somebody a second time. */
export function officeMay(standing: Standing, current: StandingVisit | null): VisitMay[] {
  const may: VisitMay[] = nextState(standing, { type: 'scheduled' }).ok ? ['book'] : []
  return current?.state === 'booked' ? [...may, 'cancel'] : may
}

const canBeScheduled = (standing: Standing): boolean =>
  nextState(standing, { type: 'scheduled' }).ok && !standing.happened.includes('visit')

type Asked = { kind: string; fields: { what?: string; reason?: string }; filedOn: string }

/**
 * Rules 354, п. 81(2): where we did not come as agreed, a meter that was put in counts as taken into use from the day
 * of the application. Null: nothing was to be taken into use.
 */
export function commissionedFrom({ kind, fields, filedOn }: Asked): string | null {
  const isPutIn =
    (kind === 'meter_replacement' && fields.what !== 'to_be_replaced') ||
    (kind === 'sealing' && fields.reason === 'installed')
  return isPutIn ? filedOn : null
}
