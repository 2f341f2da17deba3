import * as z from 'zod/mini'

/** By what an absence is proven (Rules 354, п. 93). */
export const ABSENCE_PROOFS = [
  'business_trip',
  'hospital',
  'travel_tickets',
  'lodging',
  'temporary_registration',
  'security_guard',
  'abroad',
  'study',
  'country_house',
  'other',
] as const

export const AbsenceProof = z.enum(ABSENCE_PROOFS)
export type AbsenceProof = z.infer<typeof AbsenceProof>
