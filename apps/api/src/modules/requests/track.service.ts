import type { HumanProof } from '@rodnik/contract/human-check'
import { addressGroup } from '../../platform/client-address.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { isRequestCode } from '../../platform/request-code.ts'
import { deriveKey, hmac } from '../../platform/secrets.ts'
import { passTheGate } from '../auth/index.ts'
import { findIdByNumber } from './requests.repo.ts'
import { createTrackLimits, type TrackLimits } from './track.limits.ts'

type Needed = Pick<Deps, 'db' | 'env'>
export type Tried = HumanProof & { number: string; code: string }

/** As audit events name whoever has number and code; they stand in for whoever filed the request. */
export const TRACKER = 'request-code'

const NOBODYS = '00000000-0000-4000-8000-000000000000'

/** Whom a limit counts, without telling who it is. */
export const digestOf = (env: Deps['env'], ...parts: string[]): string =>
  hmac(deriveKey(env.SESSION_SECRET, 'track-limits'), parts.join('\n')).toString('base64url')

/**
 * The request behind a number and its code. An unknown number and a wrong code are one refusal.
 * @throws not_found, picture_code_required, picture_code_wrong, too_many_attempts
 */
async function openTracked(
  deps: Needed,
  limits: TrackLimits,
  { number, code, ...proof }: Tried,
  ip: string,
): Promise<string> {
  const keys = { address: digestOf(deps.env, addressGroup(ip)), number: digestOf(deps.env, 'number', number) }
  const tally = await limits.begin(keys)
  await passTheGate(deps, limits, { form: 'tracking', proof, keys, tally })
  const id = await findIdByNumber(deps.db, number)
  if (!isRequestCode(deps.env.SESSION_SECRET, id ?? NOBODYS, code) || id === undefined) {
    await limits.wasWrong(keys)
    throw new AppError('not_found', { isPictureCodeNeeded: tally.isCodeNeededNext })
  }
  await limits.wasRight(keys)
  return id
}

/** Opens requests by number and code, counting who tries. The function that it makes throws as openTracked. */
export function trackingDoor(deps: Needed & Pick<Deps, 'pool'>) {
  const limits = createTrackLimits(deps.pool)
  return (tried: Tried, ip: string): Promise<string> => openTracked(deps, limits, tried, ip)
}
