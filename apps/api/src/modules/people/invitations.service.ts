import type { Offer } from '@rodnik/contract/helpers'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { findToken, spendToken } from '../auth/index.ts'
import { businessDay } from '../info/index.ts'
import { acceptOffer, findOffer, tellOwnersOfHelper } from './invitations.repo.ts'
import { MAX_ACCOUNTS } from './links.repo.ts'
import { findPerson } from './people.repo.ts'

/**
 * What a letter offers, to the person it was written to.
 * @throws link_not_valid: used, withdrawn, too old, its inviter is no owner any more, or for another e-mail
 */
export async function lookAtInvitation(
  deps: Pick<Deps, 'db'>,
  userId: string,
  token: string,
): Promise<Offer> {
  const known = await findToken(deps.db, 'helper_invitation', token)
  const { timeZone } = await businessDay(deps)
  const offer =
    known && !known.isUsed && known.isFresh
      ? await findOffer(deps.db, { invitationId: known.subject, userId, timeZone })
      : undefined
  if (!offer) throw new AppError('link_not_valid')
  return offer
}

async function accept(tx: Tx, userId: string, token: string): Promise<string> {
  const invitationId = await spendToken(tx, 'helper_invitation', token)
  const accepted = invitationId === undefined ? undefined : await acceptOffer(tx, { invitationId, userId })
  if (!accepted) throw new AppError('link_not_valid')
  if ((await tx.accountLink.count({ where: { userId, endedAt: null } })) > MAX_ACCOUNTS) {
    throw new AppError('too_many_accounts')
  }
  if (accepted.linkId === null) return accepted.accountId
  await tx.auditEvent.create({
    data: {
      actor: `user:${userId}`,
      action: 'helper.joined',
      accountId: accepted.accountId,
      details: { link: accepted.linkId },
    },
  })
  const { displayName } = await findPerson(tx, userId)
  await tellOwnersOfHelper(tx, { ...accepted, linkId: accepted.linkId, helperName: displayName })
  return accepted.accountId
}

/** Makes the person a helper, once however often it is asked. @throws as `lookAtInvitation`; too_many_accounts */
export async function acceptInvitation(
  deps: Pick<Deps, 'db'>,
  userId: string,
  token: string,
): Promise<string> {
  return deps.db.$transaction((tx) => accept(tx, userId, token))
}
