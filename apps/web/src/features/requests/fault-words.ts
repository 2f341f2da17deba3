import type { RequestField } from '@rodnik/contract/request-kinds/field'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { RequestsWords } from '../../locales/ru/requests.ts'
import type { FieldFault } from './typed-request.ts'

/** Faults of fields in words; what nobody has words for is still marked at its field. */
export function faultsInWords(
  all: Record<string, FieldFault>,
  fields: Record<string, RequestField>,
  { faults: say, form }: RequestsWords,
): Faults {
  const inWords = (field: RequestField, found: FieldFault): string => {
    const [code = '', place] = found.split('@')
    const said = ofCode(field, code)
    return place === undefined ? said : `${form.corrections.row(Number(place) + 1)}: ${said}`
  }
  const ofCode = (field: RequestField, fault: string): string => {
    if (fault === 'missing') return say.missing[field.input]
    if (fault === 'too_long' && 'maxLength' in field) return say.tooLong(field.maxLength)
    const known: Record<string, string> = say.codes
    return known[fault] ?? say.wrong[field.input]
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, fault]) => {
      const field = fields[name]
      return field ? [[name, inWords(field, fault)]] : []
    }),
  )
}
