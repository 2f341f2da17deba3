import * as z from 'zod/mini'
import type { StaffRole } from '../endpoint.ts'
import type { RequestField } from './field.ts'

/**
 * What must have happened before a request can be closed as done. visit: an inspector has been there.
 * recalculation: the months are to be charged anew. facts: the account's data say it. credentials: they were issued.
 */
export const RequestStep = z.enum(['visit', 'recalculation', 'facts', 'credentials'])
export type RequestStep = z.infer<typeof RequestStep>

/** When an answer is due, counted from the day after filing. */
export type RequestDeadline = {
  days: number
  of: 'working' | 'calendar'
  /** Where the term comes from: a paragraph of the law, or a decision of the house. */
  because: string
}

type Fields = Record<string, RequestField>
type ShapeOf<F extends Fields> = { [K in keyof F]: F[K]['schema'] }
export type FieldFaults<F extends Fields> = Partial<Record<keyof F, string>>

type Declared<Name extends string, F extends Fields> = {
  name: Name
  fields: F
  steps: readonly RequestStep[]
  deadline: RequestDeadline
  /** Who finds it in the queue; administrators find all. */
  workedOnBy: readonly Exclude<StaffRole, 'administrator'>[]
  /** An account's people, or somebody who has none yet. */
  isAbout: 'account' | 'nobody_yet'
  /** What no single field can tell; codes by field, empty when all is well. */
  faults?: (values: z.infer<z.ZodMiniObject<ShapeOf<F>>>, today: string) => FieldFaults<F>
}

/** One kind of request, whole: what is asked, how long it takes, who answers, what has to happen first. */
export const requestKind = <const Name extends string, const F extends Fields>(kind: Declared<Name, F>) => {
  const shape = Object.fromEntries(Object.entries(kind.fields).map(([name, { schema }]) => [name, schema]))
  return { ...kind, schema: z.strictObject(shape as ShapeOf<F>) }
}
