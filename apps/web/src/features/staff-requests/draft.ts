import type { StaffWish } from '@rodnik/contract/staff-requests'
import * as z from 'zod/mini'
import { forget, keep, kept } from '../../lib/kept.ts'

/** What is written to a request; taking and handing over say nothing. */
export type AnswerType = Exclude<StaffWish['type'], 'taken'>

const Draft = z.object({
  /** Not chosen while nothing is written: a note that was begun never becomes an answer by itself. */
  type: z.optional(z.enum(['noted', 'asked', 'done', 'refused', 'reopened'])),
  text: z.string(),
  /** The last entry of the history that was read before. */
  seen: z.string(),
})
/** A text that has not been sent: it outlives the page and the session. */
export type Draft = z.infer<typeof Draft>

const nameOf = (requestId: string) => `request-answer.${requestId}`

export function keptDraft(requestId: string): Draft | undefined {
  return Draft.safeParse(kept(nameOf(requestId))).data
}

export function keepDraft(requestId: string, draft: Draft): void {
  if (draft.text.trim() === '') forget(nameOf(requestId))
  else keep(nameOf(requestId), draft)
}
