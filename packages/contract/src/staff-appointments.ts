import * as z from 'zod/mini'
import { AppointmentKey, AppointmentState, PlaceWanted } from './appointments.ts'
import type { Endpoint } from './endpoint.ts'
import { TwoLanguages } from './offices.ts'
import { AccountNumber, Instant, IsoDate } from './primitives.ts'
import { Day } from './reference-fields.ts'
import { Email, Language } from './registration.ts'
import { Reason } from './staff-people.ts'

const config = { access: 'staff', roles: ['operator', 'administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

/** How an appointment was made: without registration, in a profile, by staff. */
export const AppointmentVia = z.enum(['guest', 'person', 'staff'])
export type AppointmentVia = z.infer<typeof AppointmentVia>

export const AppointmentStep = z.enum(['arrive', 'undo_arrive', 'call', 'serve', 'finish', 'miss'])
export type AppointmentStep = z.infer<typeof AppointmentStep>

export const QueuedAppointment = z.object({
  id: z.uuid(),
  number: z.string(),
  state: AppointmentState,
  officeId: z.uuid(),
  specialistId: z.uuid(),
  specialistName: TwoLanguages,
  topicId: z.uuid(),
  topicName: TwoLanguages,
  startsAt: Instant,
  endsAt: Instant,
  accountId: z.uuid(),
  accountNumber: AccountNumber,
  via: AppointmentVia,
  calledAt: z.nullable(Instant),
  /** A letter reaches whoever made it; else they have to be rung up. */
  hasEmail: z.boolean(),
  /** The hours of the office or the post have no room for it any more. */
  isOutside: z.boolean(),
})
export type QueuedAppointment = z.infer<typeof QueuedAppointment>

export const Queue = z.object({
  office: z.object({ id: z.uuid(), name: TwoLanguages, timeZone: z.string() }),
  day: IsoDate,
  /** By the office's clock. */
  today: IsoDate,
  now: Instant,
  specialists: z.array(
    z.object({
      id: z.uuid(),
      name: TwoLanguages,
      topicIds: z.array(z.uuid()),
      lateMinutes: z.nullable(z.int()),
    }),
  ),
  topics: z.array(z.object({ id: z.uuid(), name: TwoLanguages })),
  appointments: z.array(QueuedAppointment),
  /** Of all days ahead: a changed schedule has no room for them. */
  outside: z.array(QueuedAppointment),
})
export type Queue = z.infer<typeof Queue>

export const showQueue = {
  method: 'GET',
  url: '/staff/appointments',
  config,
  schema: {
    summary: 'Who is expected in an office on a day; without a day, today',
    tags,
    querystring: z.strictObject({ officeId: z.uuid(), day: z.optional(Day) }),
    response: { 200: Queue },
  },
} as const satisfies Endpoint

export const bookForCaller = {
  method: 'POST',
  url: '/staff/appointments',
  config,
  schema: {
    summary: 'Make an appointment for somebody who calls or stands at the counter',
    tags,
    headers: AppointmentKey,
    body: z.strictObject({
      ...PlaceWanted.shape,
      topicId: z.uuid(),
      accountNumber: AccountNumber,
      language: Language,
      email: z.optional(Email),
    }),
    response: { 201: QueuedAppointment },
  },
} as const satisfies Endpoint

export const moveForCaller = {
  method: 'POST',
  url: '/staff/appointments/:id/move',
  config,
  schema: {
    summary: 'Move an appointment: the old time is kept if the new one is gone',
    tags,
    params,
    body: PlaceWanted,
    response: { 200: QueuedAppointment },
  },
} as const satisfies Endpoint

export const cancelForCaller = {
  method: 'POST',
  url: '/staff/appointments/:id/cancel',
  config,
  schema: {
    summary: 'Cancel an appointment; whoever made it is told the reason by letter',
    tags,
    params,
    body: Reason,
    response: { 200: QueuedAppointment },
  },
} as const satisfies Endpoint

export const takeStep = {
  method: 'POST',
  url: '/staff/appointments/:id/steps',
  config,
  schema: {
    summary: 'What has become of an appointment of the day: arrived, called, being served, done, missed',
    tags,
    params,
    body: z.strictObject({ step: AppointmentStep }),
    response: { 200: QueuedAppointment },
  },
} as const satisfies Endpoint

export const sayLate = {
  method: 'POST',
  url: '/staff/specialists/:id/late',
  config,
  schema: {
    summary: 'A post runs late today: those who are next are told by letter, each once for that many minutes',
    tags,
    params,
    body: z.strictObject({ minutes: z.int().check(z.minimum(0), z.maximum(240)) }),
    response: { 200: z.object({ told: z.int() }) },
  },
} as const satisfies Endpoint
