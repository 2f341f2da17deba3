import type { DocumentKind, NewOrganisation, OrganisationKind } from '@rodnik/contract/organisations'
import { missingDocuments } from '@rodnik/domain/organisations/documents'
import { numberFaults, plainNumbers } from '@rodnik/domain/organisations/organisation-faults'
import { emailKey } from '@rodnik/domain/people/email-key'
import { AppError } from '../../platform/errors.ts'

/** What is known of an organisation besides its kind, as it is kept. */
export type OrganisationFacts = Omit<NewOrganisation, 'kind' | 'documents' | 'accounts'>

/** @throws invalid_request naming each wrong field: the numbers by their control digits, the e-mail by its form */
export function judgedFacts(kind: OrganisationKind, typed: OrganisationFacts): OrganisationFacts {
  const numbers = plainNumbers(typed)
  const contactEmail = emailKey(typed.contactEmail)
  const fields = {
    ...numberFaults(kind, numbers),
    ...(contactEmail === null && { contactEmail: 'no_address' }),
  }
  refuse(fields)
  return { ...typed, ...numbers, contactEmail: contactEmail ?? '' }
}

/** @throws invalid_request when a paper that this kind has to show is missing */
export function judgeDocuments(kind: OrganisationKind, shown: DocumentKind[]) {
  refuse(Object.fromEntries(missingDocuments(kind, shown).map((name) => [`documents.${name}`, 'missing'])))
}

/** @throws invalid_request when there is a wrong field */
export function refuse(fields: Record<string, string>) {
  if (Object.keys(fields).length > 0) throw new AppError('invalid_request', { fields })
}
