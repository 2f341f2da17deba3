import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { closeReferenceOf } from '../reference.service.ts'
import { draftPeriod } from './draft-period.service.ts'
import { finalisePeriod } from './finalise-period.service.ts'

type Worker = Pick<Deps, 'db' | 'log'> & { connectionString: string }
type Waiting = { period: string; by: string; finalAskedBy: string | null }

/** The worker's look: goes on with drafts that are not complete, and makes final what somebody has asked for. */
export async function closeMonths(worker: Worker): Promise<void> {
  const waiting = await worker.db.$queryRaw<Waiting[]>`
    SELECT to_char(period, 'YYYY-MM') AS period, drafted_by AS by, final_asked_by AS "finalAskedBy"
    FROM billing_periods WHERE state = 'drafting' OR (state = 'draft' AND final_asked_by IS NOT NULL)
    ORDER BY period`
  for (const { period, by, finalAskedBy } of waiting) {
    if (finalAskedBy === null) await draft(worker, period, by)
    else await finalise(worker, period, finalAskedBy)
  }
}

async function draft({ db, log, connectionString }: Worker, period: string, by: string): Promise<void> {
  try {
    await draftPeriod({ connectionString, period, by, ...(await closeReferenceOf(db)) })
    log.info({ period }, 'a month was drafted')
  } catch (error) {
    // Somebody types the command at this moment, or has just done.
    if (error instanceof AppError && ['billing_running', 'billing_drafted'].includes(error.code)) return
    if (!(error instanceof AppError)) throw error
    await noteFailure(db, period, error.code)
  }
}

async function finalise({ db, log, connectionString }: Worker, period: string, by: string): Promise<void> {
  try {
    await finalisePeriod(connectionString, { period, by })
    log.info({ period }, 'a month was made final')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await noteFailure(db, period, error.code)
  }
}

/** Whoever asked for it is told on the page; the other months go on. */
const noteFailure = (db: Worker['db'], period: string, code: string) => db.$executeRaw`
  UPDATE billing_periods SET final_asked_by = NULL, failure = ${code}
  WHERE period = ${`${period}-01`}::date AND state <> 'final'`
