import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { AccountNumber, Instant, text } from './primitives.ts'
import { StaffRoleName, UserKind } from './sessions.ts'

const params = z.object({ id: z.uuid() })
/** Why; read in the audit log by whoever asks later. */
export const Reason = z.strictObject({ reason: text(300) })

export const Person = z.object({
  id: z.uuid(),
  kind: UserKind,
  name: z.string(),
  email: z.nullable(z.string()),
  login: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  createdAt: Instant,
  disabledAt: z.nullable(Instant),
  openSessions: z.int(),
  accounts: z.array(
    z.object({
      id: z.uuid(),
      number: AccountNumber,
      street: z.string(),
      house: z.string(),
      flat: z.string(),
      role: z.enum(['owner', 'helper', 'organisation']),
    }),
  ),
})
export type Person = z.infer<typeof Person>

const forOperators = { access: 'staff', roles: ['operator', 'administrator'] } as const

/** Residents and organisations; members of staff are not found here. */
export const showPerson = {
  method: 'GET',
  url: '/staff/people/:id',
  config: forOperators,
  schema: { summary: 'Someone with a profile', tags: ['staff'], params, response: { 200: Person } },
} as const satisfies Endpoint

export const disablePerson = {
  method: 'POST',
  url: '/staff/people/:id/disable',
  config: forOperators,
  schema: {
    summary: 'Close a profile: nobody signs in, whoever is in is out at once',
    tags: ['staff'],
    params,
    body: Reason,
    response: { 200: Person },
  },
} as const satisfies Endpoint

export const enablePerson = {
  method: 'POST',
  url: '/staff/people/:id/enable',
  config: forOperators,
  schema: {
    summary: 'Open a profile again',
    tags: ['staff'],
    params,
    body: Reason,
    response: { 200: Person },
  },
} as const satisfies Endpoint

export const signPersonOut = {
  method: 'POST',
  url: '/staff/people/:id/sign-out',
  config: forOperators,
  schema: {
    summary: 'End all sessions of someone',
    tags: ['staff'],
    params,
    body: Reason,
    response: { 200: Person },
  },
} as const satisfies Endpoint

const Roles = z.array(StaffRoleName).check(
  z.minLength(1),
  z.maxLength(4),
  z.refine((roles) => new Set(roles).size === roles.length),
)

export const Member = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(StaffRoleName),
  hasSecondFactor: z.boolean(),
  disabledAt: z.nullable(Instant),
  lastSeenAt: z.nullable(Instant),
})
export type Member = z.infer<typeof Member>

/** Shown to the administrator once and told in person; nothing keeps it. */
export const MemberWithPassword = z.object({
  member: Member,
  oneTimePassword: z.string(),
  expiresAt: Instant,
})
export type MemberWithPassword = z.infer<typeof MemberWithPassword>

const forAdministrators = { access: 'staff', roles: ['administrator'] } as const

export const listMembers = {
  method: 'GET',
  url: '/staff/members',
  config: forAdministrators,
  schema: {
    summary: 'Members of staff',
    tags: ['staff'],
    response: { 200: z.object({ members: z.array(Member) }) },
  },
} as const satisfies Endpoint

export const NewMember = z.strictObject({ email: text(254), name: text(200), roles: Roles })
export type NewMember = z.infer<typeof NewMember>

export const addMember = {
  method: 'POST',
  url: '/staff/members',
  config: forAdministrators,
  schema: {
    summary: 'Add a member of staff; the answer shows a one-time password, once',
    tags: ['staff'],
    body: NewMember,
    response: { 201: MemberWithPassword },
  },
} as const satisfies Endpoint

export const giveRoles = {
  method: 'PUT',
  url: '/staff/members/:id/roles',
  config: forAdministrators,
  schema: {
    summary: 'Change what a member of staff may do; it acts at once',
    tags: ['staff'],
    params,
    body: z.strictObject({ roles: Roles }),
    response: { 200: Member },
  },
} as const satisfies Endpoint

export const disableMember = {
  method: 'POST',
  url: '/staff/members/:id/disable',
  config: forAdministrators,
  schema: {
    summary: 'Let a member of staff in no more',
    tags: ['staff'],
    params,
    body: Reason,
    response: { 200: Member },
  },
} as const satisfies Endpoint

export const enableMember = {
  method: 'POST',
  url: '/staff/members/:id/enable',
  config: forAdministrators,
  schema: {
    summary: 'Let a member of staff in again',
    tags: ['staff'],
    params,
    body: Reason,
    response: { 200: Member },
  },
} as const satisfies Endpoint

export const resetSecondFactor = {
  method: 'POST',
  url: '/staff/members/:id/reset-second-factor',
  config: forAdministrators,
  schema: {
    summary: 'Take the second factor away, in person: sessions end, the next entry sets up another',
    tags: ['staff'],
    params,
    body: Reason,
    response: { 200: Member },
  },
} as const satisfies Endpoint

export const resetMemberPassword = {
  method: 'POST',
  url: '/staff/members/:id/reset-password',
  config: forAdministrators,
  schema: {
    summary: 'A new one-time password, told in person; sessions end',
    tags: ['staff'],
    params,
    body: Reason,
    response: { 200: MemberWithPassword },
  },
} as const satisfies Endpoint
