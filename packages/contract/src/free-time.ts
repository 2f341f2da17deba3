import * as z from 'zod/mini'
import { Instant } from './primitives.ts'

/** A time that can be taken. */
export const FreeTime = z.object({ startsAt: Instant, endsAt: Instant })
export type FreeTime = z.infer<typeof FreeTime>
