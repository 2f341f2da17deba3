import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { patiently } from './patiently.repo.ts'

type Count = {
  /** Of the table too. */
  name: string
  /** Grows when there is something new to count. */
  upTo: Prisma.Sql
  /** Counted anew no sooner than after so many minutes. */
  minutes: number
  write: Prisma.Sql
}

/** What every account owes. */
const DEBTS: Count = {
  name: 'account_debts',
  upTo: Prisma.sql`(SELECT coalesce(max(id), 0) FROM ledger_transactions)`,
  minutes: 10,
  write: Prisma.sql`
    INSERT INTO account_debts AS d (account_id, kopecks)
    SELECT account_id, sum(amount_kopecks) FROM ledger_entries WHERE account_id IS NOT NULL GROUP BY account_id
    ON CONFLICT (account_id) DO UPDATE SET kopecks = excluded.kopecks WHERE d.kopecks <> excluded.kopecks`,
}

/** The last month that every meter in place has a reading of; a meter without any is silent since ever. */
const LAST_PERIODS: Count = {
  name: 'meter_last_periods',
  upTo: Prisma.sql`extract(epoch FROM app_now())::bigint`,
  minutes: 60,
  write: Prisma.sql`
    INSERT INTO meter_last_periods AS l (meter_id, period)
    SELECT m.id, coalesce(
      (SELECT max(r.period) FROM readings r WHERE r.meter_id = m.id AND r.state = 'accepted'), '-infinity')
    FROM meters m WHERE m.removed_on IS NULL
    ON CONFLICT (meter_id) DO UPDATE SET period = excluded.period WHERE l.period <> excluded.period`,
}

async function isDue(tx: Tx, { name, upTo, minutes }: Count): Promise<boolean> {
  // Another worker that counts at this moment counts for this one too.
  const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext(${name})) AS "isMine"`
  if (!lock?.isMine) return false
  const begun = await tx.$executeRaw`
    INSERT INTO city_counts AS c (name, counted_at, up_to) SELECT ${name}, app_now(), ${upTo}
    ON CONFLICT (name) DO UPDATE SET counted_at = excluded.counted_at, up_to = excluded.up_to
    WHERE c.up_to <> excluded.up_to AND c.counted_at < app_now() - make_interval(mins => ${minutes}::int)`
  return begun > 0
}

/** @returns whether it was due and counted; only what has changed is written */
const count = ({ db }: Pick<Deps, 'db'>, what: Count): Promise<boolean> =>
  patiently(db, async (tx) => {
    if (!(await isDue(tx, what))) return false
    await tx.$executeRaw`${what.write}`
    // The planner has to know at once how few are silent, and how few owe much.
    await tx.$executeRaw`ANALYZE ${Prisma.raw(what.name)}`
    return true
  })

export const countDebts = (deps: Pick<Deps, 'db'>): Promise<boolean> => count(deps, DEBTS)
export const countLastPeriods = (deps: Pick<Deps, 'db'>): Promise<boolean> => count(deps, LAST_PERIODS)
