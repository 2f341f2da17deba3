import { type ReferenceRow, subjectFields } from '@rodnik/contract/reference'

/** What a value is of, as text: «cold_water residents»; empty where there is one for the whole city. */
export const subjectOf = (row: ReferenceRow): string =>
  fieldsOfSubject(row)
    .map(([, value]) => String(value))
    .join(' ')

/** The fields that are the value itself. */
export function valueOf(row: ReferenceRow): Record<string, unknown> {
  const { kind, validFrom: _from, act: _act, ...fields } = row
  const subject: readonly string[] = subjectFields[kind]
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !subject.includes(name)))
}

function fieldsOfSubject(row: ReferenceRow): [string, unknown][] {
  const fields = Object.entries(row)
  return subjectFields[row.kind].flatMap((name) => fields.filter(([field]) => field === name))
}
