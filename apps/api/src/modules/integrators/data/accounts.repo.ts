import type { GrantedAccount } from '@rodnik/contract/integrators'
import type { Deps } from '../../../platform/deps.ts'

type Wish = {
  integratorId: string
  today: string
  number: string | null
  after: string | null
  limit: number
}

/** Granted accounts by number, those after a number only: the page is cut from the rights before anything is joined. */
export async function findGrantedAccounts(pool: Deps['pool'], wish: Wish): Promise<GrantedAccount[]> {
  const { rows } = await pool.query<GrantedAccount>({
    // Without a name it is planned for what is asked: one number is found by its index, all of them by their grants.
    text: `
      WITH page AS MATERIALIZED (
        SELECT DISTINCT account_number, account_id FROM integrator_rights
        WHERE integrator_id = $1::uuid AND ($3::char(10) IS NULL OR account_number = $3)
          AND ($4::char(10) IS NULL OR account_number > $4)
        ORDER BY account_number LIMIT $5
      )
      SELECT a.number, a.kind::text, p.street, p.house, p.flat, a.has_sewer AS "hasSewer",
        (SELECT count(*)::int FROM meters m WHERE m.account_id = a.id AND m.installed_on <= $2::date
          AND (m.removed_on IS NULL OR m.removed_on > $2::date)) AS meters
      FROM page JOIN accounts a ON a.id = page.account_id JOIN premises p ON p.id = a.premises_id
      ORDER BY a.number`,
    values: [wish.integratorId, wish.today, wish.number, wish.after, wish.limit],
  })
  return rows
}
