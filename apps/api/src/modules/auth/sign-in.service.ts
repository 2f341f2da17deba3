import type { Credentials } from '@rodnik/contract/sessions'
import type { SessionTokens } from '../../platform/access-token.ts'
import type { Tally } from '../../platform/attempt-limits.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { hashPassword, needsRehash, verifyPassword } from '../../platform/passwords.ts'
import { passTheGate } from './gate.service.ts'
import { raiseGuessAlarm } from './guess-alarm.service.ts'
import { holdPassword, keepRehashed, spendOneTimePassword } from './passwords.repo.ts'
import { insertSession } from './sessions.repo.ts'
import { type SignInLimits, signInKeys } from './sign-in-limits.ts'
import { findSignInCandidate, loginKey, type SignInCandidate } from './users.repo.ts'

export type SignInVisitor = {
  ip: string
  /** What the browser calls itself, for the list of sessions. */
  device: string
  /** The device has signed in with this login before: strangers' failures do not count against it. */
  deviceId: string | null
}
type Guarded = Deps & { signInLimits: SignInLimits }

type Keys = ReturnType<typeof signInKeys>

/** Opens the session, unless the password has been replaced since it was verified; a one-time one lets in once. */
async function open(
  deps: Deps,
  candidate: SignInCandidate,
  device: string,
): Promise<SessionTokens | undefined> {
  const { userId, kind, isOpen, mustChange } = candidate
  if (!isOpen) return undefined
  return deps.db.$transaction(async (tx) => {
    const isHeld = await (mustChange ? spendOneTimePassword(tx, candidate) : holdPassword(tx, candidate))
    if (!isHeld) return undefined
    const isComplete = kind !== 'staff'
    return insertSession(tx, deps.env.SESSION_SECRET, {
      userId,
      kind,
      method: 'password',
      device,
      isComplete,
    })
  })
}

async function keepCostsUp(deps: Deps, { userId, passwordHash }: SignInCandidate, password: string) {
  if (!needsRehash(passwordHash)) return
  await keepRehashed(deps.db, userId, [passwordHash, await hashPassword(password)])
}

async function refuse(deps: Guarded, keys: Keys, tally: Tally): Promise<never> {
  const spent = await deps.signInLimits.wasWrong(keys)
  if (spent.includes('city')) await raiseGuessAlarm(deps)
  deps.metrics.signIns.inc({ outcome: 'refused' })
  throw new AppError('sign_in_failed', tally.isCodeNeededNext ? { isPictureCodeNeeded: true } : {})
}

/**
 * Opens a session for login and password. Staff get one that has still to give a second factor.
 * @throws sign_in_failed for every pair that does not fit, in the same words and time, whoever it is about
 * @throws picture_code_required, picture_code_wrong, too_many_attempts, unavailable
 */
export async function signIn(
  deps: Guarded,
  form: Credentials,
  visitor: SignInVisitor,
): Promise<SessionTokens> {
  const login = loginKey(form.login)
  const { ip, deviceId } = visitor
  const keys = signInKeys(deps.env.SESSION_SECRET, { login, ip, deviceId })
  const tally = await deps.signInLimits.begin(keys)
  await passTheGate(deps, deps.signInLimits, { form: 'sign_in', proof: form, keys, tally })

  const candidate = await findSignInCandidate(deps.db, login)
  const isRight = await verifyPassword(candidate?.passwordHash, form.password)
  const tokens = candidate && isRight ? await open(deps, candidate, visitor.device) : undefined
  if (!candidate || !tokens) return await refuse(deps, keys, tally)
  await deps.signInLimits.wasRight(keys)
  await keepCostsUp(deps, candidate, form.password)
  deps.metrics.signIns.inc({ outcome: 'entered' })
  return tokens
}
