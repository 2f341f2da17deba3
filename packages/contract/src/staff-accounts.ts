import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { WaterService } from './meters.ts'
import { AccountNumber, Instant, IsoDate, Litres, Period, text } from './primitives.ts'
import { Source, SubmissionNumber } from './submissions.ts'

const line = (maxLength: number) =>
  z.string().check(z.trim(), z.maxLength(maxLength), z.regex(/^[^\p{Cc}]*$/u))

export const CardMeter = z.object({
  id: z.uuid(),
  service: WaterService,
  type: z.string(),
  serial: z.string(),
  place: z.string(),
  sealNumber: z.nullable(z.string()),
  installedOn: IsoDate,
  verificationDueOn: z.nullable(IsoDate),
  removedOn: z.nullable(IsoDate),
  /** The newest reading that counts. */
  last: z.nullable(z.object({ period: Period, valueLitres: Litres, takenOn: IsoDate, source: Source })),
})
export type CardMeter = z.infer<typeof CardMeter>

export const CardPerson = z.object({
  linkId: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  /** Whole for operators, masked for clerks, null for inspectors. */
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  role: z.enum(['owner', 'helper']),
  canSubmit: z.boolean(),
  canPay: z.boolean(),
  since: Instant,
  endsAt: z.nullable(Instant),
  isDisabled: z.boolean(),
})
export type CardPerson = z.infer<typeof CardPerson>

export const CardEvent = z.object({
  id: z.string(),
  at: Instant,
  action: z.string(),
  actor: z.string(),
  /** Of the member of staff who did it; nobody else is named. */
  actorName: z.nullable(z.string()),
})
export type CardEvent = z.infer<typeof CardEvent>

export const AccountCard = z.object({
  id: z.uuid(),
  number: AccountNumber,
  kind: z.enum(['resident', 'legal']),
  street: z.string(),
  house: z.string(),
  flat: z.string(),
  holderName: z.string(),
  residentsCount: z.int(),
  isAccountlessAllowed: z.boolean(),
  closedOn: z.nullable(IsoDate),
  organisation: z.nullable(z.object({ id: z.uuid(), name: z.string(), inn: z.string() })),
  meters: z.array(CardMeter),
  submissions: z.array(
    z.object({
      number: SubmissionNumber,
      period: Period,
      source: Source,
      submittedAt: Instant,
      readingsCount: z.int(),
    }),
  ),
  people: z.array(CardPerson),
  events: z.array(CardEvent),
})
export type AccountCard = z.infer<typeof AccountCard>

const params = z.object({ id: z.uuid() })

/** Looking is recorded: whose card, by whom, when. */
export const showAccountCard = {
  method: 'GET',
  url: '/staff/accounts/:id',
  config: { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] },
  schema: { summary: 'Everything about an account', tags: ['staff'], params, response: { 200: AccountCard } },
} as const satisfies Endpoint

export const recordHolder = {
  method: 'PUT',
  url: '/staff/accounts/:id/holder',
  config: { access: 'staff', roles: ['operator', 'administrator'] },
  schema: {
    summary: 'Record whose account it is, by the papers shown',
    tags: ['staff'],
    params,
    body: z.strictObject({ holderName: line(200) }),
    response: { 200: z.object({ holderName: z.string() }) },
  },
} as const satisfies Endpoint

export const switchAccountless = {
  method: 'PUT',
  url: '/staff/accounts/:id/accountless',
  config: { access: 'staff', roles: ['operator', 'administrator'] },
  schema: {
    summary: 'Open or close the entry without registration, on written request',
    tags: ['staff'],
    params,
    body: z.strictObject({ isAllowed: z.boolean(), reason: text(300) }),
    response: { 200: z.object({ isAllowed: z.boolean() }) },
  },
} as const satisfies Endpoint

export const endRight = {
  method: 'POST',
  url: '/staff/accounts/:id/links/:linkId/end',
  config: { access: 'staff', roles: ['operator', 'administrator'] },
  schema: {
    summary:
      'End the right of somebody whose account it is not, by the papers shown; they are told by letter',
    tags: ['staff'],
    params: z.object({ ...params.shape, linkId: z.uuid() }),
    body: z.strictObject({ reason: text(300) }),
    response: { 204: z.null() },
  },
} as const satisfies Endpoint

/** POST: that a code was told to somebody is recorded. */
export const tellReceiptCode = {
  method: 'POST',
  url: '/staff/accounts/:id/receipt-code',
  config: { access: 'staff', roles: ['operator', 'administrator'] },
  schema: {
    summary: 'The code of this month’s receipt, by which a person links the account',
    tags: ['staff'],
    params,
    response: { 200: z.object({ code: z.string(), period: Period }) },
  },
} as const satisfies Endpoint
