import type { NewsStanding } from '@rodnik/contract/staff-news'

type News = {
  state: 'draft' | 'published' | 'withdrawn'
  /** ISO 8601 in UTC with milliseconds, as `now`. */
  publishFrom: string | null
  publishUntil: string | null
}

/** Whether everybody reads it at a moment, and why not. */
export function newsStanding({ state, publishFrom, publishUntil }: News, now: string): NewsStanding {
  if (state !== 'published') return state
  if (publishFrom === null || publishFrom > now) return 'waiting'
  return publishUntil !== null && publishUntil <= now ? 'past' : 'live'
}
