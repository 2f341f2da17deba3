import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'

/**
 * Why a statement that asks for an owner has found nothing: someone with a lesser right may know that the account
 * is there, everyone else may not.
 * @throws not_allowed, not_found
 */
export async function refuseToNonOwner(tx: Tx, userId: string, accountId: string): Promise<never> {
  const rights = await tx.$queryRaw<{ role: string }[]>`
    SELECT role FROM account_rights WHERE user_id = ${userId}::uuid AND account_id = ${accountId}::uuid`
  const isLesser = rights.length > 0 && rights.every(({ role }) => role !== 'owner')
  throw new AppError(isLesser ? 'not_allowed' : 'not_found')
}
