import { expect, test } from 'vitest'
import { encodeCp1251 } from './cp1251.ts'
import { paymentQr, type QrField } from './payment-qr.ts'

const FIELDS: QrField[] = [
  ['Name', 'ООО "Расчетные системы"'],
  ['PersonalAcc', '40702810000000000001'],
  ['BankName', 'ПАО СБЕРБАНК'],
  ['BIC', '047501602'],
  ['CorrespAcc', '30101810700000000602'],
  ['Sum', '46179'],
]

test('the text of a receipt is the same in both encodings, its bytes are not', () => {
  const narrow = paymentQr(FIELDS, 'windows-1251', null)
  const wide = paymentQr(FIELDS, 'utf-8', null)
  if (!narrow.ok || !wide.ok) throw new Error('refused')
  expect(narrow.text).toBe(wide.text.replace('ST00012', 'ST00011'))
  expect(narrow.bytes).toHaveLength(narrow.text.length)
  expect(new TextDecoder('windows-1251').decode(narrow.bytes)).toBe(narrow.text)
  expect(new TextDecoder().decode(wide.bytes)).toBe(wide.text)
})

test('the mandatory fields come first, in the order of the standard', () => {
  const qr = paymentQr(FIELDS.toReversed(), 'utf-8', null)
  expect(qr).toMatchObject({ text: expect.stringMatching(/^ST00012\|Name=.*\|PersonalAcc=.*\|Sum=46179$/) })
})

test('a value with the usual separator gets another one', () => {
  const qr = paymentQr([...FIELDS, ['Purpose', 'вода|сток']], 'utf-8', null)
  expect(qr).toMatchObject({ text: expect.stringContaining('~Purpose=вода|сток') })
})

const refused = (fields: QrField[], limit: number | null = null) => paymentQr(fields, 'windows-1251', limit)

test.each([
  ['a missing bank', FIELDS.slice(0, 2), { code: 'field_missing', key: 'BankName' }],
  ['two sums', [...FIELDS, ['Sum', '1']], { code: 'field_twice', key: 'Sum' }],
  ['a sum in roubles', [...FIELDS.slice(0, 5), ['Sum', '461.79']], { code: 'field_invalid', key: 'Sum' }],
  ['a long name', [['Name', 'я'.repeat(161)], ...FIELDS.slice(1)], { code: 'field_invalid', key: 'Name' }],
  ['a key with a sign', [...FIELDS, ['Sum|', '1']], { code: 'field_unknown', key: 'Sum|' }],
  ['a heart', [...FIELDS, ['Purpose', '❤']], { code: 'not_in_encoding' }],
  ['all separators', [...FIELDS, ['Purpose', '|~^`$#;\\']], { code: 'no_separator' }],
] as [string, QrField[], object][])('%s is refused', (_, fields, fault) => {
  expect(refused(fields)).toEqual({ ok: false, fault })
})

test('more bytes than the limit after the head are refused', () => {
  const qr = paymentQr(FIELDS, 'windows-1251', null)
  const data = qr.ok ? qr.bytes.length - 8 : 0
  expect(refused(FIELDS, data).ok).toBe(true)
  expect(refused(FIELDS, data - 1)).toEqual({ ok: false, fault: { code: 'too_long' } })
})

test('Windows-1251 has the letters of a bill and no others', () => {
  expect(encodeCp1251('АЯаяЁё№«»—')).toEqual(
    Uint8Array.of(0xc0, 0xdf, 0xe0, 0xff, 0xa8, 0xb8, 0xb9, 0xab, 0xbb, 0x97),
  )
  expect(encodeCp1251('₽')).toBeUndefined()
})
