import * as z from 'zod/mini'
import { AttachmentFacts, AttachmentIds } from './attachments.ts'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, Instant, IsoDate } from './primitives.ts'
import { Language } from './registration.ts'
import { paragraphs } from './request-kinds/field.ts'
import { Filled, RequestKindName } from './request-kinds/index.ts'

/**
 * filed: nobody has it yet. in_work: somebody has. question: the office waits for the person. visit: an inspector
 * is to come. The rest are ends; done and refused can be opened anew.
 */
export const RequestState = z.enum(['filed', 'in_work', 'question', 'visit', 'done', 'refused', 'withdrawn'])
export type RequestState = z.infer<typeof RequestState>

export const RequestEventType = z.enum([
  'filed',
  'taken',
  'noted',
  'asked',
  'replied',
  'scheduled',
  'visit_missed',
  'visit_cancelled',
  /** The inspector had been there: what was told of a miss is undone. */
  'miss_undone',
  'step_done',
  'done',
  'refused',
  'withdrawn',
  'reopened',
])
export type RequestEventType = z.infer<typeof RequestEventType>

/** R2611-0000123-7: year and month, running number, check digit. */
export const RequestNumber = z.string().check(z.regex(/^R\d{4}-\d{7,12}-\d$/))
/** With the number it opens the request without signing in: K7M2-P9QD. */
export const RequestCode = z.string().check(z.regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/))

/** A meter that a request names, for whoever has its id only. */
export const NamedMeter = z.object({
  id: z.uuid(),
  service: z.enum(['cold', 'hot']),
  type: z.string(),
  serial: z.string(),
  place: z.string(),
})

export const RequestSide = z.enum(['person', 'office'])

/** What has happened to a request, as both sides see it. */
export const RequestEntry = z.object({
  id: z.string(),
  type: RequestEventType,
  at: Instant,
  side: RequestSide,
  text: z.nullable(z.string()),
  /** What was sent along. */
  attachments: z.array(AttachmentFacts),
})
export type RequestEntry = z.infer<typeof RequestEntry>

const Filing = z.unknown()

const summary = {
  id: z.uuid(),
  number: RequestNumber,
  kind: RequestKindName,
  state: RequestState,
  filedAt: Instant,
  /** The last day for an answer. */
  dueOn: IsoDate,
}

export const RequestSummary = z.object(summary)
export type RequestSummary = z.infer<typeof RequestSummary>

export const AskerMay = z.array(z.enum(['replied', 'withdrawn', 'reopened']))

/** A request as whoever filed it sees it. */
export const RequestView = z.object({
  ...summary,
  accountNumber: z.nullable(AccountNumber),
  /** By the kind's own schema; a kind that has changed since keeps what was filed. */
  fields: z.record(z.string(), Filing),
  meters: z.array(NamedMeter),
  history: z.array(RequestEntry),
  may: AskerMay,
  closedAt: z.nullable(Instant),
})
export type RequestView = z.infer<typeof RequestView>

/** Where answers go, besides this page. */
export const Contact = { email: z.optional(z.email().check(z.maxLength(254))), language: Language }

/** Files that go with what is said; once taken they belong to it for ever. */
export const enclosed = { attachmentIds: z.optional(AttachmentIds) }

export const NewRequest = z.strictObject({ filled: Filled, ...Contact, ...enclosed })
export type NewRequest = z.infer<typeof NewRequest>

/** The code is told once, with the first answer. */
export const RequestFiled = z.object({ code: RequestCode, request: RequestView })
export type RequestFiled = z.infer<typeof RequestFiled>

export const AnswerText = paragraphs(4000)

export const AskerWish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('replied'), text: AnswerText, ...enclosed }),
  z.strictObject({ type: z.literal('withdrawn') }),
  z.strictObject({ type: z.literal('reopened'), text: AnswerText, ...enclosed }),
])
export type AskerWish = z.infer<typeof AskerWish>

/** Repeated with its key a wish has happened once. */
export const WishKey = z.object({ 'idempotency-key': z.string().check(z.regex(/^[\w.:~-]{8,128}$/)) })

const tags = ['requests'] as const
const accountParams = z.object({ accountId: z.uuid() })
const myParams = z.object({ accountId: z.uuid(), requestId: z.uuid() })
const guestParams = z.object({ requestId: z.uuid() })
const Listed = z.object({ requests: z.array(RequestSummary) })

export const listMyRequests = {
  method: 'GET',
  url: '/my/accounts/:accountId/requests',
  config: { access: 'person' },
  schema: {
    summary: 'Requests of an account that a person may see, the newest first',
    tags,
    params: accountParams,
    response: { 200: Listed },
  },
} as const satisfies Endpoint

export const fileMyRequest = {
  method: 'POST',
  url: '/my/accounts/:accountId/requests',
  config: { access: 'person' },
  schema: {
    summary: 'File a request about an account',
    tags,
    params: accountParams,
    headers: WishKey,
    body: NewRequest,
    response: { 201: RequestFiled },
  },
} as const satisfies Endpoint

export const showMyRequest = {
  method: 'GET',
  url: '/my/accounts/:accountId/requests/:requestId',
  config: { access: 'person' },
  schema: {
    summary: 'A request and all that happened to it',
    tags,
    params: myParams,
    response: { 200: RequestFiled },
  },
} as const satisfies Endpoint

export const changeMyRequest = {
  method: 'POST',
  url: '/my/accounts/:accountId/requests/:requestId/events',
  config: { access: 'person' },
  schema: {
    summary: 'Reply, withdraw, or open a closed request anew',
    tags,
    params: myParams,
    headers: WishKey,
    body: AskerWish,
    response: { 200: RequestView },
  },
} as const satisfies Endpoint

export const listRequests = {
  method: 'GET',
  url: '/cabinet/requests',
  config: { access: 'guest' },
  schema: {
    summary: 'Requests that were filed in this entry; earlier ones open by number and code',
    tags,
    response: { 200: Listed },
  },
} as const satisfies Endpoint

export const fileRequest = {
  method: 'POST',
  url: '/cabinet/requests',
  config: { access: 'guest' },
  schema: {
    summary: 'File a request about the account of the entry',
    tags,
    headers: WishKey,
    body: NewRequest,
    response: { 201: RequestFiled },
  },
} as const satisfies Endpoint

export const showRequest = {
  method: 'GET',
  url: '/cabinet/requests/:requestId',
  config: { access: 'guest' },
  schema: { summary: 'A request of this entry', tags, params: guestParams, response: { 200: RequestFiled } },
} as const satisfies Endpoint

export const changeRequest = {
  method: 'POST',
  url: '/cabinet/requests/:requestId/events',
  config: { access: 'guest' },
  schema: {
    summary: 'Reply, withdraw, or open a closed request of this entry anew',
    tags,
    params: guestParams,
    headers: WishKey,
    body: AskerWish,
    response: { 200: RequestView },
  },
} as const satisfies Endpoint
