import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { type Actor, auditName } from './actor.ts'
import type { Deps } from './deps.ts'

/** Enough to see that somebody tries numbers, too few to fill the log with. */
const RECORDED_AN_HOUR = 30

const namesObject = ({ params }: FastifyRequest): boolean => Object.keys(params ?? {}).length > 0

/**
 * A signed-in person who asks for an object by its id and is told "not found" has followed an old link, or tries
 * what is not theirs: the log keeps who asked for what. Nothing of it shows in the answer.
 */
export const foreignObjects = fp(async (app) => {
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode !== 404 || !request.actor || !namesObject(request)) return
    await record(app.deps, request.actor, request).catch((error: unknown) =>
      request.log.error({ err: error }, 'a foreign object was not recorded'),
    )
  })
})

async function record({ db }: Pick<Deps, 'db'>, actor: Actor, request: FastifyRequest): Promise<void> {
  const by = auditName(actor)
  const { method, routeOptions, params } = request
  const asked = { asked: `${method} ${routeOptions.url}`, ...(params as Record<string, string>) }
  await db.$executeRaw`
    INSERT INTO audit_events (actor, action, details)
    SELECT ${by}, 'access.not_found', ${JSON.stringify(asked)}::jsonb
    WHERE (
      SELECT count(*) FROM audit_events
      WHERE actor = ${by} AND at > app_now() - interval '1 hour' AND action = 'access.not_found'
    ) < ${RECORDED_AN_HOUR}`
}
