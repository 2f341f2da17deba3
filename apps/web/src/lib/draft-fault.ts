import type { FindingFault } from '@rodnik/domain/visits/visit-findings'

/** What is missing from the record of a visit, or cannot be so; words and form share it. */
export type DraftFault =
  | FindingFault
  | 'not_a_number'
  | 'nothing'
  | 'sign'
  | 'name'
  | 'due_needed'
  | 'type_needed'
  | 'serial_needed'
