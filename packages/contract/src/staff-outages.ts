import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { twoTexts } from './offices.ts'
import { Outage, OutageKind, OutageService, StreetPart } from './outages.ts'
import { Instant } from './primitives.ts'
import { Reason, twoProses, Version } from './prose.ts'
import { WishKey } from './requests.ts'

/** Whoever answers the telephone tells people of an outage, and so writes it down. */
const config = { access: 'staff', roles: ['operator', 'administrator'] } as const
const everyone = { access: 'staff', roles: ['operator', 'clerk', 'inspector', 'administrator'] } as const
const tags = ['staff'] as const
const params = z.object({ id: z.uuid() })

const Streets = z.array(StreetPart).check(z.minLength(1), z.maxLength(300))

/** An outage as staff write it down. */
export const OutageNotice = z
  .strictObject({
    kind: OutageKind,
    services: z.array(OutageService).check(
      z.minLength(1),
      z.maxLength(3),
      z.refine((services) => new Set(services).size === services.length),
    ),
    title: twoTexts(160),
    advice: twoProses(1500),
    water: twoProses(500),
    startsAt: Instant,
    /** Null: nobody knows yet. */
    expectedEndAt: z.nullable(Instant),
    streets: Streets,
  })
  .check(
    z.refine(
      ({ startsAt, expectedEndAt }) =>
        expectedEndAt === null || Date.parse(startsAt) < Date.parse(expectedEndAt),
      { path: ['expectedEndAt'] },
    ),
  )
export type OutageNotice = z.infer<typeof OutageNotice>

export const StaffOutage = z.object({
  ...Outage.shape,
  version: z.int(),
  cancelReason: z.nullable(z.string()),
  recordedAt: Instant,
  recordedBy: z.string(),
})
export type StaffOutage = z.infer<typeof StaffOutage>

/** Whom a list of streets reaches. */
export const OutageReach = z.object({
  houses: z.int(),
  accounts: z.int(),
  /** By the place in the list; where nobody lives the street may be misspelt. */
  parts: z.array(z.object({ houses: z.int(), accounts: z.int() })),
})
export type OutageReach = z.infer<typeof OutageReach>

export const listStaffOutages = {
  method: 'GET',
  url: '/staff/outages',
  config: everyone,
  schema: {
    summary: 'Outages now, to come, and of the last 90 days, cancelled ones too',
    tags,
    response: { 200: z.object({ outages: z.array(StaffOutage) }) },
  },
} as const satisfies Endpoint

export const showStaffOutage = {
  method: 'GET',
  url: '/staff/outages/:id',
  config: everyone,
  schema: { summary: 'An outage with its version', tags, params, response: { 200: StaffOutage } },
} as const satisfies Endpoint

export const previewOutage = {
  method: 'POST',
  url: '/staff/outages/preview',
  config,
  schema: {
    summary: 'How many houses and accounts a list of streets reaches; changes nothing',
    tags,
    body: z.strictObject({ streets: Streets }),
    response: { 200: OutageReach },
  },
} as const satisfies Endpoint

export const addOutage = {
  method: 'POST',
  url: '/staff/outages',
  config,
  schema: {
    summary: 'Publish an outage; sent again under its key it is the same one',
    tags,
    headers: WishKey,
    body: OutageNotice,
    response: { 201: StaffOutage },
  },
} as const satisfies Endpoint

export const changeOutage = {
  method: 'PUT',
  url: '/staff/outages/:id',
  config,
  schema: {
    summary: 'Change what is said of an outage that was not cancelled',
    tags,
    params,
    body: z.strictObject({ version: Version, notice: OutageNotice }),
    response: { 200: StaffOutage },
  },
} as const satisfies Endpoint

export const endOutage = {
  method: 'POST',
  url: '/staff/outages/:id/end',
  config,
  schema: {
    summary: 'Say when the water came back',
    tags,
    params,
    body: z.strictObject({ version: Version, endedAt: Instant }),
    response: { 200: StaffOutage },
  },
} as const satisfies Endpoint

export const cancelOutage = {
  method: 'POST',
  url: '/staff/outages/:id/cancel',
  config,
  schema: {
    summary: 'Call an outage off: it will not be, or was none',
    tags,
    params,
    body: z.strictObject({ version: Version, reason: Reason }),
    response: { 200: StaffOutage },
  },
} as const satisfies Endpoint
