import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { AccountParams } from './my-accounts.ts'
import { TwoLanguages } from './offices.ts'
import { Instant, text } from './primitives.ts'
import { Email, Language } from './registration.ts'

export const AppointmentState = z.enum(['booked', 'arrived', 'serving', 'done', 'missed', 'cancelled'])
export type AppointmentState = z.infer<typeof AppointmentState>

/** A2611-0000123-7, as typed: spaces around it, small letters and a Russian А are forgiven. */
export const AppointmentNumber = text(30)

/** Twelve digits that were shown at booking, in any groups: what a guest proves with that the appointment is theirs. */
const AppointmentCode = z.string().check(z.regex(/^[\d\s-]{12,20}$/))

export const Appointment = z.object({
  number: z.string(),
  state: AppointmentState,
  office: z.object({
    id: z.uuid(),
    name: TwoLanguages,
    address: TwoLanguages,
    phone: z.string(),
    timeZone: z.string(),
  }),
  specialist: z.object({ id: z.uuid(), name: TwoLanguages }),
  topic: z.object({ id: z.uuid(), name: TwoLanguages, bring: TwoLanguages }),
  startsAt: Instant,
  endsAt: Instant,
  /** It has not begun, so it can be moved and cancelled. */
  canChange: z.boolean(),
  /** By how much the specialist runs late on that day, as far as we know. */
  lateMinutes: z.nullable(z.int()),
  /** A letter will remind of it. */
  isReminded: z.boolean(),
  /** For guests: with it they come back to the appointment later. */
  code: z.nullable(z.string()),
})
export type Appointment = z.infer<typeof Appointment>

const place = {
  officeId: z.uuid(),
  startsAt: Instant,
  /** Null: whoever is free. */
  specialistId: z.nullable(z.uuid()),
}
export const PlaceWanted = z.strictObject(place)
export type PlaceWanted = z.infer<typeof PlaceWanted>

const NewAppointment = z.strictObject({ ...place, topicId: z.uuid(), language: Language })
/** Guests have no profile: the letter goes where they say, if they want one. */
const NewGuestAppointment = z.strictObject({
  ...place,
  topicId: z.uuid(),
  language: Language,
  email: z.optional(Email),
})
export type NewAppointment = z.infer<typeof NewGuestAppointment>

export const AppointmentKey = z.object({
  'idempotency-key': z.string().check(z.regex(/^[\w.:~-]{8,128}$/)),
})

const tags = ['appointments'] as const
const Appointments = z.object({ appointments: z.array(Appointment) })
const Calendar = { response: { 200: z.unknown() }, produces: ['text/calendar'] } as const

export const listAppointments = {
  method: 'GET',
  url: '/cabinet/appointments',
  config: { access: 'guest' },
  schema: {
    summary: 'The appointments that were made in this session of a guest',
    tags,
    response: { 200: Appointments },
  },
} as const satisfies Endpoint

export const bookAppointment = {
  method: 'POST',
  url: '/cabinet/appointments',
  config: { access: 'guest' },
  schema: {
    summary:
      'Make an appointment for the account of the entry; a time that is gone comes back with the nearest ones',
    tags,
    headers: AppointmentKey,
    body: NewGuestAppointment,
    response: { 201: Appointment },
  },
} as const satisfies Endpoint

const guestParams = z.object({ number: AppointmentNumber })

export const findAppointment = {
  method: 'POST',
  url: '/cabinet/appointments/:number/find',
  config: { access: 'guest' },
  schema: {
    summary: 'An appointment that a guest made earlier, by its number and code',
    tags,
    params: guestParams,
    body: z.strictObject({ code: AppointmentCode }),
    response: { 200: Appointment },
  },
} as const satisfies Endpoint

export const moveAppointment = {
  method: 'POST',
  url: '/cabinet/appointments/:number/move',
  config: { access: 'guest' },
  schema: {
    summary: 'Move an appointment of a guest: the old time is kept if the new one is gone',
    tags,
    params: guestParams,
    body: z.strictObject({ ...place, code: AppointmentCode }),
    response: { 200: Appointment },
  },
} as const satisfies Endpoint

export const cancelAppointment = {
  method: 'POST',
  url: '/cabinet/appointments/:number/cancel',
  config: { access: 'guest' },
  schema: {
    summary: 'Cancel an appointment of a guest; a second time changes nothing',
    tags,
    params: guestParams,
    body: z.strictObject({ code: AppointmentCode }),
    response: { 200: Appointment },
  },
} as const satisfies Endpoint

/** By POST: a code in an address would stand in logs. */
export const downloadAppointment = {
  method: 'POST',
  url: '/cabinet/appointments/:number/calendar',
  config: { access: 'guest' },
  schema: {
    summary: 'An appointment of a guest as a calendar file',
    tags,
    params: guestParams,
    body: z.strictObject({ code: AppointmentCode, language: Language }),
    ...Calendar,
  },
} as const satisfies Endpoint

export const listMyAppointments = {
  method: 'GET',
  url: '/my/accounts/:accountId/appointments',
  config: { access: 'person' },
  schema: {
    summary: 'The appointments of an account, those ahead first',
    tags,
    params: AccountParams,
    response: { 200: Appointments },
  },
} as const satisfies Endpoint

export const bookMyAppointment = {
  method: 'POST',
  url: '/my/accounts/:accountId/appointments',
  config: { access: 'person' },
  schema: {
    summary: 'Make an appointment; a time that is gone comes back with the nearest ones',
    tags,
    params: AccountParams,
    headers: AppointmentKey,
    body: NewAppointment,
    response: { 201: Appointment },
  },
} as const satisfies Endpoint

const myParams = z.object({ ...AccountParams.shape, number: AppointmentNumber })

export const moveMyAppointment = {
  method: 'POST',
  url: '/my/accounts/:accountId/appointments/:number/move',
  config: { access: 'person' },
  schema: {
    summary: 'Move an appointment: the old time is kept if the new one is gone',
    tags,
    params: myParams,
    body: PlaceWanted,
    response: { 200: Appointment },
  },
} as const satisfies Endpoint

export const cancelMyAppointment = {
  method: 'POST',
  url: '/my/accounts/:accountId/appointments/:number/cancel',
  config: { access: 'person' },
  schema: {
    summary: 'Cancel an appointment; a second time changes nothing',
    tags,
    params: myParams,
    body: z.strictObject({}),
    response: { 200: Appointment },
  },
} as const satisfies Endpoint

export const downloadMyAppointment = {
  method: 'GET',
  url: '/my/accounts/:accountId/appointments/:number/calendar',
  config: { access: 'person' },
  schema: {
    summary: 'An appointment as a calendar file',
    tags,
    params: myParams,
    querystring: z.strictObject({ language: z.optional(Language) }),
    ...Calendar,
  },
} as const satisfies Endpoint
