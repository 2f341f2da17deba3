import type { ReferenceRow } from '@rodnik/contract/reference'
import type { Language } from '../../lib/languages.ts'
import { scaledText } from '../../lib/typed-number.ts'
import type { StaffWords } from '../../locales/ru/staff/index.ts'
import { type FieldType, fieldIn, fieldsOf } from './kind-fields.ts'
import { daysText } from './typed-days.ts'
import { stepsText } from './typed-steps.ts'

export type Speech = { language: Language; words: StaffWords['reference'] }
type Step = { fromDay: number; denominator: number | null }

const SCALES = {
  roubles: { digits: 2, least: 2 },
  cubic_metres: { digits: 3 },
  times: { digits: 2 },
  share: { digits: 2 },
  optional_share: { digits: 2 },
} as const

/** A value as it is typed into the form. */
export function typedText(field: FieldType, value: unknown, language: Language): string {
  if (field.type === 'days') return daysText(value as string[])
  if (field.type === 'steps') return stepsText(value as Step[])
  if (field.type === 'yes_no') return value === true ? 'yes' : 'no'
  return typeof value === 'number'
    ? numberText(field, value, language)
    : typeof value === 'string'
      ? value
      : ''
}

function numberText({ type }: FieldType, value: number, language: Language): string {
  if (!(type in SCALES)) return String(value)
  const point = language === 'ru' ? ',' : '.'
  return scaledText(value, { ...SCALES[type as keyof typeof SCALES], point })
}

const nameOf = (words: Speech['words'], value: unknown): string => words.names[String(value)] ?? String(value)

/** A value with its unit. */
function inWords(field: FieldType, value: unknown, { language, words }: Speech): string {
  if (value === null) return words.noCap
  if (field.type === 'yes_no') return value === true ? words.yes : words.no
  if (field.type === 'choice' || field.type === 'known') return nameOf(words, value)
  const text = typedText(field, value, language)
  return text === '' ? words.nothing : `${text}${words.units[field.type] ?? ''}`
}

export const labelOf = (words: Speech['words'], kind: ReferenceRow['kind'], name: string): string =>
  words.fields[`${kind}.${name}`] ?? words.fields[name] ?? name

/** «Холодная вода, жители»; empty where there is one for the whole city. */
export const subjectInWords = (row: ReferenceRow, words: Speech['words']): string =>
  fieldsOf(row.kind)
    .filter(({ isSubject }) => isSubject)
    .map(({ name }) => nameOf(words, fieldIn(row, name)))
    .join(', ')

/** What the value is, field by field; the label of an only one says nothing more. */
export function valueInWords(row: ReferenceRow, speech: Speech): string[] {
  const fields = fieldsOf(row.kind).filter(({ isSubject }) => !isSubject)
  return fields.map((field) => {
    const said = inWords(field, fieldIn(row, field.name), speech)
    return fields.length === 1 ? said : `${labelOf(speech.words, row.kind, field.name)}: ${said}`
  })
}
