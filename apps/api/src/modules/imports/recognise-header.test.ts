import { describe, expect, test } from 'vitest'
import { recogniseHeader } from './recognise-header.ts'
import { detectSeparator } from './separator.ts'

describe('the kind of a file is told by its header', () => {
  test.each([
    ['accounts', 'russian', ['Лицевой счёт', 'Улица', 'Дом', 'Квартира']],
    ['accounts', 'english', ['account', 'street', 'house', 'flat']],
    ['meters', 'russian', ['Л/С', 'Услуга', 'Тип счетчика', 'Заводской номер', 'Дата установки']],
    ['meters', 'english', ['account', 'service', 'meter_type', 'serial', 'installed_on']],
    ['readings', 'russian', ['ЛИЦЕВОЙ СЧЕТ', 'Заводской номер', 'Показание', 'Дата показания']],
    ['readings', 'english', ['account', 'serial', 'value', 'period']],
    ['contracts', 'russian', ['Лицевой счёт', '№ договора', 'Аванс, %', 'День аванса']],
    ['balances', 'russian', ['Лицевой счёт', 'Услуга', 'Месяц долга', 'Долг, руб', 'На дату']],
    ['balances', 'english', ['account', 'service', 'debt_roubles', 'as_of']],
  ])('%s in %s', (kind, language, header) => {
    const layout = recogniseHeader(header)
    expect([layout.kind.name, layout.language]).toEqual([kind, language])
  })

  test('columns may stand in any order, and unknown ones are named', () => {
    const layout = recogniseHeader(['Район', 'Дом', 'Лицевой счёт', 'Улица', 'Причина'])
    expect(layout.positions.get('account')).toBe(2)
    expect(layout.unused).toEqual(['Район'])
  })

  test('a missing column is named', () => {
    expect(() => recogniseHeader(['Лицевой счёт', 'Заводской номер', 'Показание'])).toThrow(/Дата показания/)
    expect(() => recogniseHeader(['Лицевой счёт', 'Улица'])).toThrow(/accounts: it lacks «Дом» \(house\)/)
  })
})

test.each([
  ['a;b;c\n1;2;3', ';'],
  ['a,b,c\n', ','],
  ['a\tb\tc', '\t'],
  ['"Номинальный расход, м³/ч; л";b;c', ';'],
  ['\uFEFF"a;b","c"\n', ','],
])('the separator of %j is %j', (start, separator) => expect(detectSeparator(start)).toBe(separator))
