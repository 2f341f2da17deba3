import type { Tx } from '../../../platform/db.ts'

export type FormAccount = {
  accountId: string
  number: string
  address: { street: string; house: string; flat: string }
  /** Empty where the reader may not know it, or nobody does. */
  holder: string
  phone: string
}

/**
 * The facts of an account for whoever has a right to it. A helper was given the account, not the name of its holder,
 * and does not sign for them. Undefined: this person has no right to it now.
 */
export async function findAccountOfPerson(
  tx: Tx,
  { userId, accountId }: { userId: string; accountId: string },
): Promise<FormAccount | undefined> {
  const [row] = await tx.$queryRaw<FormAccount[]>`
    SELECT a.id AS "accountId", a.number,
      json_build_object('street', p.street, 'house', p.house, 'flat', p.flat) AS address,
      CASE r.role WHEN 'helper' THEN '' ELSE a.holder_name END AS holder,
      CASE r.role WHEN 'helper' THEN '' ELSE coalesce(u.phone, '') END AS phone
    FROM account_rights r JOIN accounts a ON a.id = r.account_id JOIN premises p ON p.id = a.premises_id
      JOIN users u ON u.id = r.user_id
    WHERE r.user_id = ${userId}::uuid AND r.account_id = ${accountId}::uuid
    ORDER BY r.role = 'helper' LIMIT 1`
  return row
}

/** What a guest has typed, and no more of anybody. Undefined: the session is over. */
export async function findAccountOfGuest(tx: Tx, sessionId: string): Promise<FormAccount | undefined> {
  const [row] = await tx.$queryRaw<FormAccount[]>`
    SELECT account_id AS "accountId", account_number AS number,
      json_build_object('street', '', 'house', typed_house, 'flat', typed_flat) AS address, '' AS holder, '' AS phone
    FROM live_guest_sessions WHERE id = ${sessionId}::uuid`
  return row
}

export type FormMeter = {
  service: 'cold' | 'hot'
  type: string
  serial: string
  place: string
  verificationDueOn: string | null
}

/** The caller's right to the account was looked at before. */
export const findMeters = (tx: Tx, accountId: string) => tx.$queryRaw<FormMeter[]>`
  SELECT service::text, type, serial, place, verification_due_on::text AS "verificationDueOn"
  FROM meters WHERE account_id = ${accountId}::uuid AND removed_on IS NULL
  ORDER BY service, place, serial, id`
