import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { onStreet, readSearch } from './search-query.ts'

const address = (words: string[], house: string, flat: string | null) => ({
  words,
  addresses: [{ house, flat }],
})

test.each([
  ['свободы 12 кв 45', address(['свободы'], '12', '45')],
  ['ул. Свободы д 12 кв 45', address(['свободы'], '12', '45')],
  ['ул.Свободы, дом 12, квартира 45', address(['свободы'], '12', '45')],
  ['8 Марта 12 45', address(['8', 'марта'], '12', '45')],
  ['40 лет Победы 5', address(['40', 'лет', 'победы'], '5', null)],
  ['ул. 50 лет Октября 12', address(['50', 'лет', 'октября'], '12', null)],
  ['улица 8 Марта 12, кв 45', address(['8', 'марта'], '12', '45')],
  ['ул. 40-летия Победы, 5', address(['40', 'летия', 'победы'], '5', null)],
  ['2-я Эльтонская 7', address(['2', 'я', 'эльтонская'], '7', null)],
  ['Молодогвардейцев 12а', address(['молодогвардейцев'], '12А', null)],
  ['Молодогвардейцев 12 а кв 3', address(['молодогвардейцев'], '12А', '3')],
  ['Кашириных 129 корп. 2 кв 17', address(['кашириных'], '129/2', '17')],
  ['Кашириных 129/2, 17', address(['кашириных'], '129/2', '17')],
  ['Ёлочная 3', address(['елочная'], '3', null)],
])('the address «%s» is understood', (typed, expected) => {
  expect(readSearch(typed)).toMatchObject(expected)
})

test('«12-45» is a flat of house 12, or the house 12/45', () => {
  expect(readSearch('свободы 12-45').addresses).toEqual([
    { house: '12', flat: '45' },
    { house: '12/45', flat: null },
  ])
})

test.each([
  ['Петрова А', ['петрова', 'а']],
  ['ул', ['ул']],
  ['Семёнова', ['семенова']],
])('«%s» is words alone', (typed, words) => {
  expect(readSearch(typed)).toMatchObject({ words, addresses: [], numberStart: null })
})

test.each([
  ['314 000', { numberStart: '314000', phone: null }],
  ['8 (912) 345-67-89', { numberStart: null, phone: '+79123456789' }],
  ['9123456789', { numberStart: '9123456789', phone: '+79123456789' }],
  ['31', { numberStart: null, phone: null }],
])('the digits «%s» are a number or a phone', (typed, expected) => {
  expect(readSearch(typed)).toMatchObject({ ...expected, words: [], addresses: [] })
})

test('an e-mail is looked for in its normal form', () => {
  expect(readSearch(' Ivan@Mail.RU ')).toMatchObject({ email: 'ivan@mail.ru', words: [] })
  expect(readSearch('ivan@')).toMatchObject({ email: null, words: [] })
})

test.each([
  ['p2611-0000123-7', 'P2611-0000123-7'],
  ['р2611 — 0000123 — 7', 'P2611-0000123-7'],
  ['2611-0000123-4', '2611-0000123-4'],
])('«%s» is a number of ours and nothing else', (typed, code) => {
  expect(readSearch(typed)).toMatchObject({ code, digits: null, numberStart: null, words: [] })
})

test.each([
  ['123', null],
  ['00 12', '0012'],
  ['12345678901234', '12345678901234'],
])('the digits «%s» can be a part of a number: %s', (typed, digits) => {
  expect(readSearch(typed)).toMatchObject({ digits })
})

test('the beginning of an e-mail is kept as it is typed', () => {
  expect(readSearch(' Anna@')).toMatchObject({ email: null, emailStart: 'anna@' })
})

test('on another street house and flat stay', () => {
  expect(onStreet(readSearch('свабоды 12-45'), 'улица Свободы')).toMatchObject({
    words: ['свободы'],
    addresses: [{ house: '12', flat: '45' }, { house: '12/45' }],
  })
})

test('any text can be typed, and its words hold nothing but letters and digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
      for (const word of readSearch(typed).words) expect(word).toMatch(/^[0-9a-zа-я]+$/)
    }),
  )
})
