import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import type { Acquirers } from './acquirer.ts'
import type { Db } from './db.ts'
import type { Env } from './env.ts'
import type { EsiaGateway } from './esia.ts'
import type { FileStore } from './file-store.ts'
import type { Metrics } from './metrics.ts'

/** Everything a service may touch outside its arguments. */
export type Deps = {
  env: Pick<Env, 'PUBLIC_URL' | 'SESSION_SECRET'>
  db: Db
  /** For the few statements that run thousands of times a second. */
  pool: pg.Pool
  metrics: Metrics
  /** The way into Gosuslugi; absent while it is switched off. */
  esia?: EsiaGateway | undefined
  /** The ways to take money by card and СБП; none is current while payments are off. */
  acquirers: Acquirers
  /** Photos and documents that people send, or that we make. */
  files: FileStore
  log: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
}
