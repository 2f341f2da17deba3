import { MeterWorkKind } from '@rodnik/contract/meter-works'
import { WaterService } from '@rodnik/contract/meters'
import * as z from 'zod/mini'
import type { TokenPurpose } from '../../platform/one-time-token.ts'

const instant = z.iso.datetime({ offset: true })
const line = z.string().check(z.minLength(1), z.maxLength(200))
const accountNumber = z.string().check(z.regex(/^\d{10}$/))
const kopecks = z.int().check(z.minimum(1))
/** What the token of the letter's link is derived from; the letter never holds the token. */
const seed = z.uuid()

/** An appointment in the words of the letter's language; its people have it in their calendar too. */
const appointment = {
  id: z.uuid(),
  number: line,
  /** Of versions of it a calendar takes the one with the highest. */
  sequence: z.int().check(z.minimum(0)),
  /** Made without a profile: the letter tells the code that opens it again. */
  isGuest: z.boolean(),
  accountId: z.uuid(),
  accountNumber,
  startsAt: instant,
  endsAt: instant,
  writtenAt: instant,
  timeZone: line,
  phone: line,
  office: line,
  address: line,
  topic: line,
  specialist: line,
  /** May be empty. */
  bring: z.string().check(z.maxLength(1000)),
}

const timeOfDay = z.string().check(z.regex(/^\d\d:\d\d$/))
const window = { day: z.iso.date(), from: timeOfDay, to: timeOfDay }

/** A visit of an inspector, by the wall clock of the city. */
const visit = {
  ...window,
  /** The one that it takes the place of. */
  movedFrom: z.optional(z.strictObject(window)),
  missedBy: z.optional(z.enum(['utility', 'resident'])),
  /** Another one of the request that lies ahead, and holds. */
  ahead: z.optional(z.strictObject(window)),
}

/** What each letter needs besides whom it goes to. Instants and days are ISO 8601. */
export const letterData = {
  /** Somebody registered with this address. */
  activation: z.strictObject({ seed }),
  /** Somebody registered with the address of an existing profile. */
  already_registered: z.strictObject({}),
  password_reset: z.strictObject({ seed }),
  /** An organisation asked for a reset: credentials are issued in the office. */
  visit_office: z.strictObject({}),
  password_changed: z.strictObject({ at: instant }),
  /** To the new address: prove that it is yours. */
  email_new: z.strictObject({ seed, newEmail: line }),
  /** To the present address: agree to the new one. */
  email_old: z.strictObject({ seed, newEmail: line }),
  email_changed: z.strictObject({ newEmail: line }),
  /** To earlier holders: somebody else has linked your account. */
  account_linked: z.strictObject({ accountNumber, at: instant }),
  /** The office has ended the right to an account. */
  account_unlinked: z.strictObject({ accountNumber }),
  helper_invitation: z.strictObject({
    seed,
    inviterName: line,
    accountNumber,
    rights: z.array(z.enum(['submit', 'pay'])).check(z.maxLength(2)),
    /** The last day; null: until the owner ends it. */
    until: z.nullable(z.iso.date()),
  }),
  helper_joined: z.strictObject({ accountNumber, helperName: line }),
  /** Somebody opened the account without registration. */
  guest_entry: z.strictObject({ accountNumber, at: instant }),
  guest_submission: z.strictObject({ accountNumber, submissionNumber: line, at: instant }),
  /** The office typed in what somebody had told it. */
  office_submission: z.strictObject({ accountNumber, submissionNumber: line, at: instant }),
  /** A program that the office has let in sent them. */
  integrator_submission: z.strictObject({
    accountNumber,
    submissionNumber: line,
    at: instant,
    program: line,
  }),
  /** To owners: the office has recorded what was done to a meter. */
  meter_work: z.strictObject({
    accountNumber,
    work: MeterWorkKind,
    service: WaterService,
    /** Enough to know it by; the whole marking proves an account. */
    serialEnd: line,
    doneOn: z.iso.date(),
    actNumber: z.string().check(z.maxLength(100)),
  }),
  /** Never the password: that is handed over in the office. */
  credentials_issued: z.strictObject({ organisationName: line, login: line, at: instant }),
  /** Others for the same login: the password and the sessions before are over. */
  credentials_reissued: z.strictObject({ organisationName: line, login: line, at: instant }),
  second_factor_changed: z.strictObject({ at: instant }),
  recovery_code_used: z.strictObject({ at: instant, left: z.int().check(z.minimum(0)) }),
  esia_linked: z.strictObject({ at: instant }),
  profile_deleted: z.strictObject({ at: instant }),
  export_ready: z.strictObject({}),
  payment_received: z.strictObject({
    number: line,
    at: instant,
    amountKopecks: kopecks,
    accounts: z.array(z.strictObject({ accountNumber, amountKopecks: kopecks })).check(z.maxLength(20)),
  }),
  /** To whoever filed a request; its code is worked out when the letter is rendered. */
  request_filed: z.strictObject({ requestId: z.uuid(), number: line, kind: line, dueOn: z.iso.date() }),
  request_changed: z.strictObject({
    requestId: z.uuid(),
    number: line,
    kind: line,
    event: z.enum([
      'asked',
      'scheduled',
      'visit_missed',
      'visit_cancelled',
      'miss_undone',
      'done',
      'refused',
    ]),
    /** Of a letter about a visit. */
    visit: z.optional(z.strictObject(visit)),
  }),
  appointment_booked: z.strictObject(appointment),
  appointment_moved: z.strictObject(appointment),
  appointment_cancelled: z.strictObject({
    ...appointment,
    /** Why the office cancelled it; null: whoever made it did, or another of the account. */
    reason: z.nullable(z.string().check(z.maxLength(300))),
  }),
  appointment_reminder: z.strictObject({ ...appointment, ahead: z.enum(['day', 'hours']) }),
  appointment_late: z.strictObject({ ...appointment, minutes: z.int().check(z.minimum(1)) }),
} as const

type Shapes = typeof letterData
export type Template = keyof Shapes
/** A visit as letters tell of it. */
export type ToldVisit = NonNullable<DataOf<'request_changed'>['visit']>
export type DataOf<T extends Template> = z.infer<Shapes[T]>

/** No data at all is no field, rather than fields that may not be. */
type Fields<Data> = Data extends Record<string, never> ? unknown : Data

/** A letter's template and the data of just that template. */
export type Content = { [T in Template]: { template: T } & Fields<DataOf<T>> }[Template]

export type Language = 'ru' | 'en'

/** As people and letters keep it. */
export const languageOf = (stored: string): Language => (stored === 'en' ? 'en' : 'ru')

export type Letter = Content & {
  to: string
  language: Language
  /** A second letter with the same key is not written: one alert a day, one notice an event. */
  dedupeKey?: string
}

/** The letters whose link opens something, and what for. */
export const tokenPurposes: Partial<Record<Template, TokenPurpose>> = {
  activation: 'activation',
  password_reset: 'password_reset',
  email_new: 'email_new',
  email_old: 'email_old',
  helper_invitation: 'helper_invitation',
}

/** A letter as the outbox keeps it. */
export type StoredLetter = { language: string; template: string; data: unknown }

const isTemplate = (name: string): name is Template => Object.hasOwn(letterData, name)

/**
 * Reads what the outbox keeps: rows are also written by SQL of other modules.
 * @throws when there is no such template, or its data is not what it needs
 */
export function readContent({ template, data }: StoredLetter): Content {
  if (!isTemplate(template)) throw new Error(`There is no letter "${template}"`)
  const parsed = letterData[template].safeParse(data)
  if (parsed.success) return { template, ...parsed.data } as Content
  const wrong = parsed.error.issues.map((issue) => issue.path.join('.') || issue.code)
  throw new Error(`The data of "${template}" does not fit: ${wrong.join(', ')}`)
}
