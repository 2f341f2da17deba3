import type { Problem, ProblemCode } from '@rodnik/contract/problem'

type Details = Partial<
  Pick<Problem, 'fields' | 'readings' | 'isPictureCodeNeeded' | 'retryAfterSeconds' | 'slots' | 'windows'>
>

/** An expected refusal. Anything else that is thrown is a bug and becomes a 500. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ProblemCode
  readonly details: Details

  constructor(code: ProblemCode, details: Details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
