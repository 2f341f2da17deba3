import * as z from 'zod/mini'
import type { Endpoint } from './endpoint.ts'

const parameter = (maxLength: number) => z.optional(z.string().check(z.maxLength(maxLength)))

/** RFC 6749, 4.4.2. What is not known is ignored, as 3.2 says; what is said twice is refused before this is read. */
export const TokenRequest = z.object({
  grant_type: z.string().check(z.maxLength(100)),
  scope: parameter(500),
  client_id: parameter(100),
  client_secret: parameter(200),
})
export type TokenRequest = z.infer<typeof TokenRequest>

/** RFC 6749, 5.1. There is no refresh token: whoever has the secret asks again. */
export const TokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
  scope: z.string(),
})
export type TokenAnswer = z.infer<typeof TokenAnswer>

/** RFC 6749, 5.2, and `temporarily_unavailable` for whoever has asked too often or met an outage. */
export type TokenError =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable'
  | 'server_error'

export const issueToken = {
  method: 'POST',
  url: '/oauth/token',
  config: { access: 'public' },
  schema: {
    summary: 'An access token of an integrator for its secret (OAuth 2.0 client credentials)',
    tags: ['integrators'],
    consumes: ['application/x-www-form-urlencoded'],
    /** A secret in an address ends up in logs: there is nothing to say there. */
    querystring: z.strictObject({}),
    body: TokenRequest,
    response: { 200: TokenAnswer },
  },
} as const satisfies Endpoint
