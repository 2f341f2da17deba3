import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { sharedCounter } from '../../../platform/shared-counter.ts'

const WINDOW_SECONDS = 600

/** A page costs twenty milliseconds of a processor: years of receipts may be opened in a row, not hundreds. */
const LIMITS = { person: 60, guest: 20 } as const

/** Who is counted: a person, whatever their accounts, or all guests of an account together. */
export type Visitor = { kind: keyof typeof LIMITS; id: string }

const counterOf = (pool: Deps['pool'], { kind }: Visitor) =>
  sharedCounter(pool, `receipts-${kind}`, WINDOW_SECONDS)

const refusal = (msBeforeNext: number) =>
  new AppError('too_many_attempts', { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) })

/** Counts a receipt that is about to be made. @throws too_many_attempts */
export async function countReceipt(pool: Deps['pool'], visitor: Visitor): Promise<void> {
  const { consumedPoints, msBeforeNext } = await counterOf(pool, visitor).penalty(visitor.id)
  if (consumedPoints > LIMITS[visitor.kind]) throw refusal(msBeforeNext)
}

/** Whether one more would be made. @throws too_many_attempts */
export async function assertReceiptAllowed(pool: Deps['pool'], visitor: Visitor): Promise<void> {
  const found = await counterOf(pool, visitor).get(visitor.id)
  if (found && found.consumedPoints >= LIMITS[visitor.kind]) throw refusal(found.msBeforeNext)
}
