import { expect, test } from 'vitest'
import { filledFaults } from './filled-faults.ts'

const TODAY = '2026-11-22'
const ASKED = {
  what: 'first',
  organisationName: 'ООО «Ромашка»',
  contactName: 'Иванов Иван',
  contactPhone: '+7 912 000-00-00',
}

test.each(['7707083893', '500100732259'])('a taxpayer’s number is right by its check digits: %s', (inn) => {
  expect(filledFaults('credentials', { ...ASKED, inn }, TODAY)).toEqual({})
})

test.each([
  ['7707083894', 'wrong_check'],
  ['500100732258', 'wrong_check'],
  ['50010073225', 'wrong_length'],
])('a mistyped taxpayer’s number is found: %s', (inn, fault) => {
  expect(filledFaults('credentials', { ...ASKED, inn }, TODAY)).toEqual({ inn: fault })
})

test('what a kind forbids itself is found by its own rule', () => {
  const away = { persons: 0, leftOn: '2026-11-10', returnedOn: '2026-11-01', proof: 'travel_tickets' }

  expect(filledFaults('absence', away, TODAY)).toEqual({ persons: 'none', returnedOn: 'before_leaving' })
})

test('a kind without rules of its own finds nothing', () => {
  expect(filledFaults('appeal', { type: 'wish', topic: 'Вода', message: 'Спасибо' }, TODAY)).toEqual({})
})
