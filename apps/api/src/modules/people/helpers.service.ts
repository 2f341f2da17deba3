import type { Helper, HelperChange, Invitation, NewInvitation } from '@rodnik/contract/helpers'
import { addDays } from '@rodnik/domain/calendar/days'
import { emailKey } from '@rodnik/domain/people/email-key'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import { issueToken, revokeTokens } from '../auth/index.ts'
import { businessDay } from '../info/index.ts'
import { queueLetter } from '../notifications/index.ts'
import { findCoOwners } from './co-owners.repo.ts'
import {
  endHelper,
  findHelpers,
  findInvitations,
  hasRoomForHelper,
  isOwner,
  type OwnedAccount,
  updateHelper,
  upsertInvitation,
  withdrawInvitation,
} from './helpers.repo.ts'
import { findPerson } from './people.repo.ts'
import { refuseToNonOwner } from './rights.repo.ts'

const DAY_SECONDS = 86_400
/** Letters to addresses that a person types: enough for a family, nothing for a sender of advertising. */
const INVITATIONS_A_DAY = 15
const MAX_DAYS = 5 * 366

/** A right that ends before it begins is a slip of the hand; one that never seems to end is none of ours. */
function assertGoodUntil(until: string | null | undefined, today: string) {
  if (until === null || until === undefined) return
  if (until < today) throw new AppError('invalid_request', { fields: { until: 'in_the_past' } })
  if (until > addDays(today, MAX_DAYS))
    throw new AppError('invalid_request', { fields: { until: 'too_far' } })
}

export async function listHelpers(deps: Pick<Deps, 'db'>, owned: OwnedAccount) {
  const { timeZone } = await businessDay(deps)
  if (!(await isOwner(deps.db, owned))) await refuseToNonOwner(deps.db, owned.userId, owned.accountId)
  const [coOwners, helpers, invitations] = await Promise.all([
    findCoOwners(deps.db, owned),
    findHelpers(deps.db, owned, timeZone),
    findInvitations(deps.db, owned, timeZone),
  ])
  return { coOwners, helpers, invitations }
}

async function countInvitation(deps: Pick<Deps, 'pool'>, userId: string) {
  const { consumedPoints, msBeforeNext } = await sharedCounter(
    deps.pool,
    'helper-invitations',
    DAY_SECONDS,
  ).penalty(userId)
  if (consumedPoints > INVITATIONS_A_DAY) {
    throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
  }
}

/**
 * Writes to the address, whoever it belongs to: what is offered opens only to the person with that e-mail.
 * @throws not_allowed, not_found, invalid_request, too_many_helpers, too_many_attempts
 */
export async function inviteHelper(
  deps: Deps,
  owned: OwnedAccount,
  body: NewInvitation,
): Promise<Invitation> {
  const { userId, accountId } = owned
  const { timeZone, today } = await businessDay(deps)
  const { canSubmit, canPay, until = null } = body
  if (!(await isOwner(deps.db, owned))) await refuseToNonOwner(deps.db, userId, accountId)
  assertGoodUntil(until, today)
  const email = emailKey(body.email)
  if (email === null) throw new AppError('invalid_request', { fields: { email: 'not_an_email' } })
  const inviter = await findPerson(deps.db, userId)
  if (email === inviter.email) throw new AppError('invalid_request', { fields: { email: 'own_email' } })
  await countInvitation(deps, userId)

  const id = await deps.db.$transaction(async (tx) => {
    if (!(await hasRoomForHelper(tx, accountId, email))) throw new AppError('too_many_helpers')
    if (!(await isOwner(tx, owned))) throw new AppError('not_found')
    const invitation = await upsertInvitation(tx, owned, { email, canSubmit, canPay, until, timeZone })
    const seed = await issueToken(tx, deps.env.SESSION_SECRET, {
      purpose: 'helper_invitation',
      subject: invitation,
    })
    const { number } = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { number: true },
    })
    await queueLetter(tx, {
      template: 'helper_invitation',
      to: email,
      language: inviter.language,
      seed,
      inviterName: inviter.displayName,
      accountNumber: number,
      rights: [...(canSubmit ? (['submit'] as const) : []), ...(canPay ? (['pay'] as const) : [])],
      until,
    })
    return invitation
  })
  const invitation = (await findInvitations(deps.db, owned, timeZone)).find((one) => one.id === id)
  if (!invitation) throw new AppError('not_found')
  return invitation
}

/** @throws not_allowed, not_found, invalid_request */
export async function changeHelper(
  deps: Pick<Deps, 'db'>,
  owned: OwnedAccount,
  { helperId, ...change }: HelperChange & { helperId: string },
): Promise<Helper> {
  const { timeZone, today } = await businessDay(deps)
  assertGoodUntil(change.until, today)
  const isChanged = await deps.db.$transaction((tx) =>
    updateHelper(tx, owned, { ...change, helperId, timeZone }),
  )
  if (!isChanged) await refuse(deps, owned)
  const [helper] = await findHelpers(deps.db, owned, timeZone, helperId)
  if (!helper) throw new AppError('not_found')
  return helper
}

/** @throws not_allowed, not_found */
export async function removeHelper(deps: Pick<Deps, 'db'>, owned: OwnedAccount, helperId: string) {
  if (!(await deps.db.$transaction((tx) => endHelper(tx, owned, helperId)))) await refuse(deps, owned)
}

/** @throws not_allowed, not_found */
export async function takeInvitationBack(deps: Pick<Deps, 'db'>, owned: OwnedAccount, invitationId: string) {
  const isWithdrawn = await deps.db.$transaction(async (tx) => {
    if (!(await withdrawInvitation(tx, owned, invitationId))) return false
    await revokeTokens(tx, invitationId, ['helper_invitation'])
    return true
  })
  if (!isWithdrawn) await refuse(deps, owned)
}

/** An owner has named somebody else's helper, which is not found; the rest may not name any. */
async function refuse({ db }: Pick<Deps, 'db'>, owned: OwnedAccount): Promise<never> {
  if (await isOwner(db, owned)) throw new AppError('not_found')
  return refuseToNonOwner(db, owned.userId, owned.accountId)
}
