import * as z from 'zod/mini'
import { ATTACHMENT_TYPES } from './attachments.ts'
import type { Endpoint } from './endpoint.ts'
import { HumanProof } from './human-check.ts'
import { requestKinds } from './request-kinds/index.ts'
import {
  AnswerText,
  Contact,
  RequestCode,
  RequestFiled,
  RequestNumber,
  RequestView,
  WishKey,
} from './requests.ts'

const tags = ['requests'] as const

const ByCode = { number: RequestNumber, code: RequestCode }

/** Words only: whoever has number and code has no door by which files come in, and none of them would be theirs. */
export const TrackedWish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('replied'), text: AnswerText }),
  z.strictObject({ type: z.literal('withdrawn') }),
  z.strictObject({ type: z.literal('reopened'), text: AnswerText }),
])
export type TrackedWish = z.infer<typeof TrackedWish>

/** POST: neither number nor code is part of an address. */
export const trackRequest = {
  method: 'POST',
  url: '/request-status',
  config: { access: 'public' },
  schema: {
    summary: 'A request by its number and code, without signing in',
    tags,
    body: z.strictObject({ ...ByCode, ...HumanProof.shape }),
    response: { 200: RequestView },
  },
} as const satisfies Endpoint

export const changeTrackedRequest = {
  method: 'POST',
  url: '/request-status/events',
  config: { access: 'public' },
  schema: {
    summary: 'Reply, withdraw, or open anew by number and code',
    tags,
    headers: WishKey,
    body: z.strictObject({ ...ByCode, ...HumanProof.shape, wish: TrackedWish }),
    response: { 200: RequestView },
  },
} as const satisfies Endpoint

/** POST here, too: an address with a code in it would stay in histories and logs. */
export const trackedAttachment = {
  method: 'POST',
  url: '/request-status/attachments/:attachmentId',
  config: { access: 'public' },
  schema: {
    summary: 'A file of a request by its number and code',
    tags,
    params: z.object({ attachmentId: z.uuid() }),
    body: z.strictObject({ ...ByCode, ...HumanProof.shape }),
    produces: ATTACHMENT_TYPES,
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint

export const askForCredentials = {
  method: 'POST',
  url: '/credential-requests',
  config: { access: 'public' },
  schema: {
    summary: 'An organisation asks for credentials; they are handed over in the office',
    tags,
    headers: WishKey,
    body: z.strictObject({ fields: requestKinds.credentials.schema, ...Contact, ...HumanProof.shape }),
    response: { 201: RequestFiled },
  },
} as const satisfies Endpoint
