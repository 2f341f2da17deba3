import type { MyAccount } from '@rodnik/contract/my-accounts'
import type { Deps } from '../../platform/deps.ts'
import type { BusinessDay } from '../info/index.ts'

/** An organisation's accounts come in its own table one day; until then so many fit a page. */
const MAX_LISTED = 1000

/** Someone who has been made an owner of what they helped with, or works there too, has the greater right. */
const ACCOUNTS = {
  name: 'my-accounts',
  text: `
    SELECT DISTINCT ON (p.street, p.house_key, p.flat_key, a.number)
      a.id, a.number, p.street, p.house, p.flat, coalesce(l.label, '') AS label,
      r.role, r.can_submit AS "canSubmit", r.can_pay AS "canPay",
      ((l.ends_at AT TIME ZONE $3) - interval '1 second')::date::text AS until,
      a.is_accountless_allowed AS "isAccountlessAllowed",
      (SELECT count(*)::int FROM meters m
       WHERE m.account_id = a.id AND m.installed_on <= $4::date AND (m.removed_on IS NULL OR m.removed_on > $4::date)
         AND NOT EXISTS (
           SELECT FROM readings x WHERE x.meter_id = m.id AND x.period = date_trunc('month', $4::date)::date
         )) AS "metersToRead"
    FROM account_rights r
    JOIN accounts a ON a.id = r.account_id
    JOIN premises p ON p.id = a.premises_id
    LEFT JOIN account_links l ON l.id = r.link_id
    WHERE r.user_id = $1::uuid AND ($2::uuid IS NULL OR r.account_id = $2::uuid)
    ORDER BY p.street, p.house_key, p.flat_key, a.number, r.can_submit DESC LIMIT ${MAX_LISTED}`,
}

type Who = { userId: string; accountId?: string }

/** The accounts a person has a right to now; with `accountId`, that one alone, if it is among them. */
export async function findMyAccounts(
  { pool }: Pick<Deps, 'pool'>,
  { userId, accountId }: Who,
  { timeZone, today }: BusinessDay,
): Promise<MyAccount[]> {
  const { rows } = await pool.query<MyAccount>({
    ...ACCOUNTS,
    values: [userId, accountId ?? null, timeZone, today],
  })
  return rows
}
