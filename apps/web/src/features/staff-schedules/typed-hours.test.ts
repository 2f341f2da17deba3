import { expect, test } from 'vitest'
import { hoursIn, hoursInWords, partIn } from './typed-hours.ts'

test.each([
  ['', null],
  ['   ', null],
  ['08:30-17:30', { from: '08:30', to: '17:30', breaks: [] }],
  ['8:30 – 17.30', { from: '08:30', to: '17:30', breaks: [] }],
  ['9:00-18:00, 13:00-14:00', { from: '09:00', to: '18:00', breaks: [{ from: '13:00', to: '14:00' }] }],
  ['9:00-24:00', { from: '09:00', to: '24:00', breaks: [] }],
  ['18:00-9:00', undefined],
  ['9:00', undefined],
  ['9:00-18:00, обед', undefined],
  ['9:00-18:00, 8:00-8:30', undefined],
  ['9:00-18:00-20:00', undefined],
  ['9:70-18:00', undefined],
])('%j is read as %j', (typed, hours) => {
  expect(hoursIn(typed)).toEqual(hours)
})

test.each([
  ['', null],
  ['9:00-12:00', { from: '09:00', to: '12:00' }],
  ['9:00-12:00, 10:00-11:00', undefined],
  ['утром', undefined],
])('a part of a day typed as %j is %j', (typed, part) => {
  expect(partIn(typed)).toEqual(part)
})

test.each(['', '08:30-17:30', '08:30-17:30, 12:30-13:15', '00:00-24:00, 03:00-04:00, 12:00-13:00'])(
  'hours shown as %j are read back',
  (shown) => {
    const hours = hoursIn(shown)
    expect(hours === undefined ? 'none' : hoursInWords(hours)).toBe(shown)
  },
)
