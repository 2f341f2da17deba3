import type { GuestEntry } from '@rodnik/contract/guest-sessions'
import type { HumanForm } from '@rodnik/contract/human-check'
import { addressMatches } from '@rodnik/domain/addresses/address-matches'
import { flatKey } from '@rodnik/domain/addresses/flat-key'
import { houseWeakKey } from '@rodnik/domain/addresses/house-key'
import type { Tally } from '../../platform/attempt-limits.ts'
import { addressGroup } from '../../platform/client-address.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { deriveKey, hmac } from '../../platform/secrets.ts'
import { type EntryCandidate, findEntryCandidate } from '../accounts/index.ts'
import type { EntryKeys, EntryLimits } from './entry-limits.ts'
import { passTheGate } from './gate.service.ts'
import { raiseGuessAlarm } from './guess-alarm.service.ts'

/** Longer than any honest comparison takes, so that a refusal's time tells nothing. */
const REFUSAL_FLOOR_MS = 60

export type Visitor = {
  /** Where the entry was typed: a code that was solved for another form does not count. */
  form: HumanForm
  ip: string
  /** The device has entered this account before: strangers' failures do not count against it. */
  deviceId: string | null
}
type Guarded = Deps & { entryLimits: EntryLimits }

/** Counters hold keyed digests: the table names neither numbers nor addresses. */
function keysOf(secret: string, entry: GuestEntry, { ip, deviceId }: Visitor): EntryKeys {
  const key = deriveKey(secret, 'entry-limits')
  const digest = (...parts: string[]) => hmac(key, parts.join('\n')).toString('base64url')
  const account = digest('account', entry.accountNumber, deviceId ?? '')
  return {
    address: digest('address', addressGroup(ip)),
    accountHour: account,
    accountDay: account,
    pair: digest('pair', houseWeakKey(entry.house), flatKey(entry.flat)),
    city: 'all',
  }
}

async function refuse(deps: Guarded, startedAt: number, keys: EntryKeys, tally: Tally): Promise<never> {
  deps.metrics.guestEntries.inc({ outcome: 'refused' })
  if ((await deps.entryLimits.wasWrong(keys)).includes('city')) await raiseGuessAlarm(deps)
  const restMs = startedAt + REFUSAL_FLOOR_MS - performance.now()
  if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs))
  throw new AppError('sign_in_failed', tally.isCodeNeededNext ? { isPictureCodeNeeded: true } : {})
}

/**
 * The account that number, house and flat fit together.
 * @throws sign_in_failed for every combination that does not fit, in the same words and time, whichever part is wrong
 * @throws picture_code_required, picture_code_wrong, too_many_attempts
 */
export async function proveAccount(
  deps: Guarded,
  entry: GuestEntry,
  visitor: Visitor,
): Promise<EntryCandidate> {
  const startedAt = performance.now()
  const keys = keysOf(deps.env.SESSION_SECRET, entry, visitor)
  const tally = await deps.entryLimits.begin(keys)
  try {
    await passTheGate(deps, deps.entryLimits, { form: visitor.form, proof: entry, keys, tally })
  } catch (error) {
    deps.metrics.guestEntries.inc({ outcome: tally.closedForSeconds === null ? 'code' : 'closed' })
    throw error
  }

  const candidate = await findEntryCandidate(deps.db, entry.accountNumber)
  const isRight = addressMatches(entry, candidate.premises)
  if (!isRight || !candidate.isOpen) return await refuse(deps, startedAt, keys, tally)

  await deps.entryLimits.wasRight(keys)
  return candidate
}
