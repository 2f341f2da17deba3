import type { BankStatement, FileOrder, OtherDocument } from '@rodnik/contract/staff-statements'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { bankDesk, booksOf, inEncoding, keyOf, sberText } from '../../../../test/bank-files.ts'

let api: Api
let desk: Awaited<ReturnType<typeof bankDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await bankDesk(api)
})
afterAll(() => api.stop())

const OURS = '40702810300000000314'
type Money = { number: string; roubles: string; payer?: string; to?: string }

function statement(documents: Money[], { encoding = 'Windows', total = '' } = {}): string {
  const sum = documents
    .filter(({ to = OURS }) => to === OURS)
    .reduce((kopecks, { roubles }) => kopecks + Math.round(Number(roubles) * 100), 0)
  return [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    `Кодировка=${encoding}`,
    'СекцияРасчСчет',
    'ДатаНачала=16.11.2026',
    'ДатаКонца=17.11.2026',
    `РасчСчет=${OURS}`,
    `ВсегоПоступило=${total || (sum / 100).toFixed(2)}`,
    'КонецРасчСчет',
    ...documents.flatMap(({ number, roubles, payer = 'ПАО СБЕРБАНК', to = OURS }) => [
      'СекцияДокумент=Платежное поручение',
      `Номер=${number}`,
      'Дата=16.11.2026',
      `Сумма=${roubles}`,
      'ПлательщикСчет=30233810000000000001',
      `Плательщик1=${payer}`,
      `ПолучательСчет=${to}`,
      'НазначениеПлатежа=Перевод по реестру',
      'КонецДокумента',
    ]),
    'КонецФайла',
  ].join('\r\n')
}

const send = (text: string, encoding = 'win1251') =>
  desk.anna.post('/staff/registries/statements', {
    fileName: 'kl_to_1c.txt',
    content: iconv.encode(text, encoding).toString('base64'),
  })
const look = async () =>
  (await desk.anna.get('/staff/registries/statements')).json<{
    statements: BankStatement[]
    orders: FileOrder[]
    others: OtherDocument[]
  }>()

test.each([
  ['win1251', '1'],
  ['cp866', '2'],
  ['utf8', '3'],
])('a statement in %s is read, and nothing of it goes to accounts', async (encoding, number) => {
  const answer = await send(statement([{ number, roubles: '10.50', payer: 'ООО Ель' }]), encoding)
  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toMatchObject({
    firstDay: '2026-11-16',
    lastDay: '2026-11-17',
    incomingKopecks: 1050,
    incomingCount: 1,
    newCount: 1,
  })
  expect((await look()).others[0]).toMatchObject({ number, payerName: 'ООО Ель', amountKopecks: 1050 })
  expect(await booksOf(api)).toEqual({ all: 0, unmatched: 0, bank: 0 })
})

test('the same statement is not taken again, and a document that stands in two is kept once', async () => {
  const first = statement([{ number: '11', roubles: '1.00' }])
  await send(first)
  expect((await send(first)).json()).toMatchObject({ code: 'statement_known' })
  const both = await send(
    statement([
      { number: '11', roubles: '1.00' },
      { number: '12', roubles: '2.00' },
    ]),
  )
  expect(both.json()).toMatchObject({ incomingCount: 2, newCount: 1 })
})

test('money that went out, or to another account, is not ours', async () => {
  const answer = await send(
    statement([
      { number: '21', roubles: '5.00' },
      { number: '22', roubles: '9.00', to: '40702810300000000999' },
    ]),
  )
  expect(answer.json()).toMatchObject({ incomingKopecks: 500, incomingCount: 1 })
})

test.each([
  ['cut short', (text: string) => text.slice(0, -20), 'no_end'],
  [
    'with another total',
    (text: string) => text.replace('ВсегоПоступило=7.00', 'ВсегоПоступило=7.01'),
    'total_differs',
  ],
  [
    'of another account',
    (text: string) => text.replace(`РасчСчет=${OURS}`, 'РасчСчет=40702810300000000999'),
    'other_account',
  ],
  ['that is no statement', () => 'Здравствуйте', 'not_text'],
])('a statement %s is refused, and says where', async (_, spoil, code) => {
  const answer = await send(spoil(statement([{ number: '31', roubles: '7.00' }])))
  expect(answer.statusCode).toBe(422)
  const { code: problem, fields } = answer.json<{ code: string; fields: Record<string, string> }>()
  expect(problem).toBe('statement_refused')
  expect(Object.values(fields)).toContain(code)
})

const file = (order: string, kopecks: number) =>
  desk.take(
    inEncoding(
      sberText([{ key: keyOf(order), account: '3149999999', kopecks, commissionKopecks: 100 }], order),
    ),
    { fileName: `order-${order}.txt` },
  )

test('files are shown beside the money that came for them: as it should, another sum, none yet', async () => {
  await file('501', 10_100)
  await file('502', 20_100)
  await file('503', 30_100)
  await send(
    statement([
      { number: '000501', roubles: '100.00' },
      { number: '502', roubles: '199.00' },
    ]),
  )
  const { orders } = await look()
  const stateOf = (name: string) => orders.find(({ fileName }) => fileName === name)
  expect(stateOf('order-501.txt')).toMatchObject({ state: 'matched', receivedKopecks: 10_000 })
  expect(stateOf('order-502.txt')).toMatchObject({
    state: 'differing',
    transferredKopecks: 20_000,
    receivedKopecks: 19_900,
  })
  expect(stateOf('order-503.txt')).toMatchObject({ state: 'missing', receivedKopecks: null })
})
