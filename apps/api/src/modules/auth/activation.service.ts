import type { OwnDetails } from '@rodnik/contract/registration'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { hashPassword } from '../../platform/passwords.ts'
import { isSame, sha256 } from '../../platform/secrets.ts'
import { findToken, spendToken } from './one-time-tokens.repo.ts'
import { assertGoodPassword } from './password-policy.service.ts'
import { assertConsent, phoneOf } from './registration.service.ts'
import { findRegistration, insertResident, type PendingRegistration } from './registrations.repo.ts'

type Outcome = 'activated' | 'already_active' | 'details_needed'
type Answer = { token: string; own?: OwnDetails | undefined }

const isActive = async (tx: Tx, email: string) => (await tx.user.count({ where: { email } })) > 0

/** Whom to make: as filled in at registration only in the browser where it was, else as the owner of the address says. */
async function personOf(
  pending: PendingRegistration,
  own: OwnDetails | undefined,
  browserSecret: string | undefined,
): Promise<PendingRegistration | undefined> {
  if (own) {
    const phone = phoneOf(own.phone)
    assertConsent(own.consentVersion)
    await assertGoodPassword(own.password, { email: pending.email, phone })
    return { ...pending, ...own, phone, passwordHash: await hashPassword(own.password) }
  }
  const isSameBrowser = browserSecret !== undefined && isSame(sha256(browserSecret), pending.browserHash)
  return isSameBrowser ? pending : undefined
}

/**
 * Makes the profile that a letter's link stands for. Whoever registered somebody else's address does not get in:
 * in another browser than theirs password, phone and consent are asked for anew.
 * @throws link_not_valid when the link was replaced, is too old, or was used for something that is gone;
 *   invalid_request, password_refused for the owner's own details
 */
export async function activate(
  deps: Pick<Deps, 'db'>,
  { token, own }: Answer,
  browserSecret: string | undefined,
): Promise<Outcome> {
  const known = await findToken(deps.db, 'activation', token)
  if (!known) throw new AppError('link_not_valid')
  const pending = known.isFresh && !known.isUsed ? await findRegistration(deps.db, known.subject) : undefined
  if (!pending) return afterwards(deps.db, known.subject)
  const person = await personOf(pending, own, browserSecret)
  if (!person) return 'details_needed'

  const userId = await deps.db.$transaction(async (tx) => {
    const email = await spendToken(tx, 'activation', token)
    return email === undefined ? undefined : insertResident(tx, person)
  })
  return userId === undefined ? afterwards(deps.db, known.subject) : 'activated'
}

/** A second press of the button is no error where the first one has done its work. */
async function afterwards(tx: Tx, email: string): Promise<Outcome> {
  if (await isActive(tx, email)) return 'already_active'
  throw new AppError('link_not_valid')
}
