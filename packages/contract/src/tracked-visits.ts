import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { HumanProof } from './human-check.ts'
import { RequestCode, RequestNumber, WishKey } from './requests.ts'
import { RequestVisits, VisitWish } from './visits.ts'

const tags = ['visits'] as const

/** In the body: neither number nor code is part of an address. */
const ByCode = { number: RequestNumber, code: RequestCode, ...HumanProof.shape }

export const trackVisits = {
  method: 'POST',
  url: '/request-status/visits',
  config: { access: 'public' },
  schema: {
    summary: 'The visits of a request by its number and code, and the windows that can be chosen',
    tags,
    body: z.strictObject(ByCode),
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const changeTrackedVisit = {
  method: 'POST',
  url: '/request-status/visits/events',
  config: { access: 'public' },
  schema: {
    summary: 'Choose, move or cancel a visit by number and code, or say that nobody came',
    tags,
    headers: WishKey,
    body: z.strictObject({ ...ByCode, wish: VisitWish }),
    response: { 200: RequestVisits },
  },
} as const satisfies Endpoint

export const downloadTrackedAct = {
  method: 'POST',
  url: '/request-status/visits/:visitId/act',
  config: { access: 'public' },
  schema: {
    summary: 'The act of a visit by number and code of its request, as PDF without names',
    tags,
    params: z.object({ visitId: z.uuid() }),
    body: z.strictObject(ByCode),
    produces: ['application/pdf'],
    response: { 200: z.unknown() },
  },
} as const satisfies Endpoint
