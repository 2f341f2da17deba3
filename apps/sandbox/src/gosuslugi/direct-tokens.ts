import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Desk } from './direct-desk.ts'
import { type Fields, faultOf } from './direct-request.ts'
import type { StandInPerson } from './persons.ts'

/** ESIA's issuer is http and ends with a slash, although everything is served by https. */
const ISSUER = 'http://esia.gosuslugi.ru/'
const TOKEN_LIFE_S = 3600

/** v3/te: a code against tokens, once. */
export function directTokens(app: FastifyInstance, desk: Desk) {
  app.post<{ Body: Fields }>('/aas/oauth2/v3/te', async ({ body }, reply) => {
    const state = body['state'] ?? ''
    const found = takeCode(desk, body)
    if (typeof found === 'string') {
      return reply.code(400).send({ error: 'invalid_request', error_description: found, state })
    }
    const accessToken = randomUUID()
    desk.oidOfToken.set(accessToken, found.person.oid)
    return {
      access_token: accessToken,
      id_token: await desk.keys.sign(claimsOf(found.person, found.visit.clientId), desk.mood.mischief),
      state: desk.mood.mischief === 'foreign_state' ? randomUUID() : state,
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE_S,
    }
  })
}

/** @returns what the code stands for, or the description of ESIA's error */
function takeCode({ clientOf, codes }: Desk, body: Fields) {
  const client = clientOf(body)
  if (!client) return 'ESIA-007005: unknown system'
  const fault = faultOf(client, body)
  if (fault) return fault
  const code = body['code'] ?? ''
  const found = codes.get(code)
  codes.delete(code)
  return found?.visit.clientId === client.clientId ? found : 'ESIA-007011: The code is not valid'
}

function claimsOf(person: StandInPerson, clientId: string) {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: ISSUER,
    aud: clientId,
    // A JSON number, against the standard; jose's type knows only the standard's string.
    sub: person.oid as unknown as string,
    iat: now,
    nbf: now,
    auth_time: now,
    exp: now + TOKEN_LIFE_S,
    amr: ['PWD'],
    'urn:esia:sbj': {
      'urn:esia:sbj:oid': person.oid,
      'urn:esia:sbj:typ': 'P',
      'urn:esia:sbj:nam': `OID.${person.oid}`,
      ...(person.isConfirmed && { 'urn:esia:sbj:is_tru': true }),
    },
  }
}
