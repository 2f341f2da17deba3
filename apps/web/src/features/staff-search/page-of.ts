import type { SearchKind } from '@rodnik/contract/staff-search'

const PAGES: Record<SearchKind, string> = {
  account: 'accounts',
  meter: 'accounts',
  submission: 'accounts',
  payment: 'accounts',
  organisation: 'organisations',
  person: 'people',
}

/** Where what was found is shown. */
export const pageOf = (kind: SearchKind, id: string): string => `/staff/${PAGES[kind]}/${id}`
