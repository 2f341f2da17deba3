import type { Client } from 'pg'
import type { Deps } from '../../../platform/deps.ts'
import { inTransaction } from '../../../platform/in-transaction.ts'
import { onOwnConnection } from '../../../platform/own-connection.ts'
import { ImportRuns } from '../load-rows.ts'
import { judgeRun } from './judge-run.service.ts'
import { GivenUp, markFailed } from './outcome.repo.ts'
import { startPulse } from './pulse.ts'
import { sweepImports } from './sweep.repo.ts'
import { giveBack, MAX_TRIES, type Task, takeTask } from './tasks.repo.ts'

type Worker = Pick<Deps, 'pool' | 'log'> & { connectionString: string }

/** The worker's look: runs that were sent or decided about, those that somebody died at, and what is outlived. */
export async function workImports(worker: Worker): Promise<void> {
  const { pool, connectionString } = worker
  await sweepImports(pool)
  for (let task = await takeTask(pool); task; task = await takeTask(pool)) {
    const taken = task
    const isFree = await onOwnConnection({ connectionString, name: 'rodnik-imports' }, (client) =>
      workOn(worker, client, taken),
    )
    // Imports are loaded one at a time, by whichever way they come: this run waits for the next look.
    if (!isFree) return
  }
}

/** @returns false when another import is at it */
async function workOn({ pool, log }: Worker, client: Client, task: Task): Promise<boolean> {
  const pulse = startPulse(pool, task)
  try {
    await judgeRun({ client, pool, task, pulse })
  } catch (error) {
    if (error instanceof ImportRuns) {
      await giveBack(pool, task)
      return false
    }
    if (error instanceof GivenUp) return true
    log.error({ runId: task.id, tries: task.tries, ...faultOf(error) }, 'an import was not worked out')
    if (task.tries >= MAX_TRIES) await inTransaction(client, () => markFailed(client, task))
  } finally {
    pulse.stop()
  }
  return true
}

/** Without what the database quotes: rows of a file are people's. */
function faultOf(error: unknown) {
  if (!(error instanceof Error)) return { fault: typeof error }
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { fault: error.name, code, constraint, table, frames: frames.slice(0, 8) }
}
