import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mobilePhone } from './mobile-phone.ts'

test.each([
  '89123456789',
  '8 (912) 345-67-89',
  '8-912-345-67-89',
  '8 912 345 67 89',
  '+79123456789',
  '+7 (912) 345–67–89',
  '+7 912 345 67 89',
  '+7\u00A0912\u202F345.67.89',
  '79123456789',
  ' 9123456789 ',
  '(912)3456789',
])('%s is a mobile number', (typed) => {
  expect(mobilePhone(typed)).toBe('+79123456789')
})

test.each([
  ['nothing', ''],
  ['a number of Chelyabinsk', '8 351 217-05-17'],
  ['a digit too few', '8 912 345-67-8'],
  ['a digit too many', '8 912 345-67-890'],
  ['another country', '+375 29 123-45-67'],
  ['Kazakhstan', '+7 701 123 45 67'],
  ['+8', '+8 912 345 67 89'],
  ['two pluses', '++79123456789'],
  ['a word', '8 912 345-67-89 Анна'],
  ['two numbers', '89123456789, 89123456780'],
  ['Arabic-Indic digits', '٨٩١٢٣٤٥٦٧٨٩'],
])('%s is none', (_, typed) => {
  expect(mobilePhone(typed)).toBeNull()
})

test('a number is read in the same way however its digits are set apart', () => {
  const rest = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  const gap = fc.constantFrom('', ' ', '-', ' - ', '(', ') ', '\u00A0', '—')
  fc.assert(
    fc.property(rest, fc.constantFrom('+7', '8', '7', ''), fc.array(gap), (digits, prefix, gaps) => {
      const typed = prefix + [9, ...digits].map((digit, i) => `${gaps[i] ?? ''}${digit}`).join('')
      expect(mobilePhone(typed)).toBe(`+79${digits.join('')}`)
    }),
  )
})
