import * as z from 'zod/mini'
import { type ReferenceKind, subjectFields } from './reference.ts'

const MONTHLY: ReadonlySet<ReferenceKind> = new Set([
  'due_day',
  'bill_day',
  'average_rules',
  'interruption_rules',
  'absence_rules',
  'legal_rules',
  'recalculation_rules',
  'charge_policies',
])

/** Whether a bill has one value of the kind: these begin on the first of a month. */
export const isMonthly = (kind: ReferenceKind): boolean => MONTHLY.has(kind)

export const ReferenceKindName = z.enum(Object.keys(subjectFields) as [ReferenceKind, ...ReferenceKind[]])
