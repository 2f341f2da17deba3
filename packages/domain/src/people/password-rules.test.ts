import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyboardTwins } from './keyboard-twins.ts'
import { normalPassword, passwordFaults, passwordStrength } from './password-rules.ts'

const COMMON = new Set(['password', 'gfhjkm', 'qwerty', 'ghbdtn', 'iloveyou', 'password1', 'dragon'])
const context = {
  isCommon: (word: string) => COMMON.has(word),
  email: 'anna.petrova74@example.ru',
  phone: '+79123456789',
  login: 'U-100001',
  accountNumbers: ['3140000017'],
}

test.each([
  ['Password1', 'common'],
  ['password!!!', 'common'],
  ['2026password', 'common'],
  ['gfhjkm2026', 'common'],
  ['Пароль2026', 'common'],
  ['привет123', 'common'],
  ['vodokanal2026', 'local_words'],
  ['Vodokanal-2026!', 'local_words'],
  ['водоканал74', 'local_words'],
  ['djljrfyfk2026', 'local_words'],
  ['РОДНИК-родник', 'local_words'],
  ['Челябинск1736', 'local_words'],
  ['xtkz,bycr1736', 'local_words'],
  ['3141234567', 'local_words'],
  ['3141234567abc', 'local_words'],
  ['voda-voda-voda', 'local_words'],
  ['anna.petrova74@example.ru', 'own_details'],
  ['Petrova1974!', 'own_details'],
  ['89123456789', 'own_details'],
  ['345678989', 'own_details'],
  ['U-100001x', 'own_details'],
  ['3140000017', 'own_details'],
  ['0000017dom', 'own_details'],
  ['12345678', 'simple_pattern'],
  ['87654321', 'simple_pattern'],
  ['aaaaaaaaaaaa', 'simple_pattern'],
  ['abcdabcdabcd', 'simple_pattern'],
  ['abcdefgh1234', 'simple_pattern'],
  ['qwertyuiop', 'simple_pattern'],
  ['йцукенгшщз', 'simple_pattern'],
  ['семь777', 'too_short'],
  ['', 'too_short'],
  ['a'.repeat(257), 'too_long'],
])('«%s» is refused: %s', (password, fault) => {
  expect(passwordFaults(password, context)).toContain(fault)
})

test.each([
  'приветкакдела',
  'dragon8461937',
  'синий чайник',
  'kX9fQz2m',
  'вода бежит по трубам весь день',
  'correct horse battery staple and a small green kettle on a stove',
])('«%s» is accepted', (password) => {
  expect(passwordFaults(password, context)).toEqual([])
})

test('fifteen characters are strong, eight are fair, seven too weak', () => {
  expect(passwordStrength('синий чайник на', context)).toEqual({ level: 'strong', reason: null })
  expect(passwordStrength('чайник и', context)).toEqual({ level: 'fair', reason: 'shorter_than_recommended' })
  expect(passwordStrength('чайник1', context)).toEqual({ level: 'too_weak', reason: 'too_short' })
})

test('a letter is one character however it is put together', () => {
  expect(passwordFaults('\u0438\u0306'.repeat(3) + 'мнк', context)).toContain('too_short')
  expect(normalPassword('кофей\u0306ня')).toBe(
    normalPassword('кофе\u0439\u0306ня'.replace('\u0439\u0306', 'й\u0306')),
  )
  expect(passwordFaults('🫖🫖🌊🚰🛁🫖🌊🚿', context)).toEqual([])
})

test('nothing of a password is cut off, trimmed or changed in case', () => {
  expect(normalPassword('  Синий чайник ')).toBe('  Синий чайник ')
})

test('every keyboard twin of a refused word is refused', () => {
  fc.assert(
    fc.property(fc.constantFrom('password', 'vodokanal', 'водоканал', 'qwerty12'), (word) => {
      for (const twin of keyboardTwins(word)) expect(passwordFaults(twin, context)).not.toEqual([])
    }),
  )
})

test('any text is judged, at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const isRefused = passwordFaults(text, context).length > 0
      expect(passwordStrength(text, context).level === 'too_weak').toBe(isRefused)
    }),
  )
})
