import * as z from 'zod/mini'
import { Cabinet } from './cabinet.ts'
import type { Endpoint } from './endpoint.ts'
import { HumanProof } from './human-check.ts'
import { AccountNumber, IsoDate, Litres, text } from './primitives.ts'
import { Confirmation, IdempotencyHeaders, NewSubmission, SubmissionNumber } from './submissions.ts'

/** owner: proved the account. helper: was given a part of it. organisation: the office has recorded it. */
export const AccountRole = z.enum(['owner', 'helper', 'organisation'])
export type AccountRole = z.infer<typeof AccountRole>

/** What the person may do with an account; whoever has any of it may look. */
export const AccountRights = z.object({ role: AccountRole, canSubmit: z.boolean(), canPay: z.boolean() })
export type AccountRights = z.infer<typeof AccountRights>

/** The registered address: for people with a right to the account, never for a guest. */
export const Address = { street: z.string(), house: z.string(), flat: z.string() }
/** Up to 60 characters, or none: the account goes by its address then. */
const Label = z.string().check(z.trim(), z.maxLength(60), z.regex(/^[^\p{Cc}]*$/u))

export const MyAccount = z.object({
  id: z.uuid(),
  number: AccountNumber,
  ...Address,
  label: z.string(),
  ...AccountRights.shape,
  /** The last day of a helper's right. */
  until: z.nullable(IsoDate),
  /** Whether anybody may enter by number, house and flat. */
  isAccountlessAllowed: z.boolean(),
  /** Meters in service that nobody has sent a reading of this month for. */
  metersToRead: z.int(),
})
export type MyAccount = z.infer<typeof MyAccount>

export const AccountParams = z.object({ accountId: z.uuid() })

export const listMyAccounts = {
  method: 'GET',
  url: '/my/accounts',
  config: { access: 'person' },
  schema: {
    summary: 'The accounts this person has a right to',
    tags: ['my accounts'],
    response: { 200: z.object({ accounts: z.array(MyAccount) }) },
  },
} as const satisfies Endpoint

/** What shows that the account is one's own. */
export const Proof = z.discriminatedUnion('kind', [
  /** The marking of a meter and its last reading that counts: only while nobody owns the account. */
  z.strictObject({ kind: z.literal('meter'), serial: text(40), valueLitres: Litres }),
  /** Eight digits printed on the receipts of this month and of the two before. */
  z.strictObject({ kind: z.literal('receipt_code'), code: z.string().check(z.regex(/^\d{8}$/)) }),
  /** What the newest month of the city came to, as the receipt says: only while nobody owns the account. */
  z.strictObject({
    kind: z.literal('bill_amount'),
    amountKopecks: z.int().check(z.minimum(1), z.maximum(1_000_000_000)),
  }),
  /** The name that Gosuslugi has confirmed is the holder's. */
  z.strictObject({ kind: z.literal('esia_name') }),
])
export type Proof = z.infer<typeof Proof>

export const AccountToLink = z.strictObject({
  accountNumber: AccountNumber,
  proof: Proof,
  ...HumanProof.shape,
})
export type AccountToLink = z.infer<typeof AccountToLink>

export const linkAccount = {
  method: 'POST',
  url: '/my/accounts',
  config: { access: 'resident' },
  schema: {
    summary: 'Link an account by a proof of possession; whoever had linked it before is told',
    tags: ['my accounts'],
    body: AccountToLink,
    response: { 201: MyAccount },
  },
} as const satisfies Endpoint

export const renameMyAccount = {
  method: 'PATCH',
  url: '/my/accounts/:accountId',
  config: { access: 'resident' },
  schema: {
    summary: 'Name an account for oneself',
    tags: ['my accounts'],
    params: AccountParams,
    body: z.strictObject({ label: Label }),
    response: { 200: MyAccount },
  },
} as const satisfies Endpoint

export const unlinkAccount = {
  method: 'DELETE',
  url: '/my/accounts/:accountId',
  config: { access: 'resident' },
  schema: {
    summary: 'Give up the right to an account; helpers end with its last owner',
    tags: ['my accounts'],
    params: AccountParams,
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

export const switchAccountless = {
  method: 'PUT',
  url: '/my/accounts/:accountId/accountless',
  config: { access: 'resident' },
  schema: {
    summary: 'Allow or forbid the entry by number, house and flat; open sessions of guests end at once',
    tags: ['my accounts'],
    params: AccountParams,
    body: z.strictObject({ isAllowed: z.boolean() }),
    response: { 200: MyAccount },
  },
} as const satisfies Endpoint

/** The cabinet of someone with a right to the account. */
export const MyCabinet = z.object({
  ...Cabinet.shape,
  account: z.object({ number: AccountNumber, ...Address }),
  rights: AccountRights,
})
export type MyCabinet = z.infer<typeof MyCabinet>

export const showMyCabinet = {
  method: 'GET',
  url: '/my/accounts/:accountId/cabinet',
  config: { access: 'person' },
  schema: {
    summary: 'The meters of an account, the reading window and the prices',
    tags: ['my accounts'],
    params: AccountParams,
    response: { 200: MyCabinet },
  },
} as const satisfies Endpoint

export const submitMyReadings = {
  method: 'POST',
  url: '/my/accounts/:accountId/submissions',
  config: { access: 'person' },
  schema: {
    summary: 'Send readings of several meters: all are taken or none',
    tags: ['my accounts'],
    params: AccountParams,
    headers: IdempotencyHeaders,
    body: NewSubmission,
    response: { 201: Confirmation },
  },
} as const satisfies Endpoint

export const showMySubmission = {
  method: 'GET',
  url: '/my/accounts/:accountId/submissions/:number',
  config: { access: 'person' },
  schema: {
    summary: 'A submission of the account with what has become of it',
    tags: ['my accounts'],
    params: z.object({ ...AccountParams.shape, number: SubmissionNumber }),
    response: { 200: Confirmation },
  },
} as const satisfies Endpoint
