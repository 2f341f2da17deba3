import type { EsiaAnswer, EsiaMemory, EsiaPerson } from '../../platform/esia.ts'
import type { Ask } from './ask.ts'

export type IdentifiedPerson = EsiaPerson & { isConfirmed: boolean }

/** One way of speaking with Gosuslugi. Throws EsiaRefusal or what its libraries throw. */
export type EsiaDriver = {
  begin: (ask: Ask) => Promise<{ redirectTo: string; memory: EsiaMemory }>
  finish: (ask: Ask, answer: EsiaAnswer, memory: EsiaMemory) => Promise<IdentifiedPerson>
}

/** What the portal asks of Gosuslugi, and no more. */
export const SCOPE = 'openid fullname email mobile'

/** Seconds by which the clocks of the utility and of Gosuslugi may differ. */
export const CLOCK_TOLERANCE_S = 30
