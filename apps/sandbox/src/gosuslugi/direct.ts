import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type DirectClient, type Fields, faultOf } from './direct-request.ts'
import type { Mood } from './mischief.ts'
import { choicePage, failurePage } from './pages.ts'
import { personOf, type StandInPerson } from './persons.ts'
import type { SigningKeys } from './signing-keys.ts'

/** ESIA's issuer is http and ends with a slash, although everything is served by https. */
const ISSUER = 'http://esia.gosuslugi.ru/'
const TOKEN_LIFE_S = 3600

type Visit = { clientId: string; redirectUri: string; state: string }
type Setting = { clients: DirectClient[]; keys: SigningKeys; mood: Mood }

/** ESIA's direct protocol: v2/ac, v3/te and the REST of persons. */
export async function directRoutes(app: FastifyInstance, { clients, keys, mood }: Setting) {
  const visits = new Map<string, Visit>()
  const codes = new Map<string, { visit: Visit; person: StandInPerson }>()
  const accessTokens = new Map<string, number>()
  const clientOf = (fields: Fields) => clients.find(({ clientId }) => clientId === fields['client_id'])

  app.get<{ Querystring: Fields }>('/aas/oauth2/v2/ac', async ({ query }, reply) => {
    const client = clientOf(query)
    if (!client) return reply.code(400).type('text/html').send(failurePage('ESIA-007005: unknown system'))
    const fault = faultOf(client, query) ?? faultOfMood(mood)
    const [clientId, redirectUri, state] = [
      client.clientId,
      query['redirect_uri'] ?? '',
      query['state'] ?? '',
    ]
    if (fault?.startsWith('ESIA-007023')) return reply.code(400).type('text/html').send(failurePage(fault))
    if (fault)
      return goBack(reply, redirectUri, { error: 'invalid_request', error_description: fault, state })
    const ticket = randomUUID()
    visits.set(ticket, { clientId, redirectUri, state })
    return reply.type('text/html').send(choicePage(`/aas/choice/${ticket}`))
  })

  app.post<{ Params: { ticket: string }; Body: Fields }>(
    '/aas/choice/:ticket',
    async ({ params, body }, reply) => {
      const visit = visits.get(params.ticket)
      visits.delete(params.ticket)
      if (!visit) return reply.code(400).type('text/html').send(failurePage('Эта страница уже использована.'))
      const person = personOf(body['person'] ?? '')
      const state = mood.mischief === 'foreign_state' ? randomUUID() : visit.state
      const refusal = {
        error: 'access_denied',
        error_description: 'ESIA-007004: The owner has refused',
        state,
      }
      if (!person) return goBack(reply, visit.redirectUri, refusal)
      const code = randomUUID()
      codes.set(code, { visit, person })
      return goBack(reply, visit.redirectUri, { code, state: visit.state })
    },
  )

  app.post<{ Body: Fields }>('/aas/oauth2/v3/te', async ({ body }, reply) => {
    const state = body['state'] ?? ''
    const refuse = (fault: string) =>
      reply.code(400).send({ error: 'invalid_request', error_description: fault, state })
    const client = clientOf(body)
    if (!client) return refuse('ESIA-007005: unknown system')
    const fault = faultOf(client, body)
    if (fault) return refuse(fault)
    const found = codes.get(body['code'] ?? '')
    codes.delete(body['code'] ?? '')
    if (found?.visit.clientId !== client.clientId) return refuse('ESIA-007011: The code is not valid')
    const accessToken = randomUUID()
    accessTokens.set(accessToken, found.person.oid)
    return {
      access_token: accessToken,
      id_token: await keys.sign(claimsOf(found.person, client.clientId), mood.mischief),
      state: mood.mischief === 'foreign_state' ? randomUUID() : state,
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE_S,
    }
  })

  const holderOf = (authorization = '', oid = '') =>
    String(accessTokens.get(authorization.replace('Bearer ', ''))) === oid ? personOf(oid) : undefined

  app.get<{ Params: { oid: string } }>('/rs/prns/:oid', async ({ headers, params }, reply) => {
    const person = holderOf(headers.authorization, params.oid)
    if (!person) return reply.code(401).send({ code: 'ESIA-005011', message: 'no rights' })
    return personJson(person, mood)
  })

  app.get<{ Params: { oid: string } }>('/rs/prns/:oid/ctts', async ({ headers, params }, reply) => {
    const person = holderOf(headers.authorization, params.oid)
    if (!person) return reply.code(401).send({ code: 'ESIA-005011', message: 'no rights' })
    return { stateFacts: ['hasSize'], elements: contactsOf(person) }
  })
}

function faultOfMood({ mischief }: Mood): string | undefined {
  if (mischief === 'unconfirmed_at_door') return 'ESIA-007055: The account is not confirmed'
  if (mischief === 'busy_at_door') return 'ESIA-007008: The service is busy'
  return undefined
}

function goBack(reply: FastifyReply, redirectUri: string, parameters: Record<string, string>) {
  return reply.redirect(`${redirectUri}?${new URLSearchParams(parameters)}`, 303)
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

function personJson({ lastName, firstName, middleName, isConfirmed }: StandInPerson, { mischief }: Mood) {
  const name = { firstName, ...(middleName && { middleName }), trusted: isConfirmed }
  return mischief === 'without_name' ? name : { lastName, ...name }
}

function contactsOf({ email, phone }: StandInPerson) {
  const contact = (type: string, known: { value: string; isVerified: boolean } | undefined) =>
    known ? [{ type, value: known.value, vrfStu: known.isVerified ? 'VERIFIED' : 'NOT_VERIFIED' }] : []
  return [...contact('EML', email), ...contact('MBT', phone)]
}
