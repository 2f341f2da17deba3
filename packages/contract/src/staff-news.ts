import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { TwoLanguages, twoTexts } from './offices.ts'
import { Instant } from './primitives.ts'
import { prose, Version } from './prose.ts'
import { WishKey } from './requests.ts'

const config = { access: 'staff', roles: ['operator', 'administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

const body = prose(10_000).check(z.minLength(1))

/** News as staff write it down. */
export const NewsText = z
  .strictObject({
    title: twoTexts(160),
    body: z.strictObject({ ru: body, en: body }),
    isPinned: z.boolean(),
    /** Null: from the moment of publishing. */
    publishFrom: z.nullable(Instant),
    publishUntil: z.nullable(Instant),
  })
  .check(
    z.refine(
      ({ publishFrom, publishUntil }) =>
        publishFrom === null || publishUntil === null || Date.parse(publishFrom) < Date.parse(publishUntil),
      { path: ['publishUntil'] },
    ),
  )
export type NewsText = z.infer<typeof NewsText>

export const NewsStanding = z.enum(['draft', 'waiting', 'live', 'past', 'withdrawn'])
export type NewsStanding = z.infer<typeof NewsStanding>

export const StaffNews = z.object({
  id: z.uuid(),
  version: z.int(),
  standing: NewsStanding,
  title: TwoLanguages,
  body: TwoLanguages,
  isPinned: z.boolean(),
  publishFrom: z.nullable(Instant),
  publishUntil: z.nullable(Instant),
  changedAt: Instant,
})
export type StaffNews = z.infer<typeof StaffNews>

export const listStaffNews = {
  method: 'GET',
  url: '/staff/news',
  config,
  schema: {
    summary: 'Drafts, news to come, published and withdrawn, the newest first',
    tags,
    response: { 200: z.object({ news: z.array(StaffNews) }) },
  },
} as const satisfies Endpoint

export const addNews = {
  method: 'POST',
  url: '/staff/news',
  config,
  schema: {
    summary: 'Write a draft; sent again under its key it is the same one',
    tags,
    headers: WishKey,
    body: NewsText,
    response: { 201: StaffNews },
  },
} as const satisfies Endpoint

export const changeNews = {
  method: 'PUT',
  url: '/staff/news/:id',
  config,
  schema: {
    summary: 'Change a draft or published news',
    tags,
    params,
    body: z.strictObject({ version: Version, news: NewsText }),
    response: { 200: StaffNews },
  },
} as const satisfies Endpoint

export const publishNews = {
  method: 'POST',
  url: '/staff/news/:id/publish',
  config,
  schema: {
    summary: 'Publish a draft or withdrawn news, from now where it names no moment',
    tags,
    params,
    body: z.strictObject({ version: Version }),
    response: { 200: StaffNews },
  },
} as const satisfies Endpoint

export const withdrawNews = {
  method: 'POST',
  url: '/staff/news/:id/withdraw',
  config,
  schema: {
    summary: 'Take published news off the site; it stays here',
    tags,
    params,
    body: z.strictObject({ version: Version }),
    response: { 200: StaffNews },
  },
} as const satisfies Endpoint
