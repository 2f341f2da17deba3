import type { FoundThing, SearchKind } from '@rodnik/contract/staff-search'

type Found = Pick<FoundThing, 'id' | 'day'>

const ofAccount = ({ id }: Found) => `accounts/${id}`

const PAGES: Record<SearchKind, (found: Found) => string> = {
  account: ofAccount,
  meter: ofAccount,
  submission: ofAccount,
  payment: ofAccount,
  request: ({ id }) => `requests/${id}`,
  appointment: ({ id, day = '' }) => `appointments?office=${id}&day=${day}`,
  organisation: ({ id }) => `organisations/${id}`,
  person: ({ id }) => `people/${id}`,
}

/** Where what was found is shown. */
export const pageOf = (kind: SearchKind, found: Found): string => `/staff/${PAGES[kind](found)}`
