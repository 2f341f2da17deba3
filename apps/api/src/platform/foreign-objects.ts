import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { auditName } from './actor.ts'
import type { Deps } from './deps.ts'
import { integratorName } from './integrators/integrator.ts'

/** Enough to see that somebody tries numbers, too few to fill the log with. */
const RECORDED_AN_HOUR = 30

const namesObject = ({ params }: FastifyRequest): boolean => Object.keys(params ?? {}).length > 0

/** Whoever has shown who they are. */
function callerOf({ actor, integrator }: FastifyRequest): string | null {
  if (actor) return auditName(actor)
  return integrator && integratorName(integrator)
}

/**
 * A signed-in person or a program that asks for an object by its id and is told "not found" has followed an old link, or tries
 * what is not theirs: the log keeps who asked for what. Nothing of it shows in the answer.
 */
export const foreignObjects = fp(async (app) => {
  app.addHook('onResponse', async (request, reply) => {
    const caller = callerOf(request)
    if (reply.statusCode !== 404 || caller === null || !namesObject(request)) return
    const { method, routeOptions, params } = request
    const asked = { asked: `${method} ${routeOptions.url}`, ...(params as Record<string, string>) }
    await recordForeign(app.deps, caller, asked).catch((error: unknown) =>
      request.log.error({ err: error }, 'a foreign object was not recorded'),
    )
  })
})

/** @param asked what was asked for: the route, and the ids in it */
export async function recordForeign(
  { db }: Pick<Deps, 'db'>,
  by: string,
  asked: Record<string, string>,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO audit_events (actor, action, details)
    SELECT ${by}, 'access.not_found', ${JSON.stringify(asked)}::jsonb
    WHERE (
      SELECT count(*) FROM audit_events
      WHERE actor = ${by} AND at > app_now() - interval '1 hour' AND action = 'access.not_found'
    ) < ${RECORDED_AN_HOUR}`
}
