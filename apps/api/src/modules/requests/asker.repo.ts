import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

/** Who asks for something about an account. */
export type Asker = { userId: string; accountId: string } | { sessionId: string }

export type AskersAccount = { id: string; number: string }

/**
 * The account, if whoever asks may ask for something about it.
 * @throws not_found, not_allowed to a helper who may only look or pay; sign_in_required
 */
export async function accountOf(
  tx: Tx,
  asker: Asker,
  purpose: 'ask' | 'look' = 'ask',
): Promise<AskersAccount> {
  if ('sessionId' in asker) {
    const [entered] = await tx.$queryRaw<AskersAccount[]>`
      SELECT account_id AS id, account_number AS number FROM live_guest_sessions WHERE id = ${asker.sessionId}::uuid`
    if (!entered) throw new AppError('sign_in_required')
    return entered
  }
  const rights = await tx.$queryRaw<(AskersAccount & { canSubmit: boolean })[]>`
    SELECT a.id, a.number, g.can_submit AS "canSubmit" FROM account_rights g JOIN accounts a ON a.id = g.account_id
    WHERE g.user_id = ${asker.userId}::uuid AND g.account_id = ${asker.accountId}::uuid`
  const right = rights.find(({ canSubmit }) => canSubmit || purpose === 'look')
  if (right) return right
  throw new AppError(rights.length > 0 ? 'not_allowed' : 'not_found')
}

/** Whether all of them are meters of the account that are still in place. */
export async function areMetersOf(tx: Tx, accountId: string, meterIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(meterIds)]
  if (ids.length === 0) return true
  return (await tx.meter.count({ where: { accountId, id: { in: ids }, removedOn: null } })) === ids.length
}

export const isAccount = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.account.count({ where: { id } })) > 0
