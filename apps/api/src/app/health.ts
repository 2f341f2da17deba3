import { readdirSync } from 'node:fs'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** From now on readiness says no, while requests are still served. */
    startDraining: () => void
  }
}

const MIGRATIONS = new URL('../../../../prisma/migrations/', import.meta.url)

/** The newest migration this code was written for; names sort by time. */
const newestMigration = readdirSync(MIGRATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted()
  .at(-1)

/** Liveness never touches the database; readiness asks whether this instance could record a reading now. */
export const health = fp(async (app) => {
  let isDraining = false
  app.decorate('startDraining', () => {
    isDraining = true
  })

  app.get('/health/live', async () => ({ status: 'ok' }))

  app.get('/health/ready', async (_request, reply) => {
    try {
      const { rows } = await app.deps.pool.query<{ canWrite: boolean; isMigrated: boolean }>({
        name: 'health-ready',
        text: `SELECT NOT pg_is_in_recovery() AS "canWrite", EXISTS (
          SELECT FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL) AS "isMigrated"`,
        values: [newestMigration],
      })
      const isReady = !isDraining && rows[0]?.canWrite === true && rows[0].isMigrated
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'not ready' })
    } catch {
      return reply.code(503).send({ status: 'not ready' })
    }
  })
})
