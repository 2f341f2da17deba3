import { randomInt } from 'node:crypto'
import type { NewOrganisation } from '@rodnik/contract/organisations'
import { innFault, ogrnFault, ogrnipFault } from '@rodnik/domain/organisations/registration-numbers'

const digits = (count: number) => String(randomInt(10 ** count)).padStart(count, '0')

/** Some number of the form that passes its check: the control digits are tried out. */
function checked(start: string, controls: number, isRight: (number: string) => boolean): string {
  const tries = Array.from({ length: 10 ** controls }, (_, i) => start + String(i).padStart(controls, '0'))
  const number = tries.find(isRight)
  if (number === undefined) throw new Error(`No number begins with ${start}`)
  return number
}

/** A legal entity that nobody has registered yet, with all its papers. */
export const aLegalEntity = (facts: Partial<NewOrganisation> = {}): NewOrganisation => ({
  kind: 'legal_entity',
  name: `ООО «Ромашка ${digits(8)}»`,
  inn: checked(`74${digits(7)}`, 1, (number) => innFault(number, 'legal_entity') === null),
  kpp: '745301001',
  ogrn: checked(`1${digits(11)}`, 1, (number) => ogrnFault(number) === null),
  contactName: 'Иванова Мария Петровна',
  contactEmail: `office-${digits(8)}@example.ru`,
  contactPhone: '8 (351) 217-05-17',
  documents: [
    { kind: 'statement', reference: 'от 20.11.2026' },
    { kind: 'charter', reference: '' },
    { kind: 'registration_certificate', reference: '' },
    { kind: 'tax_certificate', reference: '' },
    { kind: 'passport', reference: '' },
    { kind: 'power_of_attorney', reference: '№ 12 от 01.11.2026' },
  ],
  accounts: [],
  ...facts,
})

export const aSoleTrader = (facts: Partial<NewOrganisation> = {}): NewOrganisation => ({
  ...aLegalEntity(),
  kind: 'sole_trader',
  name: 'ИП Петров Пётр Петрович',
  inn: checked(`74${digits(8)}`, 2, (number) => innFault(number, 'sole_trader') === null),
  kpp: '',
  ogrn: checked(`3${digits(13)}`, 1, (number) => ogrnipFault(number) === null),
  documents: [
    { kind: 'statement', reference: '' },
    { kind: 'registration_certificate', reference: '' },
    { kind: 'tax_certificate', reference: '' },
    { kind: 'passport', reference: '' },
  ],
  ...facts,
})
