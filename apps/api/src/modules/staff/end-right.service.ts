import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { languageOf, queueLetter } from '../notifications/index.ts'
import { endLink } from '../people/index.ts'

type Wish = { accountId: string; linkId: string; reason: string }

/**
 * Ends the right of an owner or helper whose account it is not, and writes to them: if the office erred, they come
 * with their papers. Pressed twice at once it ends, is recorded and is told once.
 * @throws not_found when there is no such right, or it has ended
 */
export function endRight(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { accountId, linkId, reason }: Wish,
): Promise<void> {
  return db.$transaction(async (tx) => {
    const right = await findRight(tx, accountId, linkId)
    const isEnded =
      right !== undefined &&
      (await endLink(tx, {
        userId: right.userId,
        accountId,
        reason: 'ended_by_office',
        by: auditName(actor),
        note: reason,
      }))
    if (!isEnded) throw new AppError('not_found')
    const { email, language, accountNumber } = right
    if (email !== null)
      await queueLetter(tx, { template: 'account_unlinked', to: email, language, accountNumber })
  })
}

async function findRight(tx: Tx, accountId: string, linkId: string) {
  const link = await tx.accountLink.findFirst({
    where: { id: linkId, accountId, endedAt: null },
    select: {
      account: { select: { number: true } },
      user: { select: { id: true, email: true, language: true } },
    },
  })
  if (!link) return undefined
  const { id: userId, email, language } = link.user
  return {
    userId,
    email,
    language: languageOf(language),
    accountNumber: link.account.number,
  }
}
