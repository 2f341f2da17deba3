import { type KeyObject, randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { EsiaAnswer, EsiaMemory } from '../../platform/esia.ts'
import { type Ask, askFor } from './ask.ts'
import { loadPerson } from './direct-person.ts'
import { AUTHORIZE_PATH, authorizeParameters, TOKEN_PATH, tokenParameters } from './direct-request.ts'
import { verifyToken } from './direct-token.ts'
import type { EsiaDriver } from './driver.ts'
import { EsiaRefusal, oauthRefusal } from './refusal.ts'
import type { EsiaSigner } from './signer.ts'

export type DirectSettings = {
  /** https://esia.gosuslugi.ru, or that of the test bench; without a slash at the end. */
  host: string
  issuer: string
  /** The mnemonic of the information system. */
  clientId: string
  redirectUri: string
  signer: EsiaSigner
  keys: KeyObject[]
}

const Tokens = z.object({
  access_token: z.string().min(1).max(20_000),
  id_token: z.string().min(1).max(20_000),
  state: z.string().max(200),
})

const TokenError = z.object({
  error: z.string().max(200),
  error_description: z.string().max(2000).optional(),
})

/** ESIA's own protocol, for utilities that were attached to it before 2025; the others use a gateway's OIDC. */
export function createDirectDriver(settings: DirectSettings): EsiaDriver {
  return {
    async begin() {
      const state = randomUUID()
      const query = await authorizeParameters(settings, state)
      return { redirectTo: `${settings.host}${AUTHORIZE_PATH}?${query}`, memory: { state } }
    },

    async finish(ask, answer, memory) {
      const tokens = await exchange(settings, ask, codeOf(answer, memory))
      const expected = { issuer: settings.issuer, audience: settings.clientId }
      const { oid, isConfirmed } = await verifyToken(tokens.id_token, settings.keys, expected)
      const found = await loadPerson(ask, settings.host, { oid, accessToken: tokens.access_token })
      const { isTrusted, ...person } = found
      return { issuer: settings.issuer, subject: oid, ...person, isConfirmed: isConfirmed && isTrusted }
    },
  }
}

function codeOf(answer: EsiaAnswer, memory: EsiaMemory): string {
  if (answer.state !== memory.state) throw new EsiaRefusal('esia_failed', 'a foreign state')
  if (answer.error) throw oauthRefusal(answer.error, answer.error_description)
  if (answer.code) return answer.code
  throw new EsiaRefusal('esia_failed', 'neither a code nor an error')
}

async function exchange(settings: DirectSettings, ask: Ask, code: string) {
  const state = randomUUID()
  const body = await tokenParameters(settings, state, code)
  const request = { method: 'POST', body, headers: { accept: 'application/json' } }
  const tokens = await askFor(askForTokens(ask), Tokens, `${settings.host}${TOKEN_PATH}`, request)
  if (tokens.state !== state) throw new EsiaRefusal('esia_failed', 'another state echoed')
  return tokens
}

/** A refused exchange names its reason, as the page does. */
const askForTokens =
  (ask: Ask): Ask =>
  async (...request) => {
    const response = await ask(...request)
    if (response.ok) return response
    const { data } = TokenError.safeParse(await response.json().catch(() => undefined))
    throw oauthRefusal(data?.error ?? '', data?.error_description)
  }
