import type { FastifyInstance } from 'fastify'
import type { Mood } from './mischief.ts'

/** What the portal asks by itself; the pages that people see always work. */
const ASKED_BY_THE_PORTAL = /^\/(token|jwks|me|\.well-known|aas\/oauth2\/v3\/te|rs)\b/

/** Makes the stand-in fail as a whole: broken, silent, or talking nonsense. Forms are read for all own pages. */
export function misbehaviour(app: FastifyInstance, mood: Mood) {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.addHook('onRequest', async (request, reply) => {
    if (!ASKED_BY_THE_PORTAL.test(request.url)) return
    switch (mood.mischief) {
      case 'unavailable':
        return reply.code(503).type('text/html').send('<h1>Технические работы</h1>')
      case 'not_json':
        return reply.type('application/json').send('<html>Добро пожаловать</html>')
      case 'endless':
        return reply.type('application/json').send(`"${'x'.repeat(1_000_000)}"`)
      case 'slow':
        // Never answered: the connection ends with the stand-in, or when the portal has waited enough.
        reply.hijack()
    }
  })
}
