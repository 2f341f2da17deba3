import { withoutMarkings } from '../../../platform/without-markings.ts'
import type { Act } from './act-facts.ts'

/** As a guest typed it; null: they typed none. */
export type TypedAddress = { house: string; flat: string } | null

/**
 * The act as whoever entered without a profile may have it: nothing personal beyond what they typed. What was written
 * freely may name people, so it is left out; a whole marking proves possession of the account.
 */
export function abridged(act: Act, typed: TypedAddress): Act {
  const { facts, result } = act
  return {
    ...act,
    isAbridged: true,
    facts: {
      ...facts,
      account: { number: facts.account.number, address: inWords(typed), holderName: '' },
      inspectorName: '',
      meters: withoutMarkings(facts.meters),
    },
    result: withoutWords(result),
  }
}

const inWords = (typed: TypedAddress): string =>
  typed === null ? '' : [`дом ${typed.house}`, ...(typed.flat ? [`кв. ${typed.flat}`] : [])].join(', ')

function withoutWords(result: Act['result']): Act['result'] {
  if (result.outcome !== 'done') return { ...result, note: '' }
  const { meters, newMeters, signature } = result
  return {
    ...result,
    note: '',
    meters: meters.map((meter) => ({ ...meter, note: '' })),
    newMeters: withoutMarkings(newMeters),
    signature: signature && { name: '', strokes: [] },
  }
}
