import * as z from 'zod/mini'
import { absence } from './absence.ts'
import { appeal } from './appeal.ts'
import { changeOfPersons } from './change-of-persons.ts'
import { correction } from './correction.ts'
import { credentials } from './credentials.ts'
import { inspectorCall } from './inspector-call.ts'
import { meterReplacement } from './meter-replacement.ts'
import { sealing } from './sealing.ts'

/** Every kind of request there is. A new one is a file beside these, and its words. */
export const requestKinds = {
  sealing,
  inspector_call: inspectorCall,
  meter_replacement: meterReplacement,
  correction,
  absence,
  persons: changeOfPersons,
  appeal,
  credentials,
} as const

export type RequestKinds = typeof requestKinds
export const RequestKindName = z.enum(
  Object.keys(requestKinds) as [keyof RequestKinds, ...(keyof RequestKinds)[]],
)
export type RequestKindName = z.infer<typeof RequestKindName>
export type FieldsOf<K extends RequestKindName> = z.infer<RequestKinds[K]['schema']>

const filled = <K extends RequestKindName>(kind: RequestKinds[K]) =>
  z.strictObject({ kind: z.literal(kind.name as K), fields: kind.schema })

/** What is asked: the kind, and its fields filled in. */
export const Filled = z.discriminatedUnion('kind', [
  filled<'sealing'>(sealing),
  filled<'inspector_call'>(inspectorCall),
  filled<'meter_replacement'>(meterReplacement),
  filled<'correction'>(correction),
  filled<'absence'>(absence),
  filled<'persons'>(changeOfPersons),
  filled<'appeal'>(appeal),
])
export type Filled = z.infer<typeof Filled>
