import type { ReferenceValue } from '@rodnik/contract/staff-reference'

export type Standing = 'now' | 'coming' | 'past'

/** Whether a value holds today, will hold or held. */
export function standingOf({ row, validTo }: ReferenceValue, today: string): Standing {
  if (row.validFrom > today) return 'coming'
  return validTo !== null && validTo < today ? 'past' : 'now'
}
