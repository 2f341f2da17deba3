import { expect, test } from 'vitest'
import { audit as english } from './en/staff/audit.ts'
import { audit as russian } from './ru/staff/audit.ts'

test.each([
  ['Russian', russian.actions],
  ['English', english.actions],
])('no two actions of the log share a name, so that one can be chosen (%s)', (_language, actions) => {
  const names = Object.values(actions)

  expect(new Set(names).size).toBe(names.length)
})

test('every action of the log has a name in both languages', () => {
  expect(Object.keys(english.actions)).toEqual(Object.keys(russian.actions))
})
