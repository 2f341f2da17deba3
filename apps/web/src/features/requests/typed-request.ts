import type { RequestField } from '@rodnik/contract/request-kinds/field'
import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import { filledFaults } from '@rodnik/domain/requests/filled-faults'
import { ApiError } from '../../lib/call.ts'
import { kindFacts } from './kind-facts.ts'
import { correctionRows, correctionsOf, type TypedCorrection } from './typed-corrections.ts'

/** What stands in a field: text, what is marked, or rows of their own. */
export type TypedValue = string | readonly string[] | readonly TypedCorrection[]
export type TypedRequest = { fields: Record<string, TypedValue>; email: string }

export const NOTHING_TYPED: TypedRequest = { fields: {}, email: '' }

export const typedText = (value: TypedValue | undefined): string => (typeof value === 'string' ? value : '')

export const typedMarks = (value: TypedValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/** How many digits a meter has behind the comma, by its id. */
export type FractionDigits = ReadonlyMap<string, number>

/** A field as its schema takes it; undefined where nothing is typed yet. */
function filledIn(field: RequestField, value: TypedValue | undefined, digits: FractionDigits): unknown {
  if (field.input === 'meters') return typedMarks(value).length > 0 ? typedMarks(value) : undefined
  if (field.input === 'corrections') return correctionsOf(correctionRows(value), digits)
  const text = typedText(value).trim()
  if (text === '') return undefined
  if (field.input === 'persons') return Number(text)
  return field.input === 'inn' ? text.replaceAll(/\s/g, '') : text
}

/** missing, wrong, too_long: of any field. The rest are codes of the rules; behind @ the place in a list. */
export type FieldFault = string
type Outcome = { isRight: true; fields: object } | { isRight: false; faults: Record<string, FieldFault> }

/** What is typed, by the rules that the server asks too. */
export function judgeTyped(
  kind: RequestKindName,
  typed: TypedRequest,
  { today, digits }: { today: string; digits: FractionDigits },
): Outcome {
  const { fields, schema } = kindFacts(kind)
  const filled = Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = filledIn(field, typed.fields[name], digits)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const parsed = schema.safeParse(filled)
  if (parsed.success) {
    const faults = filledFaults(kind, parsed.data, today)
    return Object.keys(faults).length > 0
      ? { isRight: false, faults }
      : { isRight: true, fields: parsed.data }
  }
  const faults: Record<string, FieldFault> = {}
  for (const { path, code } of parsed.error.issues) {
    const name = String(path[0])
    faults[name] ??= name in filled ? (code === 'too_big' ? 'too_long' : 'wrong') : 'missing'
  }
  return { isRight: false, faults }
}

/** The fields that the server has found wrong, each with its code. */
export function refusedFields(error: Error): Record<string, FieldFault> {
  const { fields = {} } = (error instanceof ApiError && error.problem) || {}
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, code]) => {
      const [, name, place] = /(?:^|\.)fields\.(\w+)(?:\.(\d+))?/.exec(path) ?? []
      return name === undefined ? [] : [[name, place === undefined ? code : `${code}@${place}`]]
    }),
  )
}
