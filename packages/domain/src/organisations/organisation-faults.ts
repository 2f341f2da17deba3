import type { OrganisationKind } from '@rodnik/contract/organisations'
import {
  innFault,
  kppFault,
  type NumberFault,
  ogrnFault,
  ogrnipFault,
  registrationNumber,
} from './registration-numbers.ts'

type Numbers = { inn: string; kpp: string; ogrn: string }

/** `not_expected`: a sole trader has no КПП. */
export type NumberFaults = Partial<Record<keyof Numbers, NumberFault | 'not_expected'>>

/** The numbers without the spaces that were copied with them. */
export const plainNumbers = ({ inn, kpp, ogrn }: Numbers): Numbers => ({
  inn: registrationNumber(inn),
  kpp: registrationNumber(kpp),
  ogrn: registrationNumber(ogrn),
})

const kppFaultOf = (kpp: string, kind: OrganisationKind) => {
  if (kind === 'legal_entity') return kppFault(kpp)
  return kpp === '' ? null : 'not_expected'
}

/** Why the numbers of an organisation cannot be right, by field; nothing when they can. */
export function numberFaults(kind: OrganisationKind, { inn, kpp, ogrn }: Numbers): NumberFaults {
  const faults = {
    inn: innFault(inn, kind),
    kpp: kppFaultOf(kpp, kind),
    ogrn: kind === 'legal_entity' ? ogrnFault(ogrn) : ogrnipFault(ogrn),
  }
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null))
}
