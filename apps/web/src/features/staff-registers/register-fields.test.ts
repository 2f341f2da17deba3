import { expect, test } from 'vitest'
import { faultyFields, filterOf } from './register-fields.ts'

const typed = (values: Record<string, string>) => (name: string) => values[name] ?? ''

test('a filter is what the register knows of an address', () => {
  expect(
    filterOf('accounts', typed({ street: ' Мира ', debtOver: '0500', closed: 'yes', role: 'x' })),
  ).toEqual({
    street: 'Мира',
    debtOver: '500',
    closed: 'yes',
  })
})

test('an empty or zero number is no filter, a word in its place is a fault', () => {
  expect(filterOf('meters', typed({ dueWithin: '0', silentFor: '' }))).toEqual({})
  expect(faultyFields('meters', { dueWithin: 'месяц', silentFor: '3' })).toEqual(['dueWithin'])
})
