import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { TwoLanguages } from './offices.ts'
import { Instant, text } from './primitives.ts'

/** What is cut off: the services of bills, and the hot water that others heat. */
export const OutageService = z.enum(['cold_water', 'hot_water', 'wastewater'])
export type OutageService = z.infer<typeof OutageService>

export const OutageKind = z.enum(['planned', 'emergency'])
export type OutageKind = z.infer<typeof OutageKind>

/** It follows from the moments of an outage, see `outageState` of the domain. */
export const OutageState = z.enum(['planned', 'under_way', 'over', 'cancelled'])
export type OutageState = z.infer<typeof OutageState>

const HouseNumber = z.int().check(z.minimum(1), z.maximum(9999))
/** A house on a street, as people write it: 12а, 14 корп. 2. */
const House = text(20).check(z.regex(/\d/), z.regex(/^[^,;:]*$/))

/** A street, some houses of it by name, or the houses of one side from here to there. */
export const StreetPart = z
  .strictObject({
    street: text(120).check(z.regex(/^[^:;]*$/)),
    /** None: all of the street within the limits. */
    houses: z.array(House).check(z.maxLength(200)),
    houseFrom: z.nullable(HouseNumber),
    houseTo: z.nullable(HouseNumber),
    side: z.nullable(z.enum(['odd', 'even'])),
  })
  .check(
    z.refine(
      ({ houses, houseFrom, houseTo, side }) =>
        houses.length === 0 || (houseFrom === null && houseTo === null && side === null),
      { path: ['houses'] },
    ),
    z.refine(({ houseFrom, houseTo }) => houseFrom === null || houseTo === null || houseFrom <= houseTo, {
      path: ['houseTo'],
    }),
  )
export type StreetPart = z.infer<typeof StreetPart>

/** What a guest may be told of an outage at the address: nothing that names the street. */
export const OutageBrief = z.object({
  kind: OutageKind,
  services: z.array(OutageService),
  state: OutageState,
  /** The expected end has passed and nobody has said that it is over. */
  isLate: z.boolean(),
  startsAt: Instant,
  expectedEndAt: z.nullable(Instant),
})
export type OutageBrief = z.infer<typeof OutageBrief>

export const Outage = z.object({
  id: z.uuid(),
  ...OutageBrief.shape,
  title: TwoLanguages,
  /** What to do meanwhile; may be empty. */
  advice: TwoLanguages,
  /** Where water is brought to; may be empty. */
  water: TwoLanguages,
  streets: z.array(StreetPart),
  /** When it really ended. */
  endedAt: z.nullable(Instant),
})
export type Outage = z.infer<typeof Outage>

const tags = ['notices'] as const

export const listOutages = {
  method: 'GET',
  url: '/public/outages',
  config: { access: 'public' },
  schema: {
    summary: 'Outages now and to come, then those of the last 30 days; of an address, a street, or the city',
    tags,
    /** As people write them; a house without its street finds nothing. */
    querystring: z.strictObject({ street: z.optional(text(120)), house: z.optional(text(40)) }),
    response: { 200: z.object({ outages: z.array(Outage) }) },
  },
} as const satisfies Endpoint

export const listMyOutages = {
  method: 'GET',
  url: '/my/accounts/:accountId/outages',
  config: { access: 'person' },
  schema: {
    summary: 'Outages now and to come at the address of an account',
    tags,
    params: z.object({ accountId: z.uuid() }),
    response: { 200: z.object({ outages: z.array(Outage) }) },
  },
} as const satisfies Endpoint

export const listGuestOutages = {
  method: 'GET',
  url: '/cabinet/outages',
  config: { access: 'guest' },
  schema: {
    summary: 'That there is an outage at the address of the entry, without what names the street',
    tags,
    response: { 200: z.object({ outages: z.array(OutageBrief) }) },
  },
} as const satisfies Endpoint
