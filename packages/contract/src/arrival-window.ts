import * as z from 'zod/mini'
import { IsoDate } from './primitives.ts'

/** By the wall clock of the city: 09:00. */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** Between these two the inspector comes. */
export const ArrivalWindow = z.object({ day: IsoDate, from: TimeOfDay, to: TimeOfDay })
export type ArrivalWindow = z.infer<typeof ArrivalWindow>
