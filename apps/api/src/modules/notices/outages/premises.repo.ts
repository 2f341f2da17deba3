import type { Tx } from '../../../platform/db.ts'
import { withStreets } from '../../../platform/streets.sql.ts'

export type PremisesAddress = { street: string; house: string }

/** Undefined: this person has no right to the account now. */
export async function addressOfPerson(
  tx: Tx,
  { userId, accountId }: { userId: string; accountId: string },
): Promise<PremisesAddress | undefined> {
  const [row] = await tx.$queryRaw<PremisesAddress[]>`
    SELECT p.street, p.house
    FROM account_rights r JOIN accounts a ON a.id = r.account_id JOIN premises p ON p.id = a.premises_id
    WHERE r.user_id = ${userId}::uuid AND r.account_id = ${accountId}::uuid LIMIT 1`
  return row
}

/** The registered address, for our own comparing. Undefined: the session is over. */
export async function addressOfGuest(tx: Tx, sessionId: string): Promise<PremisesAddress | undefined> {
  const [row] = await tx.$queryRaw<PremisesAddress[]>`
    SELECT p.street, p.house
    FROM live_guest_sessions s JOIN accounts a ON a.id = s.account_id JOIN premises p ON p.id = a.premises_id
    WHERE s.id = ${sessionId}::uuid`
  return row
}

export const findStreetsWithPeople = (tx: Tx) => tx.$queryRaw<{ street: string }[]>`
  ${withStreets} SELECT street FROM streets`

export type HouseCount = PremisesAddress & { accounts: number }

/** How many open accounts each house of these streets has. */
export const countAccountsByHouse = (tx: Tx, streets: readonly string[]) => tx.$queryRaw<HouseCount[]>`
  SELECT p.street, min(p.house) AS house, count(a.id)::int AS accounts
  FROM premises p JOIN accounts a ON a.premises_id = p.id AND a.closed_on IS NULL
  WHERE p.street = ANY (${[...streets]}::text[])
  GROUP BY p.street, p.house_key`
