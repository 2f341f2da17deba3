import { AppError } from './errors.ts'

/** What a command says when it could not do what it was asked: a refusal in its own words, anything else as it is. */
export function failureInWords(error: unknown, words: Partial<Record<string, string>>): string {
  if (error instanceof AppError) return words[error.code] ?? error.code
  return error instanceof Error ? error.message : String(error)
}
