import type { FastifyRequest } from 'fastify'
import { addressGroup } from '../../platform/client-address.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { sharedCounter } from '../../platform/shared-counter.ts'

const MINUTE_SECONDS = 60
/** A house full of people behind one address looks for its water; a program that asks more often keeps its answer. */
const A_MINUTE = 120

/** Counts whoever asks without signing in. @throws too_many_attempts */
export function createPublicLimit({ pool }: Pick<Deps, 'pool'>) {
  const counter = sharedCounter(pool, 'public-notices', MINUTE_SECONDS)
  return async ({ ip }: Pick<FastifyRequest, 'ip'>): Promise<void> => {
    const { consumedPoints, msBeforeNext } = await counter.penalty(addressGroup(ip))
    if (consumedPoints > A_MINUTE) {
      throw new AppError('too_many_attempts', { retryAfterSeconds: Math.ceil(msBeforeNext / 1000) })
    }
  }
}
