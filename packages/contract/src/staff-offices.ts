import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { OfficeException, TimeSpan, TwoLanguages, twoTexts, Week } from './offices.ts'
import { IsoDate, text } from './primitives.ts'
import { QueuedAppointment } from './staff-appointments.ts'

const config = { access: 'staff', roles: ['administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

const isZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
/** IANA: Asia/Yekaterinburg. */
const TimeZone = text(60).check(z.refine(isZone))

export const Absence = z
  .strictObject({
    fromDay: IsoDate,
    toDay: IsoDate,
    /** Null: all day. */
    part: z.nullable(TimeSpan),
  })
  .check(z.refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ['toDay'] }))
export type Absence = z.infer<typeof Absence>

export const PlannedSpecialist = z.strictObject({
  /** Null: a new post. A post that is not named is switched off. */
  id: z.nullable(z.uuid()),
  name: twoTexts(100),
  /** How many people it sees at once. */
  seats: z.int().check(z.minimum(1), z.maximum(20)),
  /** Null: as the office. */
  week: z.nullable(Week),
  absences: z.array(Absence).check(z.maxLength(100)),
  topicIds: z.array(z.uuid()).check(z.maxLength(50)),
  isActive: z.boolean(),
})
export type PlannedSpecialist = z.infer<typeof PlannedSpecialist>

const plan = {
  name: twoTexts(100),
  address: twoTexts(200),
  phone: text(40),
  timeZone: TimeZone,
  week: Week,
  exceptions: z.array(OfficeException).check(z.maxLength(200)),
  isActive: z.boolean(),
  specialists: z.array(PlannedSpecialist).check(z.maxLength(50)),
}

const onceEach = (items: readonly (string | null)[]) => {
  const named = items.filter((item) => item !== null)
  return new Set(named).size === named.length
}
const areDaysOnce = ({ exceptions }: { exceptions: { day: string }[] }) =>
  onceEach(exceptions.map(({ day }) => day))
const arePostsOnce = ({ specialists }: { specialists: { id: string | null }[] }) =>
  onceEach(specialists.map(({ id }) => id))
/** An office with its hours and posts: read, changed and saved as a whole. */
export const OfficePlan = z
  .strictObject(plan)
  .check(z.refine(areDaysOnce, { path: ['exceptions'] }), z.refine(arePostsOnce, { path: ['specialists'] }))
export type OfficePlan = z.infer<typeof OfficePlan>

export const OfficeSchedule = z.object({
  id: z.uuid(),
  /** Rises with every change: whoever saves names the one they have seen. */
  version: z.int(),
  ...plan,
  specialists: z.array(z.object({ ...PlannedSpecialist.shape, id: z.uuid() })),
})
export type OfficeSchedule = z.infer<typeof OfficeSchedule>

const Outside = z.array(QueuedAppointment)

export const listStaffOffices = {
  method: 'GET',
  url: '/staff/offices',
  config: { access: 'staff', roles: ['operator', 'administrator'] },
  schema: {
    summary: 'The offices of the organisation, those switched off last',
    tags,
    response: {
      200: z.object({
        offices: z.array(z.object({ id: z.uuid(), name: TwoLanguages, isActive: z.boolean() })),
      }),
    },
  },
} as const satisfies Endpoint

export const showSchedule = {
  method: 'GET',
  url: '/staff/offices/:id/schedule',
  config,
  schema: {
    summary: 'The hours, exceptions, posts and absences of an office',
    tags,
    params,
    response: { 200: OfficeSchedule },
  },
} as const satisfies Endpoint

export const previewSchedule = {
  method: 'POST',
  url: '/staff/offices/:id/schedule/preview',
  config,
  schema: {
    summary: 'Which appointments a changed schedule would have no room for; changes nothing',
    tags,
    params,
    body: OfficePlan,
    response: { 200: z.object({ outside: Outside }) },
  },
} as const satisfies Endpoint

export const changeSchedule = {
  method: 'PUT',
  url: '/staff/offices/:id/schedule',
  config,
  schema: {
    summary: 'Change the schedule of an office; appointments it has no room for stay, to be moved',
    tags,
    params,
    body: z.strictObject({
      version: z.int().check(z.minimum(1), z.maximum(2_000_000_000)),
      plan: OfficePlan,
    }),
    response: { 200: z.object({ schedule: OfficeSchedule, outside: Outside }) },
  },
} as const satisfies Endpoint

export const addOffice = {
  method: 'POST',
  url: '/staff/offices',
  config,
  schema: { summary: 'Open an office', tags, body: OfficePlan, response: { 201: OfficeSchedule } },
} as const satisfies Endpoint

/** What one can come about; may be empty, unlike a name. */
const bringText = z.string().check(z.trim(), z.maxLength(1000), z.regex(/^[^\p{Cc}]*$/u))

export const TopicTerms = z.strictObject({
  name: twoTexts(150),
  bring: z.strictObject({ ru: bringText, en: bringText }),
  minutes: z.int().check(z.minimum(5), z.maximum(240)),
  /** Rest of the post after each. */
  bufferMinutes: z.int().check(z.minimum(0), z.maximum(60)),
  isForGuests: z.boolean(),
  isActive: z.boolean(),
})
export type TopicTerms = z.infer<typeof TopicTerms>

export const StaffTopic = z.object({ id: z.uuid(), ...TopicTerms.shape })
export type StaffTopic = z.infer<typeof StaffTopic>

export const listTopics = {
  method: 'GET',
  url: '/staff/appointment-topics',
  config,
  schema: {
    summary: 'What appointments are made about, topics switched off last',
    tags,
    response: { 200: z.object({ topics: z.array(StaffTopic) }) },
  },
} as const satisfies Endpoint

export const addTopic = {
  method: 'POST',
  url: '/staff/appointment-topics',
  config,
  schema: { summary: 'Add a topic', tags, body: TopicTerms, response: { 201: StaffTopic } },
} as const satisfies Endpoint

export const changeTopic = {
  method: 'PUT',
  url: '/staff/appointment-topics/:id',
  config,
  schema: {
    summary: 'Change a topic; appointments already made keep their length',
    tags,
    params,
    body: TopicTerms,
    response: { 200: StaffTopic },
  },
} as const satisfies Endpoint
