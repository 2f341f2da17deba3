import type { FastifyInstance } from 'fastify'
import type { Provider } from 'oidc-provider'
import { choicePage, failurePage } from './pages.ts'
import { personOf } from './persons.ts'

type Choice = { Params: { uid: string }; Body: { person?: string } }

/** The page of the choice, and oidc-provider behind every other address. */
export async function oidcRoutes(app: FastifyInstance, { provider }: { provider: Provider }) {
  app.get<Choice>('/interaction/:uid', async ({ params }, reply) =>
    reply.type('text/html').send(choicePage(`/interaction/${params.uid}`)),
  )

  app.post<Choice>('/interaction/:uid', async ({ raw, body }, reply) => {
    const person = personOf(body.person ?? '')
    const result = person
      ? { login: { accountId: String(person.oid), remember: false } }
      : { error: 'access_denied', error_description: 'The person has refused' }
    try {
      const resumeAt = await provider.interactionResult(raw, reply.raw, result)
      return await reply.redirect(resumeAt, 303)
    } catch {
      return reply.code(400).type('text/html').send(failurePage('Вход был начат слишком давно.'))
    }
  })

  await app.register(async (rest) => {
    // oidc-provider reads bodies itself.
    rest.removeAllContentTypeParsers()
    rest.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const handle = provider.callback()
    rest.all('/*', async ({ raw }, reply) => {
      reply.hijack()
      await handle(raw, reply.raw)
    })
  })
}
