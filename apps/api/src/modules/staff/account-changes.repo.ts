import type { Tx } from '../../platform/db.ts'

/** Locks the account for the change that follows, so that the log says truly what was before. */
export async function lockAccount(
  tx: Tx,
  id: string,
): Promise<{ number: string; holderName: string; isAllowed: boolean } | undefined> {
  const [row] = await tx.$queryRaw<{ number: string; holderName: string; isAllowed: boolean }[]>`
    SELECT number, holder_name AS "holderName", is_accountless_allowed AS "isAllowed"
    FROM accounts WHERE id = ${id}::uuid FOR UPDATE`
  return row
}

export const setHolder = (tx: Tx, id: string, holderName: string) =>
  tx.account.update({ where: { id }, data: { holderName } })

/** Closing it ends the sessions of guests who are inside: see the view live_guest_sessions. */
export const setAccountless = (tx: Tx, id: string, isAllowed: boolean) =>
  tx.account.update({ where: { id }, data: { isAccountlessAllowed: isAllowed } })
