import { expect, test } from 'vitest'
import { words as english } from './en/index.ts'
import { words as russian } from './ru/index.ts'

const ru = russian.verdict
const en = english.verdict

test('the digits a meter has before the comma agree with their number', () => {
  expect(ru.too_many_digits(4)).toContain('только 4 цифры.')
  expect(ru.too_many_digits(5)).toContain('только 5 цифр.')
  expect(en.too_many_digits(5)).toContain('only 5 digits before')
})

test('the digits a meter has after the comma agree with their number', () => {
  expect([1, 2, 3].map(ru.typed.too_many_fraction_digits)).toEqual([
    'После запятой у счётчика только 1 цифра',
    'После запятой у счётчика только 2 цифры',
    'После запятой у счётчика только 3 цифры',
  ])
  expect(en.typed.too_many_fraction_digits(1)).toBe('The meter has only 1 digit after the comma')
})

test('a meter without red drums is said to show whole cubic metres, not none of the digits', () => {
  expect(ru.typed.too_many_fraction_digits(0)).toContain('только целые кубометры')
  expect(en.typed.too_many_fraction_digits(0)).toContain('whole cubic metres only')
})
