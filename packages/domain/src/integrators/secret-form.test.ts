import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32, isSecretForm, SECRET_ALPHABET, SECRET_LETTERS, secretOf } from './secret-form.ts'

const letter = fc.constantFrom(...Array.from(SECRET_ALPHABET))
const letters = fc
  .array(letter, { minLength: SECRET_LETTERS, maxLength: SECRET_LETTERS })
  .map((each) => each.join(''))

test('the checksum is the CRC-32 that everybody knows', () => {
  expect(crc32('123456789')).toBe(0xcb_f4_39_26)
  expect(crc32('')).toBe(0)
})

test('a secret is known by its form alone', () => {
  fc.assert(
    fc.property(letters, (drawn) => {
      expect(isSecretForm(secretOf(drawn))).toBe(true)
    }),
  )
})

test('one wrong letter, and it is none', () => {
  fc.assert(
    fc.property(letters, fc.nat(SECRET_LETTERS + 5), letter, (drawn, at, other) => {
      const secret = secretOf(drawn)
      const place = secret.length - 1 - at
      fc.pre(secret[place] !== other)
      expect(isSecretForm(`${secret.slice(0, place)}${other}${secret.slice(place + 1)}`)).toBe(false)
    }),
  )
})

test.each([
  '',
  'rodnik_live_',
  'rodnik_tn_abc',
  ` ${secretOf('a'.repeat(40))}`,
  `${secretOf('a'.repeat(40))}\n`,
])('other texts are none: %j', (text) => expect(isSecretForm(text)).toBe(false))
