import type { Deps } from '../../../platform/deps.ts'
import { patiently } from './patiently.repo.ts'

const NAME = 'account_debts'

/**
 * Counts anew what every account owes, when the ledger has grown since and the last count is ten minutes old. Only what
 * has changed is written. @returns whether it counted
 */
export async function countDebts({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  return patiently(db, async (tx) => {
    // Another worker that counts at this moment counts for this one too.
    const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtext(${NAME})) AS "isMine"`
    if (!lock?.isMine) return false
    const begun = await tx.$executeRaw`
      INSERT INTO city_counts AS c (name, counted_at, up_to)
      SELECT ${NAME}, app_now(), coalesce(max(id), 0) FROM ledger_transactions
      ON CONFLICT (name) DO UPDATE SET counted_at = excluded.counted_at, up_to = excluded.up_to
      WHERE c.up_to <> excluded.up_to AND c.counted_at < app_now() - interval '10 minutes'`
    if (begun === 0) return false
    await tx.$executeRaw`
      INSERT INTO account_debts AS d (account_id, kopecks)
      SELECT account_id, sum(amount_kopecks) FROM ledger_entries WHERE account_id IS NOT NULL GROUP BY account_id
      ON CONFLICT (account_id) DO UPDATE SET kopecks = excluded.kopecks WHERE d.kopecks <> excluded.kopecks`
    return true
  })
}
