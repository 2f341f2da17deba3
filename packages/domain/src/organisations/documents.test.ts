import { DocumentKind } from '@rodnik/contract/organisations'
import { expect, test } from 'vitest'
import { missingDocuments } from './documents.ts'

test('a legal entity that shows nothing lacks one paper of each group', () => {
  expect(missingDocuments('legal_entity', [])).toEqual([
    'statement',
    'charter',
    'registration_certificate',
    'tax_certificate',
    'passport',
    'appointment',
  ])
})

test('the right to act is shown by either of two papers', () => {
  const others = DocumentKind.options.filter((kind) => kind !== 'appointment' && kind !== 'power_of_attorney')

  expect(missingDocuments('legal_entity', [...others, 'power_of_attorney'])).toEqual([])
  expect(missingDocuments('legal_entity', [...others, 'appointment'])).toEqual([])
  expect(missingDocuments('legal_entity', others)).toEqual(['appointment'])
})

test('a sole trader needs no charter', () => {
  expect(
    missingDocuments('sole_trader', ['statement', 'registration_certificate', 'tax_certificate', 'passport']),
  ).toEqual([])
})
