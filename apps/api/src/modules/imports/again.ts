import { ReadingsChangedMeanwhile } from './readings.repo.ts'

const ATTEMPTS = 3

/** Whoever sends readings while a file is loaded is not overwritten: the work is begun anew, up to three times. */
export async function againWhenChanged<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ReadingsChangedMeanwhile) || attempt === ATTEMPTS) throw error
    }
  }
}
