import type { FastifyInstance } from 'fastify'
import type { Mischief, Mood } from './mischief.ts'

/** What the portal asks by itself; the pages that people see always work. */
const ASKED_BY_THE_PORTAL = /^\/(token|jwks|me|\.well-known|aas\/oauth2\/v3\/te|rs)\b/

type Answer = { status: number; type: string; body: string }
const answers: Partial<Record<Mischief, Answer>> = {
  unavailable: { status: 503, type: 'text/html', body: '<h1>Технические работы</h1>' },
  not_json: { status: 200, type: 'application/json', body: '<html>Добро пожаловать</html>' },
  endless: { status: 200, type: 'application/json', body: `"${'x'.repeat(1_000_000)}"` },
}

/** Makes the stand-in fail as a whole: broken, silent, or talking nonsense. */
export function misbehaviour(app: FastifyInstance, mood: Mood) {
  app.addHook('onRequest', (request, reply, done) => {
    if (!ASKED_BY_THE_PORTAL.test(request.url)) return done()
    // Never answered: the connection ends with the stand-in, or when the portal has waited enough.
    if (mood.mischief === 'slow') return
    const answer = mood.mischief && answers[mood.mischief]
    if (answer) reply.code(answer.status).type(answer.type).send(answer.body)
    else done()
  })
}
