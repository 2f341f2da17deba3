import type { DocumentKind, OrganisationKind } from '@rodnik/contract/organisations'

/**
 * What has to be shown before an organisation is registered: one paper of each group. The right to act is
 * shown by a power of attorney or by the paper that appoints the head.
 */
export const requiredDocuments: Record<OrganisationKind, readonly (readonly DocumentKind[])[]> = {
  legal_entity: [
    ['statement'],
    ['charter'],
    ['registration_certificate'],
    ['tax_certificate'],
    ['passport'],
    ['appointment', 'power_of_attorney'],
  ],
  sole_trader: [['statement'], ['registration_certificate'], ['tax_certificate'], ['passport']],
}

/** The first paper of each group of which nothing was shown. */
export const missingDocuments = (kind: OrganisationKind, shown: readonly DocumentKind[]): DocumentKind[] =>
  requiredDocuments[kind]
    .filter((group) => !group.some((document) => shown.includes(document)))
    .flatMap(([first]) => first ?? [])
