import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { hashPassword } from '../../platform/passwords.ts'
import { languageOf, queueLetter } from '../notifications/index.ts'
import { findToken, issueToken, spendToken } from './one-time-tokens.repo.ts'
import { assertGoodPassword } from './password-policy.service.ts'
import { replacePassword } from './passwords.repo.ts'
import { writeActivation } from './registration.service.ts'
import { findRegistration } from './registrations.repo.ts'

export type Asked = { email: string; language: 'ru' | 'en' }

/** Sends the activation letter again, or says that the address has a profile already; else nothing. */
export async function writeActivationAgain(deps: Deps, { email, language }: Asked): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    if (await tx.user.count({ where: { email } })) {
      await queueLetter(tx, { template: 'already_registered', to: email, language })
    } else if (await findRegistration(tx, email)) {
      await writeActivation(deps, tx, { email, language })
    }
  })
}

/**
 * The letter that fits whoever the address belongs to: a link to choose a new password, the activation letter
 * again, «come to the office» for an organisation (mission: no self-recovery), or none at all.
 */
export async function writeReset(deps: Deps, { email, language }: Asked): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email, disabledAt: null },
      select: { id: true, language: true },
    })
    if (user) {
      const seed = await issueToken(tx, deps.env.SESSION_SECRET, {
        purpose: 'password_reset',
        subject: user.id,
      })
      await queueLetter(tx, {
        template: 'password_reset',
        to: email,
        language: languageOf(user.language),
        seed,
      })
    } else if (await findRegistration(tx, email)) {
      await writeActivation(deps, tx, { email, language })
    } else if (await tx.organisation.count({ where: { contactEmail: email } })) {
      await queueLetter(tx, { template: 'visit_office', to: email, language })
    }
  })
}

const addresseeOf = (tx: Tx, id: string) =>
  tx.user.findUnique({
    where: { id, disabledAt: null },
    select: { email: true, phone: true, language: true },
  })

/**
 * Chooses a new password by a letter's link. Every session ends, and so does whatever waits for the old one.
 * @throws link_not_valid, password_refused (the link stays good then)
 */
export async function resetPassword(deps: Deps, { token, password }: { token: string; password: string }) {
  const known = await findToken(deps.db, 'password_reset', token)
  const user = known && !known.isUsed && known.isFresh ? await addresseeOf(deps.db, known.subject) : null
  if (!user?.email) throw new AppError('link_not_valid')
  const { email, phone, language } = user
  await assertGoodPassword(password, { email, ...(phone !== null && { phone }) })
  const passwordHash = await hashPassword(password)
  await deps.db.$transaction(async (tx) => {
    const userId = await spendToken(tx, 'password_reset', token)
    if (userId === undefined) throw new AppError('link_not_valid')
    const at = await replacePassword(tx, userId, { passwordHash, reason: 'password_reset' })
    if (at === undefined) throw new Error('The password was not stored')
    await queueLetter(tx, { template: 'password_changed', to: email, language: languageOf(language), at })
  })
}
