import { CONSENT_VERSION } from '@rodnik/contract/consent'
import type { Registration } from '@rodnik/contract/registration'
import { emailKey } from '@rodnik/domain/people/email-key'
import { mobilePhone } from '@rodnik/domain/people/mobile-phone'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { linkLifetimeHours } from '../../platform/one-time-token.ts'
import { hashPassword } from '../../platform/passwords.ts'
import { sha256 } from '../../platform/secrets.ts'
import { queueLetter } from '../notifications/index.ts'
import { issueToken } from './one-time-tokens.repo.ts'
import { assertGoodPassword } from './password-policy.service.ts'
import { keepRegistration } from './registrations.repo.ts'

/** As long as the link in its letter. */
export const ACTIVATION_HOURS = linkLifetimeHours.activation

/** The address in its normal form. @throws invalid_request naming the field */
export function emailOf(typed: string): string {
  const email = emailKey(typed)
  if (email === null) throw new AppError('invalid_request', { fields: { email: 'invalid_format' } })
  return email
}

/** The number in its normal form. @throws invalid_request naming the field */
export function phoneOf(typed: string): string {
  const phone = mobilePhone(typed)
  if (phone === null) throw new AppError('invalid_request', { fields: { phone: 'not_mobile' } })
  return phone
}

/** @throws invalid_request when another version of the document is in force than the one agreed to */
export function assertConsent(version: string): void {
  if (version !== CONSENT_VERSION) {
    throw new AppError('invalid_request', { fields: { consentVersion: 'outdated' } })
  }
}

/**
 * Keeps what was filled in until the letter is answered. A known address gets another letter and nothing changes,
 * so that the answer tells nobody who is registered.
 * @param browserSecret kept in a cookie of the browser: only there will the password chosen now be taken
 * @param mayWrite false when the address has had its letters for now: the answer stays the same
 */
export async function register(
  deps: Deps,
  form: Registration,
  { browserSecret, mayWrite }: { browserSecret: string; mayWrite: (email: string) => Promise<boolean> },
): Promise<void> {
  const [email, phone] = [emailOf(form.email), phoneOf(form.phone)]
  assertConsent(form.consentVersion)
  await assertGoodPassword(form.password, { email, phone })
  const passwordHash = await hashPassword(form.password)
  if (!(await mayWrite(email))) return
  const { language, consentVersion } = form
  const pending = { email, passwordHash, phone, language, consentVersion, browserHash: sha256(browserSecret) }
  await deps.db.$transaction(async (tx) => {
    if (await isTaken(tx, email)) {
      await queueLetter(tx, { template: 'already_registered', to: email, language })
      return
    }
    await keepRegistration(tx, pending, ACTIVATION_HOURS)
    await writeActivation(deps, tx, { email, language })
  })
}

export async function writeActivation(
  deps: Pick<Deps, 'env'>,
  tx: Tx,
  { email, language }: { email: string; language: 'ru' | 'en' },
): Promise<void> {
  const seed = await issueToken(tx, deps.env.SESSION_SECRET, {
    purpose: 'activation',
    subject: email,
  })
  await queueLetter(tx, { template: 'activation', to: email, language, seed })
}

const isTaken = async (tx: Tx, email: string) => (await tx.user.count({ where: { email } })) > 0
