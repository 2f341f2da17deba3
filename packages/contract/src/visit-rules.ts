import * as z from 'zod/mini'
import { dated, Group, whole } from './reference-fields.ts'

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

const Places = whole(0, 60)

/** How many visits of a district begin in a window, by weekday; a holiday has none, a worked weekend those of Monday. */
export const VisitCapacity = z.strictObject({
  kind: z.literal('visit_capacity'),
  district: Group,
  /** 09:00-12:00 */
  window: z.string().check(
    z.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/),
    z.refine((window) => window.slice(0, 5) < window.slice(6)),
  ),
  ...dated,
  monday: Places,
  tuesday: Places,
  wednesday: Places,
  thursday: Places,
  friday: Places,
  saturday: Places,
  sunday: Places,
  /** Of those, so many are for people to whom we did not come. */
  reserved: Places,
})

/** How visits are chosen. */
export const VisitRules = z.strictObject({
  kind: z.literal('visit_rules'),
  ...dated,
  /** So long before it begins a window can be chosen at the latest. */
  noticeHours: whole(0, 168),
  /** So many days ahead. */
  horizonDays: whole(1, 90),
  /** So many visits of an account may lie ahead. */
  mostAhead: whole(1, 20),
})
