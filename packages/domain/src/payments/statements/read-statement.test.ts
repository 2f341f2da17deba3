import { expect, test } from 'vitest'
import { faultOfAccount, incomingOf, readStatement } from './read-statement.ts'

const OURS = '40702810300000000314'

const DOCUMENT = [
  'СекцияДокумент=Платежное поручение',
  'Номер=000077',
  'Дата=16.11.2026',
  'Сумма=494.00',
  'ПлательщикСчет=30233810000000000001',
  'Плательщик1=ПАО СБЕРБАНК',
  `ПолучательСчет=${OURS}`,
  'ДатаПоступило=16.11.2026',
  'НазначениеПлатежа=Реестр = 77; за воду',
  'КонецДокумента',
]
const ACCOUNT = [
  'СекцияРасчСчет',
  'ДатаНачала=16.11.2026',
  'ДатаКонца=16.11.2026',
  `РасчСчет=${OURS}`,
  'ВсегоПоступило=494.00',
  'КонецРасчСчет',
]
const file = (...lines: string[]) =>
  ['1CClientBankExchange', 'ВерсияФормата=1.03', 'Кодировка=Windows', ...lines].join('\r\n')
const WHOLE = file(...ACCOUNT, ...DOCUMENT, 'КонецФайла')

test('a statement is read with its documents', () => {
  const { statement, faults } = readStatement(WHOLE)
  expect(faults).toEqual([])
  expect(incomingOf(statement, OURS)).toEqual({
    kopecks: 49_400,
    documents: [
      {
        number: '000077',
        documentedOn: '2026-11-16',
        amountKopecks: 49_400,
        payerAccount: '30233810000000000001',
        payerName: 'ПАО СБЕРБАНК',
        payeeAccount: OURS,
        purpose: 'Реестр = 77; за воду',
      },
    ],
  })
  expect(faultOfAccount(statement, OURS)).toBeUndefined()
})

test.each([
  ['no_header', WHOLE.replace('1CClientBankExchange', 'Выписка')],
  ['bad_version', WHOLE.replace('1.03', '2.00')],
  ['no_end', WHOLE.replace('КонецФайла', '')],
  ['unclosed_section', WHOLE.slice(0, WHOLE.indexOf('КонецДокумента'))],
  ['nested_section', WHOLE.replace('КонецРасчСчет\r\n', '')],
  ['after_end', `${WHOLE}\r\nНомер=1`],
  ['bad_line', WHOLE.replace('Номер=000077', 'Номер 77')],
  ['bad_date', WHOLE.replace('Дата=16.11.2026', 'Дата=31.11.2026')],
  ['bad_sum', WHOLE.replace('Сумма=494.00', 'Сумма=много')],
  ['no_field', WHOLE.replace('Номер=000077', 'Номер=')],
])('%s: a file that is no whole statement is not taken for one', (code, text) => {
  expect(readStatement(text).faults.map((fault) => fault.code)).toContain(code)
})

test('a statement of another account, or one whose total is not what its documents come to, is told', () => {
  expect(faultOfAccount(readStatement(WHOLE).statement, '40702810300000000999')).toBe('other_account')
  const wrong = WHOLE.replace('ВсегоПоступило=494.00', 'ВсегоПоступило=495.00')
  expect(faultOfAccount(readStatement(wrong).statement, OURS)).toBe('total_differs')
})

test('cut at any place, it is no whole statement', () => {
  for (let end = 0; end < WHOLE.length; end++) {
    expect(readStatement(WHOLE.slice(0, end)).faults.length).toBeGreaterThan(0)
  }
})
