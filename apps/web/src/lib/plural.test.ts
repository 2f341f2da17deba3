import { expect, test } from 'vitest'
import { plural } from './plural.ts'

const days = ['день', 'дня', 'дней']

test('Russian days agree with their number', () => {
  expect([1, 2, 5, 11, 21, 22, 25].map((count) => plural('ru', count, days))).toEqual([
    'день',
    'дня',
    'дней',
    'дней',
    'день',
    'дня',
    'дней',
  ])
})

test('English days agree with their number', () => {
  expect([0, 1, 2].map((count) => plural('en', count, ['day', 'days']))).toEqual(['days', 'day', 'days'])
})
