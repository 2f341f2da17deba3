import { hash, parseOptions, verify } from '@node-rs/argon2'
import { normalPassword } from '@rodnik/domain/people/password-rules'
import { AppError } from './errors.ts'

/** OWASP's floor for argon2id, the package's default algorithm: 19 MiB, 15 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** More at once would only take the cores from everyone else. */
const AT_ONCE = 2
/** About 200 ms of work. Who comes later is asked to come back rather than made to wait. */
const MAX_WAITING = 24
/** Of a password that was thrown away, with the same costs: an unknown login takes the time of a known one. */
const HASH_OF_NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$/3QYPYYhpBFrKN8Gbk3oHQ$Afxo8GqX12VBVCcaPHUoZDZ2Ol74xcT0E0nEVL+pnO4'

const waiting: (() => void)[] = []
let running = 0

/** Runs the work when its turn comes; the queue is the process's, because the cores are. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1
  else {
    if (waiting.length >= MAX_WAITING) throw new AppError('unavailable', { retryAfterSeconds: 3 })
    // Whoever leaves hands its place over, so that nobody can slip in between.
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** @throws unavailable at once when too many wait. Call it after the limits, never before. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(normalPassword(password), COST))

/**
 * Whether the password is the one behind the hash. No hash (an unknown login) is no, after the same time.
 * @throws unavailable as `hashPassword`
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const isSame = await inTurn(() => verify(passwordHash ?? HASH_OF_NOBODY, normalPassword(password)))
  return passwordHash !== undefined && isSame
}

/** The hash was made with other costs: hash the password again at the next successful sign-in. */
export function needsRehash(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash)
  return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism
}
