import { expect, test } from 'vitest'
import { numberFaults, plainNumbers } from './organisation-faults.ts'

const sberbank = { inn: '7707083893', kpp: '773601001', ogrn: '1027700132195' }

test('the numbers of a legal entity that exists are right', () => {
  expect(numberFaults('legal_entity', sberbank)).toEqual({})
})

test('each wrong number is named with its reason', () => {
  expect(numberFaults('legal_entity', { inn: '7707083894', kpp: '', ogrn: '10277001321' })).toEqual({
    inn: 'wrong_check',
    kpp: 'empty',
    ogrn: 'wrong_length',
  })
})

test('a sole trader has no КПП', () => {
  expect(numberFaults('sole_trader', sberbank)).toMatchObject({ kpp: 'not_expected', inn: 'wrong_length' })
})

test('spaces that were copied with the numbers go', () => {
  expect(plainNumbers({ inn: '7707 083 893', kpp: ' 773601001', ogrn: '1 02 77 00 13219 5' })).toEqual(
    sberbank,
  )
})
