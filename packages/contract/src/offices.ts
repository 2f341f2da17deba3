import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { FreeTime } from './free-time.ts'
import { Instant, IsoDate, Period, text } from './primitives.ts'

/** What the page says in the reader's language. */
export const TwoLanguages = z.object({ ru: z.string(), en: z.string() })
export type TwoLanguages = z.infer<typeof TwoLanguages>

/** 09:30; 24:00 ends a day. */
const ClockTime = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))

const isForward = ({ from, to }: { from: string; to: string }) => from < to

export const TimeSpan = z
  .strictObject({ from: ClockTime, to: ClockTime })
  .check(z.refine(isForward, { path: ['to'] }))

/** When a door is open on a day, and the pauses in between. */
export const DayHours = z
  .strictObject({ from: ClockTime, to: ClockTime, breaks: z.array(TimeSpan).check(z.maxLength(4)) })
  .check(
    z.refine(isForward, { path: ['to'] }),
    z.refine(({ from, to, breaks }) => breaks.every((part) => from <= part.from && part.to <= to), {
      path: ['breaks'],
    }),
  )
export type DayHours = z.infer<typeof DayHours>

/** Monday first; null is a closed day. */
export const Week = z.array(z.nullable(DayHours)).check(z.length(7))
export type Week = z.infer<typeof Week>

/** A day unlike its weekday: closed, or open at other hours. */
export const OfficeException = z.strictObject({ day: IsoDate, hours: z.nullable(DayHours) })
export type OfficeException = z.infer<typeof OfficeException>

export const OfficeTopic = z.object({
  id: z.uuid(),
  name: TwoLanguages,
  minutes: z.int(),
  /** What to take along; may be empty. */
  bring: TwoLanguages,
  /** Whether it can be booked without registration. */
  isForGuests: z.boolean(),
  /** Who sees people about it here. */
  specialists: z.array(z.object({ id: z.uuid(), name: TwoLanguages })),
})
export type OfficeTopic = z.infer<typeof OfficeTopic>

export const Office = z.object({
  id: z.uuid(),
  name: TwoLanguages,
  address: TwoLanguages,
  phone: z.string(),
  timeZone: z.string(),
  week: Week,
  /** Of the next weeks, days off of the country among them. */
  exceptions: z.array(OfficeException),
  isOpen: z.boolean(),
  /** When it closes or opens next; null when nobody knows. */
  changesAt: z.nullable(Instant),
  topics: z.array(OfficeTopic),
})
export type Office = z.infer<typeof Office>

export const listOffices = {
  method: 'GET',
  url: '/offices',
  config: { access: 'public' },
  schema: {
    summary: 'Where one can come, when it is open, and what one can make an appointment about',
    tags: ['offices'],
    response: { 200: z.object({ now: Instant, offices: z.array(Office) }) },
  },
} as const satisfies Endpoint

const TopicParams = z.object({ officeId: z.uuid(), topicId: z.uuid() })
/** With a specialist, theirs alone. */
const specialistId = z.optional(z.uuid())

export const DayToTake = z.object({
  day: IsoDate,
  /** How many times can be taken. */
  free: z.int(),
  /** Nobody is seen on that day at all. */
  isClosed: z.boolean(),
})
export type DayToTake = z.infer<typeof DayToTake>

export const listFreeDays = {
  method: 'GET',
  url: '/offices/:officeId/topics/:topicId/days',
  config: { access: 'public' },
  schema: {
    summary: 'The days of a month on which an appointment can be made',
    tags: ['offices'],
    params: TopicParams,
    querystring: z.strictObject({ period: Period, specialistId }),
    response: {
      200: z.object({
        /** What can be taken at all: from today to the horizon. */
        firstDay: IsoDate,
        lastDay: IsoDate,
        days: z.array(DayToTake),
      }),
    },
  },
} as const satisfies Endpoint

export const listFreeTimes = {
  method: 'GET',
  url: '/offices/:officeId/topics/:topicId/times',
  config: { access: 'public' },
  schema: {
    summary: 'The times of a day at which an appointment can be made',
    tags: ['offices'],
    params: TopicParams,
    querystring: z.strictObject({ day: IsoDate, specialistId }),
    response: { 200: z.object({ times: z.array(FreeTime) }) },
  },
} as const satisfies Endpoint

/** In both languages, as staff type it. */
export const twoTexts = (maxLength: number) => z.strictObject({ ru: text(maxLength), en: text(maxLength) })
