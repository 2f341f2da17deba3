import type { DocumentKind, NewOrganisation, OrganisationKind } from '@rodnik/contract/organisations'
import { DocumentKind as DocumentKinds } from '@rodnik/contract/organisations'
import { missingDocuments } from '@rodnik/domain/organisations/documents'
import { numberFaults, plainNumbers } from '@rodnik/domain/organisations/organisation-faults'
import { emailKey } from '@rodnik/domain/people/email-key'
import { textOf } from '../../lib/form-text.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import type { StaffWords } from '../../locales/ru/staff/index.ts'

type Words = StaffWords['organisations']['form']['faults']

/** The form as the API takes it. */
export function organisationOf(data: FormData, kind: OrganisationKind): NewOrganisation {
  const text = (name: string) => textOf(data, name)
  return {
    kind,
    name: text('name'),
    ...plainNumbers({
      inn: text('inn'),
      kpp: kind === 'legal_entity' ? text('kpp') : '',
      ogrn: text('ogrn'),
    }),
    contactName: text('contactName'),
    contactEmail: text('contactEmail'),
    contactPhone: text('contactPhone'),
    documents: DocumentKinds.options.flatMap((document: DocumentKind) =>
      data.get(`document.${document}`) === null
        ? []
        : [{ kind: document, reference: text(`reference.${document}`) }],
    ),
    accounts: text('accounts')
      .split(/[\s,;]+/)
      .filter((number) => number !== ''),
  }
}

/** What the server would refuse, said before it is asked. */
export function organisationFaults(typed: NewOrganisation, words: Words): Faults {
  const numbers = Object.entries(numberFaults(typed.kind, typed)).map(([field, fault]) => [
    field,
    words.numbers[fault],
  ])
  const missing = missingDocuments(
    typed.kind,
    typed.documents.map(({ kind }) => kind),
  ).map((document) => [`documents.${document}`, words.document])
  const account = firstWrongAccount(typed.accounts)
  return {
    ...(typed.name === '' && { name: words.name }),
    ...Object.fromEntries(numbers),
    ...(typed.contactName === '' && { contactName: words.contactName }),
    ...(emailKey(typed.contactEmail) === null && { contactEmail: words.contactEmail }),
    ...(typed.contactPhone === '' && { contactPhone: words.contactPhone }),
    ...Object.fromEntries(missing),
    ...(account && { accounts: words.account(...account) }),
  }
}

function firstWrongAccount(numbers: string[]): [number: string, reason: string] | undefined {
  const wrong = numbers.find((number) => !/^\d{10}$/.test(number))
  if (wrong !== undefined) return [wrong, 'wrong']
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i)
  return twice === undefined ? undefined : [twice, 'twice']
}

/** The server's reasons, by field, in the same words. */
export function refusedFaults(fields: Record<string, string>, typed: NewOrganisation, words: Words): Faults {
  return Object.fromEntries(
    Object.entries(fields).map(([field, reason]) => {
      const place = /^accounts\.(\d+)$/.exec(field)?.[1]
      if (place !== undefined) {
        return ['accounts', words.account(typed.accounts[Number(place)] ?? '', reason)]
      }
      if (field === 'inn' || field === 'kpp' || field === 'ogrn') {
        return [field, words.numbers[reason as keyof Words['numbers']] ?? words.numbers.not_digits]
      }
      if (field.startsWith('documents.')) return [field, words.document]
      return [field, words[field as 'name'] ?? reason]
    }),
  )
}
