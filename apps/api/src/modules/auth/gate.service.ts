import type { HumanForm, HumanProof } from '@rodnik/contract/human-check'
import type { AttemptKeys, AttemptLimits, Tally } from '../../platform/attempt-limits.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { passHumanCheck } from './human-check.service.ts'

/** @throws picture_code_required without a proof, picture_code_wrong with one that is not good */
export async function assertHuman(
  deps: Pick<Deps, 'env' | 'db'>,
  form: HumanForm,
  proof: HumanProof,
): Promise<void> {
  if (await passHumanCheck(deps, form, proof)) return
  const isCarried = proof.picture !== undefined || proof.altcha !== undefined
  throw new AppError(isCarried ? 'picture_code_wrong' : 'picture_code_required', {
    isPictureCodeNeeded: true,
  })
}

type Attempt<Name extends string> = {
  form: HumanForm
  proof: HumanProof
  keys: AttemptKeys<Name>
  tally: Tally
}

/**
 * Asks for the code or closes the door, by what was counted; whether anything stands behind it plays no part.
 * @throws too_many_attempts, picture_code_required, picture_code_wrong
 */
export async function passTheGate<Name extends string>(
  deps: Pick<Deps, 'env' | 'db'>,
  limits: AttemptLimits<Name>,
  { form, proof, keys, tally }: Attempt<Name>,
): Promise<void> {
  if (tally.closedForSeconds !== null) {
    throw new AppError('too_many_attempts', { retryAfterSeconds: tally.closedForSeconds })
  }
  if (!tally.mustCarryCode) return
  try {
    await assertHuman(deps, form, proof)
  } catch (error) {
    await limits.lackedCode(keys)
    throw error
  }
}
