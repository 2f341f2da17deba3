import { keep, kept } from '../../lib/kept.ts'
import type { FoundBy } from './appointments.queries.ts'

const NAME = 'appointment-found'

/** The appointment that a guest has found by number and code: with it the next page may move it. */
export const keepFound = (found: FoundBy) => keep(NAME, found)

export function keptFound(): FoundBy | null {
  const value = kept(NAME)
  if (typeof value !== 'object' || value === null) return null
  const { number, code } = value as Partial<FoundBy>
  return typeof number === 'string' && typeof code === 'string' ? { number, code } : null
}
