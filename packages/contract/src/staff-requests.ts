import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, IsoDate, text } from './primitives.ts'
import { paragraphs } from './request-kinds/field.ts'
import { RequestKindName } from './request-kinds/index.ts'
import { RequestStep } from './request-kinds/kind.ts'
import {
  NewRequest,
  RequestEntry,
  RequestFiled,
  RequestState,
  RequestSummary,
  RequestView,
  WishKey,
} from './requests.ts'
import { Cursor } from './staff-audit.ts'

/** Over which way a request came. */
export const RequestChannel = z.enum(['account', 'guest', 'public', 'phone', 'office', 'paper'])
export type RequestChannel = z.infer<typeof RequestChannel>

const Member = z.object({ id: z.uuid(), name: z.string() })

export const QueuedRequest = z.object({
  ...RequestSummary.shape,
  account: z.nullable(z.object({ id: z.uuid(), number: AccountNumber, address: z.string() })),
  assignee: z.nullable(Member),
  /** Whoever asks is the one who works on it. */
  isMine: z.boolean(),
  /** The office has been answered, or something new was said since it last looked. */
  isAnswered: z.boolean(),
})
export type QueuedRequest = z.infer<typeof QueuedRequest>

export const OfficeMay = z.array(z.enum(['taken', 'noted', 'asked', 'done', 'refused', 'reopened']))

/** What staff see: also notes among themselves, and who did what. */
export const StaffRequest = z.object({
  ...RequestView.shape,
  history: z.array(z.object({ ...RequestEntry.shape, by: z.nullable(z.string()), isInternal: z.boolean() })),
  account: z.nullable(
    z.object({ id: z.uuid(), number: AccountNumber, address: z.string(), holderName: z.string() }),
  ),
  channel: RequestChannel,
  /** Null where the role may not see contacts. */
  contact: z.nullable(
    z.object({ name: z.nullable(z.string()), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  ),
  assignee: z.nullable(Member),
  isMine: z.boolean(),
  steps: z.array(z.object({ step: RequestStep, hasHappened: z.boolean() })),
  officeMay: OfficeMay,
})
export type StaffRequest = z.infer<typeof StaffRequest>

export const QueueFilter = z.object({
  kind: z.optional(RequestKindName),
  /** Not given: open, or any when a number is looked for. */
  state: z.optional(z.enum([...RequestState.options, 'open', 'closed', 'any'])),
  /** Days until the answer is due, at most; 0: today or late. */
  dueWithin: z.optional(z.string().check(z.regex(/^\d{1,2}$/))),
  due: z.optional(z.enum(['late', 'today'])),
  assignee: z.optional(z.enum(['me', 'nobody'])),
  account: z.optional(AccountNumber),
  find: z.optional(text(40)),
  cursor: z.optional(Cursor),
})
export type QueueFilter = z.infer<typeof QueueFilter>

/** What whoever speaks for the office has read: what came after it is told to them before anything happens. */
const spoken = {
  text: paragraphs(4000),
  /** The last entry of the history that they have seen. */
  seen: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
}

export const StaffWish = z.discriminatedUnion('type', [
  /** Null: by whoever asks. */
  z.strictObject({ type: z.literal('taken'), assigneeId: z.nullable(z.uuid()) }),
  z.strictObject({ type: z.literal('noted'), text: paragraphs(4000) }),
  z.strictObject({ type: z.literal('asked'), ...spoken }),
  z.strictObject({ type: z.literal('done'), ...spoken }),
  z.strictObject({ type: z.literal('refused'), ...spoken }),
  z.strictObject({ type: z.literal('reopened'), ...spoken }),
])
export type StaffWish = z.infer<typeof StaffWish>

/**
 * A step that the office does in another place, and marks here: the data have to show it. Facts that were decided
 * otherwise than asked are marked with the reason.
 */
export const StepDone = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('credentials') }),
  z.strictObject({ step: z.literal('facts'), reason: z.optional(paragraphs(500)) }),
])
export type StepDone = z.infer<typeof StepDone>

const config = { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

export const listQueue = {
  method: 'GET',
  url: '/staff/requests',
  config,
  schema: {
    summary: 'Requests that the roles of a member work on, what is due first in front',
    tags,
    querystring: QueueFilter,
    response: { 200: z.object({ requests: z.array(QueuedRequest), nextCursor: z.nullable(Cursor) }) },
  },
} as const satisfies Endpoint

export const countQueues = {
  method: 'GET',
  url: '/staff/request-counts',
  config,
  schema: {
    summary: 'How many open requests of each kind there are, how many are late or due today, and whose',
    tags,
    response: {
      200: z.object({
        today: IsoDate,
        kinds: z.array(
          z.object({
            kind: RequestKindName,
            open: z.int(),
            late: z.int(),
            dueToday: z.int(),
            mine: z.int(),
            nobodys: z.int(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint

export const showStaffRequest = {
  method: 'GET',
  url: '/staff/requests/:id',
  config,
  schema: { summary: 'A request with notes and names', tags, params, response: { 200: StaffRequest } },
} as const satisfies Endpoint

export const workOnRequest = {
  method: 'POST',
  url: '/staff/requests/:id/events',
  config,
  schema: {
    summary: 'Take or hand over, note, ask, close as done or refuse, open anew',
    tags,
    params,
    headers: WishKey,
    body: StaffWish,
    response: { 200: StaffRequest },
  },
} as const satisfies Endpoint

export const markStep = {
  method: 'POST',
  url: '/staff/requests/:id/steps',
  config,
  schema: {
    summary: 'Mark a step that was done elsewhere, once the data show it',
    tags,
    params,
    headers: WishKey,
    body: StepDone,
    response: { 200: StaffRequest },
  },
} as const satisfies Endpoint

export const listAccountRequests = {
  method: 'GET',
  url: '/staff/accounts/:id/requests',
  config,
  schema: {
    summary: 'Requests about an account, the newest first, of the kinds that a member works on',
    tags,
    params,
    response: { 200: z.object({ today: IsoDate, requests: z.array(RequestSummary) }) },
  },
} as const satisfies Endpoint

export const fileForCaller = {
  method: 'POST',
  url: '/staff/accounts/:id/requests',
  config: { access: 'staff', roles: ['operator', 'clerk', 'administrator'] },
  schema: {
    summary: 'File a request for somebody who calls, comes or writes',
    tags,
    params,
    headers: WishKey,
    body: z.strictObject({ ...NewRequest.shape, channel: z.enum(['phone', 'office', 'paper']) }),
    response: { 201: RequestFiled },
  },
} as const satisfies Endpoint

/** What one bulk action would do, or has done, to one request. */
export const BulkOutcome = z.object({
  id: z.uuid(),
  number: z.string(),
  /** text_incomplete: a place of the text that this request has nothing for. */
  outcome: z.enum(['ok', 'not_found', 'event_refused', 'step_missing', 'text_incomplete']),
})
export type BulkOutcome = z.infer<typeof BulkOutcome>

export const workOnMany = {
  method: 'POST',
  url: '/staff/requests/bulk',
  config,
  schema: {
    summary:
      'The same for up to 100 requests, places of the text filled for each; a dry run tells what would happen',
    tags,
    headers: WishKey,
    body: z.strictObject({
      ids: z.array(z.uuid()).check(z.minLength(1), z.maxLength(100)),
      wish: StaffWish,
      isDryRun: z.boolean(),
    }),
    response: { 200: z.object({ outcomes: z.array(BulkOutcome) }) },
  },
} as const satisfies Endpoint

export const listColleagues = {
  method: 'GET',
  url: '/staff/colleagues',
  config,
  schema: {
    summary: 'Members of staff a request can be handed to',
    tags,
    response: {
      200: z.object({ members: z.array(z.object({ ...Member.shape, roles: z.array(z.string()) })) }),
    },
  },
} as const satisfies Endpoint
