import type { ProblemCode } from '@rodnik/contract/problem'
import type { BulkOutcome, StaffWish } from '@rodnik/contract/staff-requests'
import { filledText, placesLeft } from '@rodnik/domain/requests/answer-text'
import type { Actor } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { workIn } from './desk.service.ts'
import { kindsOf } from './kinds.ts'
import { findNamed, type Named } from './requests.repo.ts'

/** Thrown to take back what a dry run has tried. */
class Tried extends Error {
  override readonly name = 'Tried'
}

const OUTCOMES: Partial<Record<ProblemCode, BulkOutcome['outcome']>> = {
  not_found: 'not_found',
  request_state_changed: 'event_refused',
  request_step_missing: 'step_missing',
  request_changed_meanwhile: 'event_refused',
}

type Many = { ids: readonly string[]; key: string; wish: StaffWish; isDryRun: boolean }

/**
 * The same for each, one after the other, each in a transaction of its own: one that is refused stops no other.
 * A dry run does it all and takes it back, so it cannot tell anything else than what would happen.
 */
export async function workOnMany(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { ids, key, wish, isDryRun }: Many,
): Promise<BulkOutcome[]> {
  const named = await findNamed(db, ids, kindsOf(actor.roles))
  const outcomes: BulkOutcome[] = []
  for (const id of new Set(ids)) {
    const request = named.get(id)
    const outcome = await outcomeOf(request, wish, (own) =>
      db.$transaction(async (tx) => {
        await workIn(tx, actor, { id, key, wish: own })
        if (isDryRun) throw new Tried()
      }),
    )
    outcomes.push({ id, number: request?.number ?? '', outcome })
  }
  return outcomes
}

/** Each gets the text with its own number, day and address; one with a place left empty goes to nobody. */
async function outcomeOf(
  request: Named | undefined,
  wish: StaffWish,
  work: (own: StaffWish) => Promise<void>,
): Promise<BulkOutcome['outcome']> {
  if (!request) return 'not_found'
  if (!('text' in wish)) return attempt(() => work(wish))
  const text = filledText(wish.text, request)
  return placesLeft(text).length > 0 ? 'text_incomplete' : attempt(() => work({ ...wish, text }))
}

async function attempt(work: () => Promise<void>): Promise<BulkOutcome['outcome']> {
  try {
    await work()
    return 'ok'
  } catch (error) {
    if (error instanceof Tried) return 'ok'
    const outcome = error instanceof AppError ? OUTCOMES[error.code] : undefined
    if (outcome === undefined) throw error
    return outcome
  }
}
