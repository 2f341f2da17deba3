import * as z from 'zod/mini'
import { ArrivalWindow, TimeOfDay } from './arrival-window.ts'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, Instant, IsoDate, text } from './primitives.ts'
import { Group } from './reference-fields.ts'
import { RequestKindName } from './request-kinds/index.ts'
import { RequestNumber, RequestState, WishKey } from './requests.ts'
import { RequestVisits, VisitSide, VisitState, WayIn } from './visits.ts'

export const District = z.object({ code: z.string(), nameRu: z.string(), nameEn: z.string() })
export type District = z.infer<typeof District>

/** A visit in the list of a day. */
export const DayVisit = z.object({
  ...ArrivalWindow.shape,
  id: z.uuid(),
  state: VisitState,
  missedBy: z.nullable(VisitSide),
  district: z.string(),
  inspector: z.nullable(z.object({ id: z.uuid(), name: z.string() })),
  request: z.object({
    id: z.uuid(),
    number: RequestNumber,
    kind: RequestKindName,
    state: RequestState,
  }),
  account: z.object({ id: z.uuid(), number: AccountNumber, address: z.string() }),
  actNumber: z.nullable(z.string()),
  /** The window is over, and nothing has come from the inspector. */
  isLate: z.boolean(),
})
export type DayVisit = z.infer<typeof DayVisit>

const tags = ['visits'] as const
const desk = { access: 'staff', roles: ['operator', 'administrator'] } as const
const everybody = { access: 'staff', roles: ['operator', 'inspector', 'administrator'] } as const
const params = z.object({ id: z.uuid() })

export const listDayVisits = {
  method: 'GET',
  url: '/staff/visits',
  config: everybody,
  schema: {
    summary: 'Visits of a day; an inspector who is nothing else sees their own',
    tags,
    querystring: z.object({ day: z.optional(IsoDate), district: z.optional(Group) }),
    response: {
      200: z.object({
        today: IsoDate,
        day: IsoDate,
        visits: z.array(DayVisit),
        /** Of days before today, the oldest first: their inspectors have sent nothing. */
        unrecorded: z.array(DayVisit),
        districts: z.array(District),
        inspectors: z.array(z.object({ id: z.uuid(), name: z.string() })),
      }),
    },
  },
} as const satisfies Endpoint

export const assignVisits = {
  method: 'POST',
  url: '/staff/visits/assignments',
  config: desk,
  schema: {
    summary: 'Give visits to an inspector, or to nobody again',
    tags,
    body: z.strictObject({
      visitIds: z.array(z.uuid()).check(z.minLength(1), z.maxLength(200)),
      inspectorId: z.nullable(z.uuid()),
    }),
    response: { 200: z.object({ assigned: z.int() }) },
  },
} as const satisfies Endpoint

export const showRequestVisits = {
  method: 'GET',
  url: '/staff/requests/:id/visits',
  config: everybody,
  schema: {
    summary: 'The visits of a request as its card shows them',
    tags,
    params,
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const DeskVisitWish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('book'), day: IsoDate, from: TimeOfDay, ...WayIn }),
  z.strictObject({ type: z.literal('cancel') }),
  /** Nothing came of it; by whose fault. */
  z.strictObject({ type: z.literal('missed'), by: VisitSide, note: text(300) }),
])
export type DeskVisitWish = z.infer<typeof DeskVisitWish>

export const changeRequestVisit = {
  method: 'POST',
  url: '/staff/requests/:id/visits',
  config: desk,
  schema: {
    summary: 'Choose, move or cancel a visit for somebody, or record that nothing came of it',
    tags,
    params,
    headers: WishKey,
    body: DeskVisitWish,
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const downloadVisitAct = {
  method: 'GET',
  url: '/staff/visits/:id/act',
  config: everybody,
  schema: {
    summary: 'The act of a visit as PDF',
    tags,
    params,
    produces: ['application/pdf'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const VisitPhoto = z.object({ id: z.uuid(), name: z.string(), takenAt: Instant })
export type VisitPhoto = z.infer<typeof VisitPhoto>

const photoParams = z.object({ id: z.uuid(), photoId: z.uuid() })

export const listVisitPhotos = {
  method: 'GET',
  url: '/staff/visits/:id/photos',
  config: everybody,
  schema: {
    summary: 'Photos of a visit, in the order they were taken',
    tags,
    params,
    response: { 200: z.object({ photos: z.array(VisitPhoto) }) },
  },
} as const satisfies Endpoint

export const showVisitPhoto = {
  method: 'GET',
  url: '/staff/visits/:id/photos/:photoId/preview',
  config: everybody,
  schema: {
    summary: 'A photo of a visit, small',
    tags,
    params: photoParams,
    produces: ['image/webp'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const downloadVisitPhoto = {
  method: 'GET',
  url: '/staff/visits/:id/photos/:photoId',
  config: everybody,
  schema: {
    summary: 'A photo of a visit as it is kept',
    tags,
    params: photoParams,
    produces: ['image/jpeg', 'image/png'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const VisitException = z.object({
  id: z.uuid(),
  /** Null: the whole city. */
  district: z.nullable(z.string()),
  day: IsoDate,
  /** Null: all windows of the day. */
  from: z.nullable(TimeOfDay),
  places: z.int(),
  reason: z.string(),
})
export type VisitException = z.infer<typeof VisitException>

export const listVisitExceptions = {
  method: 'GET',
  url: '/staff/visit-exceptions',
  config: everybody,
  schema: {
    summary: 'Days to come on which inspectors do not go as on others',
    tags,
    response: { 200: z.object({ exceptions: z.array(VisitException) }) },
  },
} as const satisfies Endpoint

export const addVisitException = {
  method: 'POST',
  url: '/staff/visit-exceptions',
  config: desk,
  schema: {
    summary: 'Set how many visits a day or a window has, unlike its weekday; what is booked stays',
    tags,
    body: z.strictObject({
      district: z.nullable(Group),
      day: IsoDate,
      from: z.nullable(TimeOfDay),
      places: z.int().check(z.minimum(0), z.maximum(60)),
      reason: text(200),
    }),
    response: { 201: VisitException },
  },
} as const satisfies Endpoint

export const removeVisitException = {
  method: 'DELETE',
  url: '/staff/visit-exceptions/:id',
  config: desk,
  schema: { summary: 'A day is as its weekday again', tags, params, response: { 204: z.null() } },
} as const satisfies Endpoint
