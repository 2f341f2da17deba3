import { HOUR } from '../../platform/attempt-limits.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { deriveKey, hmac } from '../../platform/secrets.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'
import type { Uploader } from './uploader.ts'

/** Ten photos are a large request; an inspector comes home with those of twenty flats. */
const AN_HOUR = {
  person: { files: 60, kilobytes: 200 * 1024 },
  staff: { files: 400, kilobytes: 1000 * 1024 },
} as const

/** Files that no message has taken, of one uploader at a time. */
export const MAX_WAITING = 30

/** What one uploader may send within an hour, counted by all instances together. */
export function createUploadLimits({ pool, env }: Pick<Deps, 'pool' | 'env'>) {
  const key = deriveKey(env.SESSION_SECRET, 'upload-limits')
  const files = sharedCounter(pool, 'uploads', HOUR)
  const kilobytes = sharedCounter(pool, 'upload-kilobytes', HOUR)

  /** Counts a file before anything is done with it. @throws too_many_attempts */
  return async ({ counted, isStaff }: Uploader, bytes: number): Promise<void> => {
    const limit = AN_HOUR[isStaff ? 'staff' : 'person']
    const whom = hmac(key, counted).toString('base64url')
    const counts = await Promise.all([
      files.penalty(whom, 1),
      kilobytes.penalty(whom, Math.ceil(bytes / 1024)),
    ])
    const limits = [limit.files, limit.kilobytes]
    const passed = counts.filter(({ consumedPoints }, i) => consumedPoints > (limits[i] ?? 0))
    if (passed.length === 0) return
    const waitMs = Math.max(...passed.map(({ msBeforeNext }) => msBeforeNext))
    throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
  }
}
export type UploadLimits = ReturnType<typeof createUploadLimits>
