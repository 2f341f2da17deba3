import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Deps } from './deps.ts'

/** A counter in PostgreSQL that all instances share: `penalty` adds a point, `reward` takes one back. */
export const sharedCounter = (pool: Deps['pool'], name: string, seconds: number) =>
  new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: 1,
    duration: seconds,
  })
