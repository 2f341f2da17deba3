import * as z from 'zod/mini'
import { ArrivalWindow, TimeOfDay } from './arrival-window.ts'
import type { Endpoint } from './endpoint.ts'
import { Instant, IsoDate } from './primitives.ts'
import { WishKey } from './requests.ts'

export const VisitState = z.enum(['booked', 'done', 'missed', 'cancelled'])
export type VisitState = z.infer<typeof VisitState>

export const VisitSide = z.enum(['utility', 'resident'])
export type VisitSide = z.infer<typeof VisitSide>

/** What may be left empty, without control characters. */
const line = (maxLength: number) =>
  z.string().check(z.trim(), z.maxLength(maxLength), z.regex(/^[^\p{Cc}]*$/u))

/** How the inspector gets in, and whom to call from the door. */
export const WayIn = { entrance: line(300), phone: line(30) }

/** A visit as whoever asked for it sees it. */
export const Visit = z.object({
  ...ArrivalWindow.shape,
  id: z.uuid(),
  state: VisitState,
  /** Whose fault it is that nothing came of it. */
  missedBy: z.nullable(VisitSide),
  /** Who comes, once it is known. */
  inspectorName: z.nullable(z.string()),
  ...WayIn,
  bookedAt: Instant,
  /** The act of what was found; its file is asked for by the request. */
  actNumber: z.nullable(z.string()),
})
export type Visit = z.infer<typeof Visit>

export const VisitMay = z.enum(['book', 'cancel', 'report_nobody'])
export type VisitMay = z.infer<typeof VisitMay>

/** The visits of a request, and what can be done about them now. */
export const RequestVisits = z.object({
  /** The one that lies ahead or has just been; the last one otherwise. */
  current: z.nullable(Visit),
  past: z.array(Visit),
  may: z.array(VisitMay),
  /** Windows that can be chosen, the earliest first; none where `may` has no `book`. */
  windows: z.array(ArrivalWindow),
  /** We did not come: places are kept for them that others are not offered. */
  isPriority: z.boolean(),
  /** Rules 354, п. 81(2): we did not come, so the meter counts as taken into use from this day. */
  commissionedFrom: z.nullable(IsoDate),
})
export type RequestVisits = z.infer<typeof RequestVisits>

export const VisitWish = z.discriminatedUnion('type', [
  /** The first window, or another one in place of the one that was chosen. */
  z.strictObject({ type: z.literal('book'), day: IsoDate, from: TimeOfDay, ...WayIn }),
  z.strictObject({ type: z.literal('cancel') }),
  /** The window is over and nobody came. */
  z.strictObject({ type: z.literal('report_nobody') }),
])
export type VisitWish = z.infer<typeof VisitWish>

const tags = ['visits'] as const
const accountParams = z.object({ accountId: z.uuid() })
const myParams = z.object({ accountId: z.uuid(), requestId: z.uuid() })
const guestParams = z.object({ requestId: z.uuid() })
const Windows = z.object({ windows: z.array(ArrivalWindow) })

export const listMyWindows = {
  method: 'GET',
  url: '/my/accounts/:accountId/visit-windows',
  config: { access: 'person' },
  schema: {
    summary: 'Days and arrival windows in which an inspector can come to the account',
    tags,
    params: accountParams,
    response: { 200: Windows },
  },
} as const satisfies Endpoint

export const showMyVisits = {
  method: 'GET',
  url: '/my/accounts/:accountId/requests/:requestId/visits',
  config: { access: 'person' },
  schema: {
    summary: 'The visits of a request, and the windows that can be chosen',
    tags,
    params: myParams,
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const changeMyVisit = {
  method: 'POST',
  url: '/my/accounts/:accountId/requests/:requestId/visits',
  config: { access: 'person' },
  schema: {
    summary: 'Choose, move or cancel a visit, or say that nobody came',
    tags,
    params: myParams,
    headers: WishKey,
    body: VisitWish,
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const downloadMyAct = {
  method: 'GET',
  url: '/my/accounts/:accountId/requests/:requestId/visits/:visitId/act',
  config: { access: 'person' },
  schema: {
    summary: 'The act of a visit as PDF',
    tags,
    params: z.object({ ...myParams.shape, visitId: z.uuid() }),
    produces: ['application/pdf'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const listWindows = {
  method: 'GET',
  url: '/cabinet/visit-windows',
  config: { access: 'guest' },
  schema: {
    summary: 'Days and arrival windows in which an inspector can come to the account of the entry',
    tags,
    response: { 200: Windows },
  },
} as const satisfies Endpoint

export const showVisits = {
  method: 'GET',
  url: '/cabinet/requests/:requestId/visits',
  config: { access: 'guest' },
  schema: {
    summary: 'The visits of a request of this entry, and the windows that can be chosen',
    tags,
    params: guestParams,
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const changeVisit = {
  method: 'POST',
  url: '/cabinet/requests/:requestId/visits',
  config: { access: 'guest' },
  schema: {
    summary: 'Choose, move or cancel a visit of a request of this entry, or say that nobody came',
    tags,
    params: guestParams,
    headers: WishKey,
    body: VisitWish,
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const downloadAct = {
  method: 'GET',
  url: '/cabinet/requests/:requestId/visits/:visitId/act',
  config: { access: 'guest' },
  schema: {
    summary: 'The act of a visit of a request of this entry as PDF',
    tags,
    params: z.object({ ...guestParams.shape, visitId: z.uuid() }),
    produces: ['application/pdf'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
