import { expect, test } from 'vitest'
import { amountInWords } from './amount-in-words.ts'

test.each([
  [0, 'Ноль рублей 00 копеек'],
  [1204, 'Двенадцать рублей 04 копейки'],
  [100_613, 'Одна тысяча шесть рублей 13 копеек'],
  [123_456_789, 'Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь рублей 89 копеек'],
])('%i kopecks are said as «%s»', (kopecks, words) => {
  expect(amountInWords(kopecks)).toBe(words)
})
