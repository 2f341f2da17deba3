import { PgBoss } from 'pg-boss'
import type { Deps } from './deps.ts'

/** The queues of the worker process. A job only says that there is something to do; what, is in our own tables. */
const QUEUES = [
  'letters',
  'exports',
  'billing',
  'payments',
  'reconciliation',
  'registries',
  'registers',
  'imports',
  'files',
  'appointments',
  'visits',
] as const
export type Queue = (typeof QUEUES)[number]

const HOUR_SECONDS = 3600

/** Jobs are gone an hour after they were done: they tell nothing that our tables do not. */
const QUEUE_OPTIONS = { retryLimit: 0, deleteAfterSeconds: HOUR_SECONDS }

/** Creates pg-boss's tables and our queues in a migrated database, or brings them up to date. */
export async function installJobs(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 1, supervise: false, schedule: false })
  const failures: unknown[] = []
  boss.on('error', (error) => failures.push(error))
  await boss.start()
  try {
    for (const queue of QUEUES) await boss.createQueue(queue, QUEUE_OPTIONS)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (failures.length > 0) throw failures[0]
}

export type Jobs = {
  /** Does the work now, whenever a job asks for it, and once a minute anyway; never twice at once in this process. */
  work: (queue: Queue, work: () => Promise<void>) => Promise<void>
  /** Waits for work in progress, for at most the time given. */
  stop: (patienceMs: number) => Promise<void>
}

/** @throws when the database lacks pg-boss's tables: `pnpm db:migrate` makes them */
export async function startJobs(connectionString: string, log: Deps['log']): Promise<Jobs> {
  const boss = new PgBoss({ connectionString, max: 3, migrate: false, application_name: 'rodnik-worker' })
  boss.on('error', (error) => log.warn({ err: error }, 'the queue stumbled'))
  await boss.start()
  return {
    work: async (queue, work) => {
      // Many jobs may ask for the same look: all that wait are answered by one.
      await boss.work(queue, { batchSize: 100, pollingIntervalSeconds: 1 }, work)
      await boss.schedule(queue, '* * * * *')
      await boss.send(queue)
    },
    stop: (patienceMs) => boss.stop({ graceful: true, timeout: patienceMs }),
  }
}
