import type { GrantedAccount } from '@rodnik/contract/integrators'
import type { Deps } from '../../../platform/deps.ts'

type Wish = {
  integratorId: string
  today: string
  number: string | null
  after: string | null
  limit: number
}

/** Granted accounts by number, those after a number only. The right is asked for in the same statement. */
export async function findGrantedAccounts(pool: Deps['pool'], wish: Wish): Promise<GrantedAccount[]> {
  const { rows } = await pool.query<GrantedAccount>({
    name: 'granted-accounts',
    text: `
      SELECT a.number, a.kind::text, p.street, p.house, p.flat, a.has_sewer AS "hasSewer",
        (SELECT count(*)::int FROM meters m WHERE m.account_id = a.id AND m.installed_on <= $2::date
          AND (m.removed_on IS NULL OR m.removed_on > $2::date)) AS meters
      FROM accounts a JOIN premises p ON p.id = a.premises_id
      WHERE a.id IN (SELECT r.account_id FROM integrator_rights r WHERE r.integrator_id = $1::uuid)
        AND ($3::char(10) IS NULL OR a.number = $3)
        AND ($4::char(10) IS NULL OR a.number > $4)
      ORDER BY a.number LIMIT $5`,
    values: [wish.integratorId, wish.today, wish.number, wish.after, wish.limit],
  })
  return rows
}
