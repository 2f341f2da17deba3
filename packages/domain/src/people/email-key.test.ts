import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailKey } from './email-key.ts'

test.each([
  ['anna@example.ru', 'anna@example.ru'],
  ['  Anna.Petrova@Example.RU\n', 'anna.petrova@example.ru'],
  ['anna+voda@example.ru', 'anna+voda@example.ru'],
  ['anna_petrova-74@mail.example.ru', 'anna_petrova-74@mail.example.ru'],
  ['info@Водоканал.РФ', 'info@xn--80aaei4aimeb.xn--p1ai'],
  ['info@xn--80aaei4aimeb.xn--p1ai', 'info@xn--80aaei4aimeb.xn--p1ai'],
])('%s is kept as %s', (typed, key) => {
  expect(emailKey(typed)).toBe(key)
})

test.each([
  ['nothing', ''],
  ['no @', 'anna.example.ru'],
  ['nobody', '@example.ru'],
  ['no domain', 'anna@'],
  ['a domain of one word', 'anna@localhost'],
  ['an address of the network', 'anna@127.0.0.1'],
  ['an address of the network in one number', 'anna@2130706433'],
  ['two @', 'anna@petrova@example.ru'],
  ['another header after a line break', 'anna@example.ru\r\nBcc: all@example.ru'],
  ['a line break inside', 'anna\n@example.ru'],
  ['a second address', 'anna@example.ru,oleg@example.ru'],
  ['a name around it', 'Анна <anna@example.ru>'],
  ['a quoted name', '"anna petrova"@example.ru'],
  ['two dots', 'anna..petrova@example.ru'],
  ['a dot at the end', 'anna.@example.ru'],
  ['a domain that ends in a dot', 'anna@example.ru.'],
  ['a domain with a dash at the edge', 'anna@-example.ru'],
  ['a port', 'anna@example.ru:25'],
  ['a path', 'anna@example.ru/..'],
  ['Cyrillic letters before the @', 'анна@example.ru'],
  ['65 letters before the @', `${'a'.repeat(65)}@example.ru`],
  ['255 characters', `anna@${'a.'.repeat(124)}ru`],
])('%s is no address', (_, typed) => {
  expect(emailKey(typed)).toBeNull()
})

const word = fc.stringMatching(/^[A-Za-z0-9_+-]{1,12}$/)
const domain = fc.constantFrom('Example.ru', 'mail.example.RU', 'Почта.рф', 'водоканал74.рф', 'xn--p1ai.ru')
const around = fc.constantFrom('', ' ', '\n', '\u00A0', '\t ')

test('an address has one key in ASCII, whatever case it is typed in and whatever is around it', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), domain, around, (words, host, space) => {
      const address = `${words.join('.')}@${host}`
      const key = emailKey(address)
      expect(key).toMatch(/^[!-~]+@[\da-z.-]+$/)
      expect(emailKey(key ?? '')).toBe(key)
      expect(emailKey(space + address.toUpperCase() + space)).toBe(key)
    }),
  )
})

test('no text becomes an address that has control characters, spaces or a second @', () => {
  const pieces = fc.constantFrom(...'aЯ9.@-_+ \r\n<>"\u0000％ⓔ。'.split(''), 'example.ru', 'рф')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
      expect(emailKey(`${parts.join('')}@example.ru`) ?? 'a@b').toMatch(/^[!-?A-~]+@[\da-z.-]+$/)
    }),
    { numRuns: 2000 },
  )
})
