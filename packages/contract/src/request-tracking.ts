import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'
import { HumanProof } from './human-check.ts'
import { requestKinds } from './request-kinds/index.ts'
import {
  AskerWish,
  Contact,
  RequestCode,
  RequestFiled,
  RequestNumber,
  RequestView,
  WishKey,
} from './requests.ts'

const tags = ['requests'] as const

const ByCode = { number: RequestNumber, code: RequestCode }

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
    body: z.strictObject({ ...ByCode, ...HumanProof.shape, wish: AskerWish }),
    response: { 200: RequestView },
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
