import type { Confirmation, NewSubmission } from '@rodnik/contract/submissions'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { violatedConstraint } from '../../platform/outage.ts'
import { randomCode, sha256 } from '../../platform/secrets.ts'
import {
  type FirstAnswer,
  type Intention,
  type KnownMeter,
  type LoadedCabinet,
  loadCabinet,
} from './cabinet.repo.ts'
import { MAX_SENT_A_DAY } from './cabinet.sql.ts'
import { toConfirmation } from './confirmation.ts'
import { type JudgedReading, judgeAll } from './judgement.ts'
import { insertSubmission } from './submissions.repo.ts'
import type { Receipt, Sender, WantedReading, Wish } from './wish.ts'

const HOUR_SECONDS = 3600

/** The first answer, if this is a retry. @throws idempotency_key_reused when the key came with another body. */
function replay(first: FirstAnswer, body: unknown): Confirmation {
  if (first.bodyHash !== sha256(canonicalJson(body)).toString('hex')) {
    throw new AppError('idempotency_key_reused')
  }
  const { id, ...answer } = first.answer as Confirmation & { id: string }
  return { ...answer, number: submissionNumber(answer.period, BigInt(id)) }
}

/** Whose session is over has to enter again; to anybody else the account is not there. */
const isSessionOf = ({ owner, receipt }: Sender) =>
  !receipt && !('userId' in owner) && !('integratorId' in owner)

async function load(deps: Deps, sender: Sender, intention: Intention | undefined): Promise<LoadedCabinet> {
  const cabinet = await loadCabinet(deps, sender.owner, { intention, asOf: sender.receipt?.receivedOn })
  if (!cabinet) throw new AppError(isSessionOf(sender) ? 'sign_in_required' : 'not_found')
  if (cabinet.rights?.canSubmit === false) throw new AppError('not_allowed')
  return cabinet
}

/**
 * Records readings: all of them or none, once however often the wish is repeated.
 * Two statements: one loads what the judgement needs, one writes under the database's guards.
 * @throws already_recorded and billing_drafted for staff; readings_refused, readings_changed_meanwhile, idempotency_key_reused, sign_in_required; to a person
 * without the right, not_found or not_allowed
 */
export async function submitReadings(deps: Deps, sender: Sender, wish: Wish): Promise<Confirmation> {
  const cabinet = await load(deps, sender, wish.intention)
  if (cabinet.firstAnswer) return replay(cabinet.firstAnswer, wish.body)
  const judged = judge(cabinet, sender, wish)
  const draft = { ...toConfirmation(cabinet, judged, sender.source), checkCode: randomCode() }
  try {
    const id = await insertSubmission(deps.pool, { cabinet, judged, draft, sender, wish })
    deps.metrics.submissions.inc({ source: sender.source, outcome: 'accepted' })
    return { ...draft, number: submissionNumber(draft.period, id) }
  } catch (error) {
    if (!violatedConstraint(error)) throw error
    return await answerToLoser(deps, sender, wish)
  }
}

/** What `submitReadings` would do, without doing it: throws what it would throw. */
export async function tryReadings(deps: Deps, sender: Sender, wish: Wish): Promise<void> {
  judge(await load(deps, sender, undefined), sender, wish)
}

function judge(cabinet: LoadedCabinet, sender: Sender, wish: Wish): JudgedReading[] {
  const wanted = wish.choose(cabinet.meters)
  if (wanted.some(({ meter }) => meter.sentToday >= MAX_SENT_A_DAY)) {
    throw new AppError('too_many_attempts', { retryAfterSeconds: HOUR_SECONDS })
  }
  if (sender.receipt) assertNewest(wanted, sender.receipt)
  const { judged, issues } = judgeAll(wanted, cabinet.day, sender.source)
  if (issues.length > 0) throw new AppError('readings_refused', { readings: issues })
  return judged
}

/** What came earlier and is typed in later does not take the place of what is known of a later day. */
function assertNewest(wanted: readonly WantedReading[], { receivedOn }: Receipt): void {
  const known = wanted.find(({ meter }) => meter.current !== null && meter.current.takenOn > receivedOn)
  if (known) throw new AppError('already_recorded', { fields: { [known.meter.id]: 'newer_counts' } })
}

/** Someone wrote first: either this very wish in another attempt, or a different sender. */
async function answerToLoser(deps: Deps, sender: Sender, wish: Wish): Promise<Confirmation> {
  const { firstAnswer } = await load(deps, sender, wish.intention)
  if (firstAnswer) return replay(firstAnswer, wish.body)
  deps.metrics.submissions.inc({ source: sender.source, outcome: 'overtaken' })
  throw new AppError('readings_changed_meanwhile')
}

/** Finds each named meter; another account's meter is "not found", never "forbidden". */
export const chooseById =
  ({ readings }: NewSubmission) =>
  (meters: KnownMeter[]): WantedReading[] => {
    if (new Set(readings.map(({ meterId }) => meterId)).size < readings.length) {
      throw new AppError('invalid_request', { fields: { readings: 'same_meter_twice' } })
    }
    return readings.map(({ meterId, valueLitres, seenRevision, confirmed }) => {
      const meter = meters.find(({ id }) => id === meterId)
      if (!meter) throw new AppError('not_found')
      if (seenRevision !== undefined && seenRevision !== meter.revision) {
        throw new AppError('readings_changed_meanwhile')
      }
      return { meter, valueLitres, confirmed }
    })
  }
