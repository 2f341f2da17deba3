import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Desk } from './direct-desk.ts'
import { type Fields, faultOf } from './direct-request.ts'
import type { Mood } from './mischief.ts'
import { choicePage, failurePage } from './pages.ts'
import { personOf } from './persons.ts'

/** v2/ac and the choice of a person behind it. */
export function directPages(app: FastifyInstance, { clientOf, visits, codes, mood }: Desk) {
  app.get<{ Querystring: Fields }>('/aas/oauth2/v2/ac', async ({ query }, reply) => {
    const client = clientOf(query)
    if (!client) return showFailure(reply, 'ESIA-007005: unknown system')
    const fault = faultOf(client, query) ?? faultOfMood(mood)
    const visit = {
      clientId: client.clientId,
      redirectUri: query['redirect_uri'] ?? '',
      state: query['state'] ?? '',
    }
    // An address that is not registered is never gone to.
    if (!client.redirectUris.includes(visit.redirectUri)) return showFailure(reply, fault ?? '')
    const { redirectUri, state } = visit
    if (fault)
      return goBack(reply, redirectUri, { error: 'invalid_request', error_description: fault, state })
    const ticket = randomUUID()
    visits.set(ticket, visit)
    return reply.type('text/html').send(choicePage(`/aas/choice/${ticket}`))
  })

  app.post<{ Params: { ticket: string }; Body: Fields }>(
    '/aas/choice/:ticket',
    async ({ params, body }, reply) => {
      const visit = visits.get(params.ticket)
      visits.delete(params.ticket)
      if (!visit) return showFailure(reply, 'Эта страница уже использована.')
      const person = personOf(body['person'] ?? '')
      const { redirectUri, state } = visit
      const refusal = {
        error: 'access_denied',
        error_description: 'ESIA-007004: The owner has refused',
        state,
      }
      if (!person) return goBack(reply, redirectUri, refusal)
      const code = randomUUID()
      codes.set(code, { visit, person })
      return goBack(reply, redirectUri, { code, state })
    },
  )
}

function faultOfMood({ mischief }: Mood): string | undefined {
  if (mischief === 'unconfirmed_at_door') return 'ESIA-007055: The account is not confirmed'
  if (mischief === 'busy_at_door') return 'ESIA-007008: The service is busy'
  return undefined
}

const showFailure = (reply: FastifyReply, reason: string) =>
  reply.code(400).type('text/html').send(failurePage(reason))

const goBack = (reply: FastifyReply, redirectUri: string, parameters: Record<string, string>) =>
  reply.redirect(`${redirectUri}?${new URLSearchParams(parameters)}`, 303)
