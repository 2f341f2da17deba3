import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { TwoLanguages } from './offices.ts'
import { Instant } from './primitives.ts'

/** What everybody may read. Texts are paragraphs and lists as typed, never HTML. */
export const NewsItem = z.object({
  id: z.uuid(),
  title: TwoLanguages,
  body: TwoLanguages,
  isPinned: z.boolean(),
  publishedAt: Instant,
})
export type NewsItem = z.infer<typeof NewsItem>

const tags = ['notices'] as const

export const listNews = {
  method: 'GET',
  url: '/public/news',
  config: { access: 'public' },
  schema: {
    summary: 'News that is published now: pinned first, then the newest',
    tags,
    response: { 200: z.object({ news: z.array(NewsItem) }) },
  },
} as const satisfies Endpoint

export const showNews = {
  method: 'GET',
  url: '/public/news/:id',
  config: { access: 'public' },
  schema: {
    summary: 'One piece of news, as long as it is published',
    tags,
    params: z.object({ id: z.uuid() }),
    response: { 200: NewsItem },
  },
} as const satisfies Endpoint
