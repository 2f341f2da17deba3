import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { sharedCounter } from '../../../platform/shared-counter.ts'

const WINDOW_SECONDS = 600
/** A page costs twenty milliseconds of a processor: all forms may be taken in a row, not hundreds. The browser asks twice. */
const LIMIT = 120

/** Counts a form that is about to be drawn for somebody. @throws too_many_attempts */
export function createFormLimit({ pool }: Pick<Deps, 'pool'>) {
  const counter = sharedCounter(pool, 'library-forms', WINDOW_SECONDS)
  return async (whom: string): Promise<void> => {
    const { consumedPoints, msBeforeNext } = await counter.penalty(whom)
    if (consumedPoints > LIMIT) {
      throw new AppError('too_many_attempts', {
        retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      })
    }
  }
}
