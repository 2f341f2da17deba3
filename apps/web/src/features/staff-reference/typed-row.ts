import { type ReferenceKind, ReferenceRow } from '@rodnik/contract/reference'
import { textOf } from '../../lib/form-text.ts'
import { scaledFrom } from '../../lib/typed-number.ts'
import { type FieldType, fieldsOf } from './kind-fields.ts'
import { daysFrom } from './typed-days.ts'
import { stepsFrom } from './typed-steps.ts'

const DIGITS = {
  roubles: 2,
  cubic_metres: 3,
  times: 2,
  share: 2,
  optional_share: 2,
  percent: 0,
  whole: 0,
} as const

/** What was typed, in the units of the contract, or as it stands; something the contract refuses where it is no such thing. */
function valueFrom(field: FieldType, typed: string, year: number): unknown {
  if (field.type === 'digits') return typed.replaceAll(/\s/g, '')
  if (field.type === 'yes_no') return typed === 'yes'
  if (field.type === 'days') return daysFrom(typed, year)
  if (field.type === 'steps') return stepsFrom(typed)
  if (field.type === 'optional_share' && typed === '') return null
  return field.type in DIGITS ? scaledFrom(typed, DIGITS[field.type as keyof typeof DIGITS]) : typed
}

export type TypedRow = { row: ReferenceRow; wrong: null } | { row: null; wrong: ReadonlySet<string> }

/** The form as a row, or the names of the fields that are not right, by the contract the server judges with. */
export function rowFrom(kind: ReferenceKind, data: FormData, openFrom: string): TypedRow {
  const year = scaledFrom(textOf(data, 'year'), 0)
  const values = fieldsOf(kind).map((field) => [field.name, valueFrom(field, textOf(data, field.name), year)])
  const parsed = ReferenceRow.safeParse({
    kind,
    validFrom: textOf(data, 'validFrom'),
    act: textOf(data, 'act'),
    ...Object.fromEntries(values),
  })
  if (!parsed.success) {
    return { row: null, wrong: new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'act'))) }
  }
  const isOpen = parsed.data.validFrom >= openFrom
  return isOpen ? { row: parsed.data, wrong: null } : { row: null, wrong: new Set(['validFrom']) }
}
