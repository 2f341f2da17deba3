import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  ['Фото счётчика.JPG', 'jpg', 'Фото счётчика.jpg'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\fakepath\\акт.pdf', 'pdf', 'акт.pdf'],
  ['ведомость.exe', 'pdf', 'ведомость.pdf'],
  ['счёт\u202Efdp.exe', 'pdf', 'счётfdp.pdf'],
  ['a\r\nSet-Cookie: x=1', 'jpg', 'aSet-Cookie_ x=1.jpg'],
  ['.htaccess', 'jpg', 'htaccess.jpg'],
  ['...', 'jpg', 'file.jpg'],
  ['', 'jpg', 'file.jpg'],
  ['выписка от 12.11.2026', 'pdf', 'выписка от 12.11.2026.pdf'],
  ['архив.tar.gz', 'pdf', 'архив.tar.pdf'],
])('«%s» is kept as a %s called «%s»', (given, extension, kept) => {
  expect(fileName(given, extension)).toBe(kept)
})

test('without a known content a file keeps its own ending', () => {
  expect(fileName('../фото 1.HEIC')).toBe('фото 1.HEIC')
})

test('a name of three hundred characters is cut, its ending is not', () => {
  const kept = fileName(`${'ж'.repeat(300)}.jpeg`, 'jpg')
  expect(kept).toBe(`${'ж'.repeat(96)}.jpg`)
})

test('any text becomes a name: short, of one line, without a path, and the same when asked again', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 400 }), (given) => {
      const kept = fileName(given, 'pdf')
      expect(kept).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Cs}<>:"|?*%]{1,96}\.pdf$/u)
      expect(kept.isWellFormed()).toBe(true)
      expect(fileName(kept, 'pdf')).toBe(kept)
    }),
  )
})
