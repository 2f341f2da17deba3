import * as z from 'zod/mini'
import { ArrivalWindow } from './arrival-window.ts'
import type { Endpoint } from './endpoint.ts'
import { NewMeter } from './meter-works.ts'
import { WaterService } from './meters.ts'
import { AccountNumber, Instant, IsoDate, Litres, text } from './primitives.ts'
import { RequestKindName } from './request-kinds/index.ts'
import { WishKey } from './requests.ts'
import { VisitState } from './visits.ts'

/** What is wrong with a meter. */
export const Defect = z.enum([
  'not_working',
  'face_unreadable',
  'seal_broken',
  'seal_missing',
  'magnet',
  'case_damaged',
  'reversed',
  'bypass',
  'leak',
])
export type Defect = z.infer<typeof Defect>

const MAX_METERS = 10

/** A meter as the inspector knows it before looking at it. */
export const FieldMeter = z.object({
  id: z.uuid(),
  service: WaterService,
  type: z.string(),
  serial: z.string(),
  place: z.string(),
  wholeDigits: z.int(),
  fractionDigits: z.int(),
  sealNumber: z.nullable(z.string()),
  verificationDueOn: z.nullable(IsoDate),
  /** The last reading that counts, which the next bill goes on from. */
  lastLitres: z.nullable(Litres),
  lastTakenOn: z.nullable(IsoDate),
  /** Out of order, or closed to inspectors, since that day. */
  failedOn: z.nullable(IsoDate),
  accessRefusedOn: z.nullable(IsoDate),
})
export type FieldMeter = z.infer<typeof FieldMeter>

/** A visit of the day with all that is needed at the door; nothing of it is given out on another day. */
export const FieldVisit = z.object({
  ...ArrivalWindow.shape,
  id: z.uuid(),
  state: VisitState,
  request: z.object({ number: z.string(), kind: RequestKindName, fields: z.record(z.string(), z.unknown()) }),
  accountNumber: AccountNumber,
  address: z.string(),
  holderName: z.string(),
  entrance: z.string(),
  phone: z.string(),
  meters: z.array(FieldMeter),
  /** Which of them the request names. */
  askedMeterIds: z.array(z.string()),
})
export type FieldVisit = z.infer<typeof FieldVisit>

/** A face drawn by hand: lines of points, each two whole numbers from 0 to 1000 by 400. */
const Stroke = z.array(z.int().check(z.minimum(0), z.maximum(1000))).check(z.minLength(4), z.maxLength(400))
export const Signature = z.strictObject({
  name: text(120),
  strokes: z.array(Stroke).check(z.minLength(1), z.maxLength(60)),
})
export type Signature = z.infer<typeof Signature>

const line = (maxLength: number) =>
  z.string().check(z.trim(), z.maxLength(maxLength), z.regex(/^[^\p{Cc}]*$/u))

/** What was found on one meter and done to it. */
export const FoundMeter = z.strictObject({
  meterId: z.uuid(),
  /** Null: its face cannot be read, or shows nothing. */
  valueLitres: z.nullable(Litres),
  /** The face has turned over since the last reading. */
  isRollover: z.boolean(),
  /** The seal that was put on; null: none. */
  sealNumber: z.nullable(text(40)),
  /** By the paper of a verification that was shown; null: none. */
  verificationDueOn: z.nullable(IsoDate),
  defects: z.array(Defect).check(z.maxLength(Defect.options.length)),
  note: line(300),
})
export type FoundMeter = z.infer<typeof FoundMeter>

/** By the clock of the phone. */
const entered = { enteredAt: Instant, note: line(500) }

/** A meter that is taken into use, as its passport and its face say. */
export const NewMeterFound = z.strictObject({
  /** The one in whose place it is; its closing reading stands among the meters that were found. */
  replacesMeterId: z.nullable(z.uuid()),
  service: WaterService,
  ...NewMeter.shape,
})
export type NewMeterFound = z.infer<typeof NewMeterFound>

export const VisitResult = z.discriminatedUnion('outcome', [
  z
    .strictObject({
      outcome: z.literal('done'),
      ...entered,
      meters: z.array(FoundMeter).check(z.maxLength(MAX_METERS)),
      newMeters: z.array(NewMeterFound).check(z.maxLength(4)),
      /** Null: whoever was there did not sign. */
      signature: z.nullable(Signature),
    })
    .check(z.refine(({ meters, newMeters }) => meters.length + newMeters.length > 0, { path: ['meters'] })),
  z.strictObject({ outcome: z.literal('nobody_home'), ...entered }),
  z.strictObject({ outcome: z.literal('access_refused'), ...entered }),
])
export type VisitResult = z.infer<typeof VisitResult>

export const VisitRecorded = z.object({ visitId: z.uuid(), actNumber: z.nullable(z.string()) })
export type VisitRecorded = z.infer<typeof VisitRecorded>

export const FieldDay = z.object({ inspectorId: z.uuid(), today: IsoDate, visits: z.array(FieldVisit) })
export type FieldDay = z.infer<typeof FieldDay>

const config = { access: 'staff', roles: ['inspector'] } as const
const tags = ['visits'] as const

export const showFieldDay = {
  method: 'GET',
  url: '/staff/field/day',
  config,
  schema: {
    summary: 'The visits of an inspector today, to be kept on the phone until the evening',
    tags,
    response: { 200: FieldDay },
  },
} as const satisfies Endpoint

export const recordVisit = {
  method: 'POST',
  url: '/staff/field/visits/:id/result',
  config,
  schema: {
    summary:
      'What was found at a visit, whenever the network is back; sent again under its key it is there once',
    tags,
    params: z.object({ id: z.uuid() }),
    headers: WishKey,
    body: VisitResult,
    response: { 200: VisitRecorded },
  },
} as const satisfies Endpoint

export const MAX_VISIT_PHOTOS = 10

export const addVisitPhoto = {
  method: 'POST',
  url: '/staff/field/visits/:id/photos',
  config,
  schema: {
    summary:
      'A photo of a visit that was recorded: an upload of the inspector’s own; sent again it is there once',
    tags,
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({
      photoKey: z.string().check(z.regex(/^[\w-]{8,64}$/)),
      attachmentId: z.uuid(),
      takenAt: Instant,
    }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint
