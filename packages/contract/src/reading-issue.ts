import * as z from 'zod/mini'
import { Litres } from './primitives.ts'

/** Doubts that the sender settles by confirming: the reading is taken then. */
export const Doubt = z.enum(['jump', 'rollover'])
export type Doubt = z.infer<typeof Doubt>

export const RefusalReason = z.enum([
  /** Readings of this month are not taken today. */
  'window_closed',
  /** More cubic metres than the face has drums. */
  'too_many_digits',
  'below_previous',
  /** A later reading of the same meter is smaller. */
  'above_later',
  /** More than the pipe can carry in the time: most often a lost comma. */
  'impossible_volume',
  'meter_out_of_service',
])
export type RefusalReason = z.infer<typeof RefusalReason>

/** Accepted, with a consequence the sender should know. */
export const Notice = z.enum(['verification_expired', 'verification_near'])
export type Notice = z.infer<typeof Notice>

/** Why one reading of a request was not taken. `index` is its place in the request. */
export const ReadingIssue = z.object({
  index: z.int(),
  outcome: z.enum(['refused', 'to_confirm']),
  reason: z.union([RefusalReason, Doubt]),
  /** The volume it would have meant. */
  usedLitres: z.optional(Litres),
  /** A likely meant value, e.g. with the comma put back. */
  suggestedLitres: z.optional(Litres),
})
export type ReadingIssue = z.infer<typeof ReadingIssue>
