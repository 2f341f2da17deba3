import type { Foreign } from './city.ts'
import type { Operation } from './operations.ts'
import { sampleOf } from './samples.ts'

/** Where the least body would be refused for itself, and not for the object it is sent to. */
const BODIES: Record<string, (foreign: Foreign) => object> = {
  'POST /my/accounts/{accountId}/submissions': ({ meter }) => ({
    readings: [{ meterId: meter.id, valueLitres: 127_000 }],
  }),
}

/** A body that the operation would take. */
export function bodyFor({ name, body }: Operation, foreign: Foreign): object | undefined {
  const made = BODIES[name]?.(foreign)
  return made ?? (body && (sampleOf(body) as object))
}
