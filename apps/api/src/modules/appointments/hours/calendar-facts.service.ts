import type { BookingRules } from '@rodnik/domain/appointments/free-slots'
import type { OfficeCalendar } from '@rodnik/domain/appointments/opening-hours'
import { workingCalendar } from '@rodnik/domain/reference/terms'
import { inForceOn, ofKind } from '@rodnik/domain/reference/validity'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { findReferenceRows } from '../../info/index.ts'
import { clock, type StoredOffice } from './offices.repo.ts'

/** What the hours of every office depend on besides its own. */
export type CalendarFacts = Pick<OfficeCalendar, 'daysOff' | 'workedWeekends'> & {
  now: string
  rules: BookingRules
}

/** @throws reference_missing */
export async function calendarFacts(tx: Tx): Promise<CalendarFacts> {
  const [now, calendars, allRules] = await Promise.all([
    clock(tx),
    findReferenceRows(tx, 'calendar'),
    findReferenceRows(tx, 'appointment_rules'),
  ])
  const { daysOff, workedWeekends } = workingCalendar(calendars.map(({ row }) => row))
  const rules = inForceOn(
    ofKind(
      allRules.map(({ row }) => row),
      'appointment_rules',
    ),
    now.slice(0, 10),
  )
  if (!rules) throw new AppError('reference_missing')
  return { now, daysOff, workedWeekends, rules }
}

export const calendarOf = (
  { timeZone, week, exceptions }: Pick<StoredOffice, 'timeZone' | 'week' | 'exceptions'>,
  { daysOff, workedWeekends }: CalendarFacts,
): OfficeCalendar => ({ timeZone, week, exceptions, daysOff, workedWeekends })
