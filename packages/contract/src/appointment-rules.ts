import * as z from 'zod/mini'
import { dated, whole } from './reference-fields.ts'

/** How appointments in the offices are taken. */
export const AppointmentRules = z.strictObject({
  kind: z.literal('appointment_rules'),
  ...dated,
  /** So long before its start a time can be taken at the latest. */
  noticeMinutes: whole(0, 2880),
  /** So many days ahead. */
  horizonDays: whole(1, 180),
  /** So many appointments of an account may lie ahead; those of guests are counted apart. */
  mostAhead: whole(1, 20),
})
