import type { ProblemCode } from '@rodnik/contract/problem'
import type { BulkOutcome, StaffWish } from '@rodnik/contract/staff-requests'
import type { Actor } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { workIn } from './desk.service.ts'
import { kindsOf } from './kinds.ts'
import { findNumbers } from './requests.repo.ts'

/** Thrown to take back what a dry run has tried. */
class Tried extends Error {
  override readonly name = 'Tried'
}

const OUTCOMES: Partial<Record<ProblemCode, BulkOutcome['outcome']>> = {
  not_found: 'not_found',
  request_state_changed: 'event_refused',
  request_step_missing: 'step_missing',
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
  const numbers = await findNumbers(db, ids, kindsOf(actor.roles))
  const outcomes: BulkOutcome[] = []
  for (const id of new Set(ids)) {
    const outcome = await attempt(() =>
      db.$transaction(async (tx) => {
        await workIn(tx, actor, { id, key, wish })
        if (isDryRun) throw new Tried()
      }),
    )
    outcomes.push({ id, number: numbers.get(id) ?? '', outcome })
  }
  return outcomes
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
