import { expect, test } from 'vitest'
import { innFault, kppFault, ogrnFault, ogrnipFault, registrationNumber } from './registration-numbers.ts'

// Published numbers of well-known companies, and the samples of the tax service.
test.each(['7707083893', '7736207543', '7740000076'])('%s is the ИНН of a company', (number) => {
  expect(innFault(number, 'legal_entity')).toBeNull()
})

test.each(['500100732259', '526317984689'])('%s is the ИНН of a person', (number) => {
  expect(innFault(number, 'sole_trader')).toBeNull()
})

test.each(['1027700132195', '1027700229193', '1027700149124'])('%s is an ОГРН', (number) => {
  expect(ogrnFault(number)).toBeNull()
})

test.each(['304500116000157'])('%s is an ОГРНИП', (number) => {
  expect(ogrnipFault(number)).toBeNull()
})

test.each(['773601001', '7736A1001', '0123ZZ999'])('%s may be a КПП', (number) => {
  expect(kppFault(number)).toBeNull()
})

test.each([
  ['no digits', innFault('', 'legal_entity'), 'empty'],
  ['an ИНН with a letter', innFault('77070838O3', 'legal_entity'), 'not_digits'],
  ['Arabic-Indic digits', innFault('٧٧٠٧٠٨٣٨٩٣', 'legal_entity'), 'not_digits'],
  ['the ИНН of a person for a company', innFault('500100732259', 'legal_entity'), 'wrong_length'],
  ['the ИНН of a company for a person', innFault('7707083893', 'sole_trader'), 'wrong_length'],
  ['ten zeros', innFault('0000000000', 'legal_entity'), 'wrong_start'],
  ['a mistyped ИНН', innFault('7707083894', 'legal_entity'), 'wrong_check'],
  ['an ИНН with neighbours swapped', innFault('7770083893', 'legal_entity'), 'wrong_check'],
  ['a КПП of small letters', kppFault('7736a1001'), 'not_digits'],
  ['a short КПП', kppFault('77360100'), 'wrong_length'],
  ['a КПП of no office', kppFault('000001001'), 'wrong_start'],
  ['the number of a later record', ogrnFault('2027700132196'), 'wrong_start'],
  ['the ОГРНИП for an ОГРН', ogrnFault('304500116000157'), 'wrong_length'],
  ['a mistyped ОГРН', ogrnFault('1027700132196'), 'wrong_check'],
  ['a mistyped ОГРНИП', ogrnipFault('304500116000158'), 'wrong_check'],
])('%s is refused', (_, fault, expected) => {
  expect(fault).toBe(expected)
})

test('spaces of a copied number and small letters of a КПП are forgiven', () => {
  expect(registrationNumber(' 77 07\u00A0083893 ')).toBe('7707083893')
  expect(registrationNumber('7736a1001')).toBe('7736A1001')
})
