import type { OrganisationKind } from '@rodnik/contract/organisations'
import * as z from 'zod/mini'

const Known = z.object({
  organisationName: z.string(),
  inn: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
})
/** What a request for credentials has told of an organisation, to begin its registration with. */
export type KnownOrganisation = z.infer<typeof Known>

export const knownFrom = (told: unknown): KnownOrganisation =>
  Known.safeParse(told).data ?? { organisationName: '', inn: '', contactName: '', contactPhone: '' }

const DIGITS_OF_SOLE_TRADER = 12

/** A person's ИНН is longer. */
export const kindByInn = (inn: string): OrganisationKind =>
  inn.length === DIGITS_OF_SOLE_TRADER ? 'sole_trader' : 'legal_entity'
