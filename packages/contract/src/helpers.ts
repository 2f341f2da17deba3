import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { AccountParams } from './my-accounts.ts'
import { AccountNumber, Instant, IsoDate } from './primitives.ts'
import { Email, LinkToken } from './registration.ts'
import { SubmissionNumber } from './submissions.ts'

const HelperRights = {
  canSubmit: z.boolean(),
  canPay: z.boolean(),
}
/** The last day of the right; null: until the owner ends it. */
const Until = z.nullable(IsoDate)

export const Helper = z.object({
  id: z.uuid(),
  /** The name, or the e-mail of someone who has given none. */
  name: z.string(),
  ...HelperRights,
  until: Until,
  since: Instant,
})
export type Helper = z.infer<typeof Helper>

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  ...HelperRights,
  until: Until,
  /** Its letter opens nothing after that. */
  expiresAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>

/** Somebody else who has proved the account: enough to recognise one's family, not to write to a stranger. */
export const CoOwner = z.object({ maskedEmail: z.nullable(z.string()), since: Instant })
export type CoOwner = z.infer<typeof CoOwner>

export const listHelpers = {
  method: 'GET',
  url: '/my/accounts/:accountId/helpers',
  config: { access: 'resident' },
  schema: {
    summary: 'For an owner: who else owns the account, who helps with it and who is invited',
    tags: ['helpers'],
    params: AccountParams,
    response: {
      200: z.object({
        coOwners: z.array(CoOwner),
        helpers: z.array(Helper),
        invitations: z.array(Invitation),
      }),
    },
  },
} as const satisfies Endpoint

export const NewInvitation = z.strictObject({
  email: Email,
  ...HelperRights,
  until: z.optional(Until),
})
export type NewInvitation = z.infer<typeof NewInvitation>

/** The same whether the address belongs to somebody or not. */
export const inviteHelper = {
  method: 'POST',
  url: '/my/accounts/:accountId/helpers',
  config: { access: 'resident' },
  schema: {
    summary: 'For an owner: invite somebody by e-mail; a newer invitation replaces the older',
    tags: ['helpers'],
    params: AccountParams,
    body: NewInvitation,
    response: { 201: Invitation },
  },
} as const satisfies Endpoint

export const HelperChange = z.strictObject({
  canSubmit: z.optional(z.boolean()),
  canPay: z.optional(z.boolean()),
  until: z.optional(Until),
})
export type HelperChange = z.infer<typeof HelperChange>

const HelperParams = z.object({ ...AccountParams.shape, helperId: z.uuid() })

export const changeHelper = {
  method: 'PATCH',
  url: '/my/accounts/:accountId/helpers/:helperId',
  config: { access: 'resident' },
  schema: {
    summary: 'For an owner: change what a helper may do and until when',
    tags: ['helpers'],
    params: HelperParams,
    body: HelperChange,
    response: { 200: Helper },
  },
} as const satisfies Endpoint

export const endHelper = {
  method: 'DELETE',
  url: '/my/accounts/:accountId/helpers/:helperId',
  config: { access: 'resident' },
  schema: {
    summary: 'For an owner: end the right of a helper, at once',
    tags: ['helpers'],
    params: HelperParams,
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const withdrawInvitation = {
  method: 'DELETE',
  url: '/my/accounts/:accountId/invitations/:invitationId',
  config: { access: 'resident' },
  schema: {
    summary: 'For an owner: withdraw an invitation; its letter opens nothing any more',
    tags: ['helpers'],
    params: z.object({ ...AccountParams.shape, invitationId: z.uuid() }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

const ByToken = z.strictObject({ token: LinkToken })

export const Offer = z.object({
  inviterName: z.string(),
  accountNumber: AccountNumber,
  ...HelperRights,
  until: Until,
})
export type Offer = z.infer<typeof Offer>

/** Both are refused with `link_not_valid` to everyone but the person whose e-mail was invited. */
export const lookAtInvitation = {
  method: 'POST',
  url: '/invitations/look',
  config: { access: 'resident' },
  schema: {
    summary: 'What an invitation offers; looking uses nothing up',
    tags: ['helpers'],
    body: ByToken,
    response: { 200: Offer },
  },
} as const satisfies Endpoint

export const acceptInvitation = {
  method: 'POST',
  url: '/invitations/accept',
  config: { access: 'resident' },
  schema: {
    summary: 'Become a helper',
    tags: ['helpers'],
    body: ByToken,
    response: { 200: z.object({ accountId: z.uuid() }) },
  },
} as const satisfies Endpoint

export const LogAction = z.enum([
  'account.linked',
  'account.unlinked',
  /** Staff told someone the code of a receipt, which proves the account. */
  'account.receipt_code_told',
  'accountless.switched',
  'guest.entered',
  'readings.submitted',
  /** Paid on the site. */
  'payment.paid',
  'request.filed',
  'request.withdrawn',
  'appointments.booked',
  'appointments.moved',
  'appointments.cancelled',
  'helper.invited',
  'helper.joined',
  'helper.changed',
  'helper.ended',
  'invitation.withdrawn',
])
export type LogAction = z.infer<typeof LogAction>

export const LogEntry = z.object({
  id: z.string(),
  at: Instant,
  action: LogAction,
  /** Staff go without their names, guests have none. */
  by: z.enum(['you', 'owner', 'helper', 'guest', 'staff', 'program', 'system']),
  /** Of a helper, or of the program of an organisation, that did it. */
  byName: z.nullable(z.string()),
  /** Whom it was done to: the helper or the invited address. */
  whom: z.nullable(z.string()),
  submissionNumber: z.nullable(SubmissionNumber),
  /** What the switch of the accountless entry was set to. */
  isAllowed: z.nullable(z.boolean()),
})
export type LogEntry = z.infer<typeof LogEntry>

/** The id of the last entry of the page before. */
const Cursor = z.string().check(z.regex(/^\d{1,18}$/))

export const showAccountLog = {
  method: 'GET',
  url: '/my/accounts/:accountId/log',
  config: { access: 'resident' },
  schema: {
    summary: 'For an owner: what has been done with the account since they linked it, newest first',
    tags: ['helpers'],
    params: AccountParams,
    querystring: z.strictObject({ cursor: z.optional(Cursor) }),
    response: { 200: z.object({ entries: z.array(LogEntry), nextCursor: z.nullable(Cursor) }) },
  },
} as const satisfies Endpoint
