import { AppError } from '../../../platform/errors.ts'

/** A photo takes a third of a second. */
const RETRY_SECONDS = 3

/** Heavy work, one piece after the other; whoever would be one too many in the queue is asked to come back. */
export function oneAtATime(maxWaiting: number) {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  /** @throws unavailable */
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting > maxWaiting) throw new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS })
    waiting += 1
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    try {
      return await mine
    } finally {
      waiting -= 1
    }
  }
}
