import { INTEGRATOR_SCOPES } from '@rodnik/contract/integrators'
import {
  IntegratorKind,
  type IntegratorTerms,
  MOST_REQUESTS,
  OrganisationNumber,
} from '@rodnik/contract/staff-integrators'
import { textOf } from '../../lib/form-text.ts'

/** What a form says of a program; NaN where no number stands. */
export function typedTerms(data: FormData): IntegratorTerms {
  const typed = textOf(data, 'requestsPerMinute')
  const [inn, kpp] = [textOf(data, 'inn'), textOf(data, 'kpp').toUpperCase()]
  return {
    name: textOf(data, 'name'),
    kind: IntegratorKind.options.find((kind) => kind === textOf(data, 'kind')) ?? 'other',
    organisation: inn === '' && kpp === '' ? null : { inn, kpp },
    contact: textOf(data, 'contact'),
    scopes: INTEGRATOR_SCOPES.filter((scope) => data.getAll('scopes').includes(scope)),
    requestsPerMinute: /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN,
  }
}

export type OrganisationField = 'inn' | 'kpp'

/** Which of its numbers is none. */
export function wrongNumbers(typed: OrganisationNumber): OrganisationField[] {
  const { error } = OrganisationNumber.safeParse(typed)
  return (['inn', 'kpp'] as const).filter((field) => error?.issues.some(({ path }) => path[0] === field))
}

export type TermsField = 'name' | 'contact' | 'scopes' | 'requestsPerMinute' | OrganisationField

/** The fields that have to be mended; whether the organisation is known the server says. */
export function wrongTerms({
  name,
  organisation,
  contact,
  scopes,
  requestsPerMinute,
}: IntegratorTerms): TermsField[] {
  return [
    ...(name === '' ? (['name'] as const) : []),
    ...(organisation ? wrongNumbers(organisation) : []),
    ...(contact === '' ? (['contact'] as const) : []),
    ...(scopes.length === 0 ? (['scopes'] as const) : []),
    ...(requestsPerMinute >= 1 && requestsPerMinute <= MOST_REQUESTS ? [] : (['requestsPerMinute'] as const)),
  ]
}
