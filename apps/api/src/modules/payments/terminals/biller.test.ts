import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import {
  booksSum,
  element,
  postingsOf,
  type TerminalNetwork,
  terminalNetwork,
} from '../../../../test/terminals.ts'

let api: Api
let bank: TerminalNetwork
beforeAll(async () => {
  api = await startApi({ now: '2026-11-10T09:00:00Z' })
  bank = await terminalNetwork(api, { code: 'bank', protocol: 'biller' })
})
afterAll(() => api.stop())

const codeOf = ({ body }: { body: string }) => Number(element(body, 'CODE'))
const check = (ACCOUNT: string, more: Record<string, string> = {}) =>
  bank.ask({ ACTION: 'check', ACCOUNT, ...more })
const pay = (PAY_ID: string, ACCOUNT: string, AMOUNT: string, PAY_DATE = '10.11.2026_11:59:59') =>
  bank.ask({ ACTION: 'payment', ACCOUNT, AMOUNT, PAY_ID, PAY_DATE })
const anId = () => crypto.randomUUID().replaceAll('-', '')

test('a check shows the initials and the sum to pay, and no address', async () => {
  const { number } = await api.given.account({ holderName: 'Иванов Иван Иванович', street: 'улица Тайная' })

  expect((await check(number)).body).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<response><CODE>0</CODE><FIO>И*** И. И.</FIO><ADDRESS></ADDRESS>' +
      '<BALANCE>0.00</BALANCE><EXT_ID></EXT_ID><REG_DATE></REG_DATE><AMOUNT></AMOUNT><MESSAGE></MESSAGE></response>',
  )
})

test('a payment is taken, and a second time it is a duplicate with the first number, date and sum', async () => {
  const { number } = await api.given.account()
  const id = anId()
  const [first, again] = [await pay(id, number, '461.79'), await pay(id, number, '461.79')]

  expect([codeOf(first), codeOf(again)]).toEqual([0, 8])
  expect(element(first.body, 'EXT_ID')).toMatch(/^\d+$/)
  expect(element(first.body, 'REG_DATE')).toMatch(/^10\.11\.2026_12:0\d:\d\d$/)
  expect(element(first.body, 'AMOUNT')).toBe('461.79')
  const named = ['EXT_ID', 'REG_DATE', 'AMOUNT']
  expect(named.map((name) => element(again.body, name))).toEqual(
    named.map((name) => element(first.body, name)),
  )
  expect(await postingsOf(api, 'bank', id)).toBe(1)
})

test('of twenty equal payments at once one is new and the others are its duplicates', async () => {
  const { number } = await api.given.account()
  const id = anId()
  const answers = await Promise.all(Array.from({ length: 20 }, () => pay(id, number, '10')))

  expect(answers.filter((answer) => codeOf(answer) === 0)).toHaveLength(1)
  expect(answers.filter((answer) => codeOf(answer) === 8)).toHaveLength(19)
  expect(new Set(answers.map(({ body }) => element(body, 'EXT_ID'))).size).toBe(1)
  expect(await postingsOf(api, 'bank', id)).toBe(1)
})

test('the number of another payment is refused, and nothing of that one is told', async () => {
  const [mine, other] = [await api.given.account(), await api.given.account()]
  const id = anId()
  await pay(id, mine.number, '10')
  const refused = [await pay(id, mine.number, '11'), await pay(id, other.number, '10')]

  expect(refused.map(codeOf)).toEqual([6, 6])
  expect(refused.map(({ body }) => element(body, 'EXT_ID'))).toEqual(['', ''])
  expect(await api.db.terminalConflict.count({ where: { txnId: id } })).toBe(2)
})

test.each([
  ['31400', 4],
  ["' OR 1=1 --", 4],
  ['<FIO>', 4],
  ['3149999999', 3],
])('account «%s» is answered by %i', async (account, code) => {
  expect(codeOf(await check(account))).toBe(code)
  expect(codeOf(await pay(anId(), account, '10'))).toBe(code)
})

test('accounts that are closed or of an organisation are none for a bank', async () => {
  const legal = await api.given.account({ kind: 'legal' })
  const closed = await api.given.account({ closedOn: '2026-01-01' })

  expect(codeOf(await check(legal.number))).toBe(3)
  expect(codeOf(await pay(anId(), closed.number, '10'))).toBe(3)
})

test.each([
  ['0', 10],
  ['0.99', 10],
  ['15000.01', 11],
  ['9'.repeat(40), 11],
  ['-5', 9],
  ['1e3', 9],
  ['461,79', 9],
  ['1.123456789012', 9],
])('a sum of «%s» is answered by %i', async (amount, code) => {
  const { number } = await api.given.account()
  expect(codeOf(await pay(anId(), number, amount))).toBe(code)
  expect(codeOf(await check(number, { AMOUNT: amount }))).toBe(code)
})

test.each(['10.11.2026_12:30:00', '31.02.2026_10:00:00', '20261110120000', '', '01.09.2026_10:00:00'])(
  'a payment dated «%s» is refused for its date',
  async (date) => {
    const { number } = await api.given.account()
    expect(codeOf(await pay(anId(), number, '10', date))).toBe(12)
  },
)

test.each([
  ['ACTION=cancel&ACCOUNT=3140000001', 2],
  ['ACCOUNT=3140000001', 2],
  ['ACTION=payment&ACCOUNT=3140000001&AMOUNT=1&PAY_DATE=10.11.2026_10:00:00', 6],
  ['ACTION=payment&ACCOUNT=3140000001&AMOUNT=1&PAY_ID=%3CCODE%3E0&PAY_DATE=10.11.2026_10:00:00', 6],
  ['ACTION=payment&ACCOUNT=3140000001&AMOUNT=1&PAY_ID=1', 12],
  ['ACTION=check&ACTION=payment&ACCOUNT=3140000001', 300],
  ['ACTION=check&ACCOUNT=3140000001&command=pay', 300],
  ['ACTION=check&ACCOUNT=3140000001&extra=1', 300],
])('«%s» is answered by %i', async (query, code) => {
  expect(codeOf(await bank.ask(query))).toBe(code)
})

test('after all of it the books sum to zero', async () => {
  expect(await booksSum(api)).toBe(0n)
})
