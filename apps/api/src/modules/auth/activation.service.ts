import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { hashPassword } from '../../platform/passwords.ts'
import { isSame, sha256 } from '../../platform/secrets.ts'
import { findToken, spendToken } from './one-time-tokens.repo.ts'
import { assertGoodPassword } from './password-policy.service.ts'
import { findRegistration, insertResident, type PendingRegistration } from './registrations.repo.ts'

type Outcome = 'activated' | 'already_active' | 'password_needed'
type Answer = { token: string; password?: string | undefined }

const isActive = async (tx: Tx, email: string) => (await tx.user.count({ where: { email } })) > 0

/** The password to begin with: the one chosen at registration only where it was chosen, else a new one. */
async function firstPassword(
  pending: PendingRegistration,
  password: string | undefined,
  browserSecret: string | undefined,
): Promise<string | undefined> {
  if (password !== undefined) {
    await assertGoodPassword(password, { email: pending.email, phone: pending.phone })
    return hashPassword(password)
  }
  const isSameBrowser = browserSecret !== undefined && isSame(sha256(browserSecret), pending.browserHash)
  return isSameBrowser ? pending.passwordHash : undefined
}

/**
 * Makes the profile that a letter's link stands for. Whoever registered somebody else's address does not get in:
 * in another browser than theirs a new password is asked for.
 * @throws link_not_valid when the link was replaced, is too old, or was used for something that is gone
 */
export async function activate(
  deps: Pick<Deps, 'db'>,
  { token, password }: Answer,
  browserSecret: string | undefined,
): Promise<Outcome> {
  const known = await findToken(deps.db, 'activation', token)
  if (!known) throw new AppError('link_not_valid')
  const pending = known.isFresh && !known.isUsed ? await findRegistration(deps.db, known.subject) : undefined
  if (!pending) return afterwards(deps.db, known.subject)
  const passwordHash = await firstPassword(pending, password, browserSecret)
  if (passwordHash === undefined) return 'password_needed'

  const userId = await deps.db.$transaction(async (tx) => {
    const email = await spendToken(tx, 'activation', token)
    return email === undefined ? undefined : insertResident(tx, pending, passwordHash)
  })
  return userId === undefined ? afterwards(deps.db, known.subject) : 'activated'
}

/** A second press of the button is no error where the first one has done its work. */
async function afterwards(tx: Tx, email: string): Promise<Outcome> {
  if (await isActive(tx, email)) return 'already_active'
  throw new AppError('link_not_valid')
}
