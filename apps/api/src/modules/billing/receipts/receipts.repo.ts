import type { Deps } from '../../../platform/deps.ts'
import type { Reader } from '../bills/bills.repo.ts'
import { PAYER_OF_PERSON } from './receipts.sql.ts'

/** Whom the receipt names, and by which norms the housing is counted. */
export type Payer = { name: string; housingGroup: string }

/** Undefined: this person has no right to the account. */
export async function findPayer(
  pool: Deps['pool'],
  { userId, accountId }: Reader,
): Promise<Payer | undefined> {
  return (await pool.query<Payer>({ ...PAYER_OF_PERSON, values: [userId, accountId] })).rows[0]
}
