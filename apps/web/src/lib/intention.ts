import { forget, keep, kept } from './kept.ts'
import { newKey } from './new-key.ts'

/** One thing a person wants to happen once: the request and the key under which the server knows it. */
export type Intention<Body> = { key: string; body: Body }

/** By which the server knows that it is the same thing again. */
export const headersOf = (key: string) => ({ 'idempotency-key': key })

type Kept<Body> = Intention<Body> & { fingerprint: string }

/** In memory too, for browsers that forbid storage. */
const undecided = new Map<string, Kept<unknown>>()

/**
 * The intention to send: while no answer has come, the same content goes out again word for word under the
 * same key, after a reload too, so that the server gives the first answer instead of doing it twice.
 */
export function intentionFor<Body>(name: string, body: Body, fingerprint: string): Intention<Body> {
  const earlier = (undecided.get(name) ?? kept(name)) as Kept<Body> | null
  if (earlier?.fingerprint === fingerprint) return earlier
  const intention = { key: newKey(), body, fingerprint }
  undecided.set(name, intention)
  keep(name, intention)
  return intention
}

/** A definite answer has come: the next press of the button is a new intention. */
export function settleIntention(name: string): void {
  undecided.delete(name)
  forget(name)
}
