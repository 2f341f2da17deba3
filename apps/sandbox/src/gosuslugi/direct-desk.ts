import type { DirectClient, Fields } from './direct-request.ts'
import type { Mood } from './mischief.ts'
import type { StandInPerson } from './persons.ts'
import type { SigningKeys } from './signing-keys.ts'

type Visit = { clientId: string; redirectUri: string; state: string }

/** What the steps of the direct protocol hand to each other; forgotten when the stand-in stops. */
export type Desk = {
  keys: SigningKeys
  mood: Mood
  clientOf: (fields: Fields) => DirectClient | undefined
  visits: Map<string, Visit>
  codes: Map<string, { visit: Visit; person: StandInPerson }>
  /** Whose data an access token opens. */
  oidOfToken: Map<string, number>
}
