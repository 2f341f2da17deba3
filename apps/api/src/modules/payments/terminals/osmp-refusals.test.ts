import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import {
  basic,
  element,
  postingsOf,
  type TerminalNetwork,
  terminalNetwork,
} from '../../../../test/terminals.ts'

let api: Api
let network: TerminalNetwork
beforeAll(async () => {
  // Noon in Moscow.
  api = await startApi({ now: '2026-11-10T09:00:00Z' })
  network = await terminalNetwork(api, { code: 'city' })
})
afterAll(() => api.stop())

const resultOf = ({ body }: { body: string }) => Number(element(body, 'result'))

test.each([
  ['314000000', 4],
  ['31400000001', 4],
  ['314-000-00', 4],
  ['', 4],
  ["1' OR '1'='1", 4],
  ['<account/>', 4],
  ['３１４００００００１', 4],
  ['3149999999', 5],
])('account «%s» is answered by %i', async (account, code) => {
  expect(resultOf(await network.check(account))).toBe(code)
  expect(resultOf(await network.pay('3001', account, '10'))).toBe(code)
})

test('an account of an organisation is forbidden, a closed one is inactive', async () => {
  const legal = await api.given.account({ kind: 'legal', holderName: 'ООО «Три кита»' })
  const closed = await api.given.account({ closedOn: '2026-11-10' })
  const closesLater = await api.given.account({ closedOn: '2026-11-11' })

  expect(resultOf(await network.check(legal.number))).toBe(7)
  expect((await network.check(legal.number)).body).not.toContain('кита')
  expect(resultOf(await network.pay('3002', legal.number, '10'))).toBe(7)
  expect(resultOf(await network.check(closed.number))).toBe(79)
  expect(resultOf(await network.pay('3003', closed.number, '10'))).toBe(79)
  expect(resultOf(await network.pay('3004', closesLater.number, '10'))).toBe(0)
})

test.each([
  ['0', 241],
  ['0.00', 241],
  ['0.99', 241],
  ['1.00', 0],
  ['15000.00', 0],
  ['15000.01', 242],
  ['9'.repeat(12), 242],
  ['9'.repeat(60), 242],
  ['-1', 300],
  ['1e3', 300],
  ['461,79', 300],
  ['1.123456789012', 300],
  ['NaN', 300],
  ['', 300],
  ['0x10', 300],
  ['+5', 300],
])('a sum of «%s» is answered by %i', async (sum, code) => {
  const { number } = await api.given.account()
  const txnId = String(Math.floor(Math.random() * 1e15))

  expect(resultOf(await network.pay(txnId, number, sum))).toBe(code)
  expect(resultOf(await network.check(number, { sum }))).toBe(code)
  expect(await postingsOf(api, 'city', txnId)).toBe(code === 0 ? 1 : 0)
})

test.each([
  ['20261110121100', 300],
  ['20261110120900', 0],
  ['20261012120000', 0],
  ['20261009120000', 300],
  ['20261301000000', 300],
  ['20260230000000', 300],
  ['20261110246000', 300],
  ['2026-11-10', 300],
  ['', 300],
])('a date of %s is answered by %i', async (txn_date, code) => {
  const { number } = await api.given.account()
  const txnId = String(Math.floor(Math.random() * 1e15))
  expect(resultOf(await network.pay(txnId, number, '10', { txn_date }))).toBe(code)
})

test.each([
  'command=refund&txn_id=1&account=3140000001&sum=1',
  'command=constructor&txn_id=1&account=3140000001&sum=1',
  'command=pay&txn_id=1&account=3140000001&sum=1&evil=1',
  'command=pay&txn_id=1&txn_id=2&account=3140000001&sum=1',
  'command=pay&txn_id=1&account=3140000001&sum=1&sum=1000',
  'command=pay&txn_id=1&account=3140000001&sum=1&ACTION=check',
  'command=pay&txn_id=&account=3140000001&sum=1',
  'command=pay&account=3140000001&sum=1',
  'command=pay&txn_id=123456789012345678901&account=3140000001&sum=1',
  'command=pay&txn_id=%3C/osmp_txn_id%3E%3Cresult%3E0%3C/result%3E&account=3140000001&sum=1',
  `command=pay&txn_id=1&account=${'3'.repeat(300)}&sum=1`,
  'command=pay&txn_id=1&account=%00%ff&__proto__=1&sum=1',
  '',
])('a request «%s» is not understood', async (query) => {
  const answer = await network.ask(query)

  expect(answer.statusCode).toBe(200)
  expect(answer.body.match(/<result>/g)).toHaveLength(1)
  expect(resultOf(answer)).toBe(300)
})

test('a HEAD does not take a payment', async () => {
  const { number } = await api.given.account()
  const answer = await api.app.inject({
    method: 'HEAD',
    url: `/api/v1/terminals/city?command=pay&txn_id=3100&account=${number}&sum=10`,
    headers: {
      'x-forwarded-for': '192.0.2.10',
      authorization: basic(network.login, network.secret),
    },
  })

  expect(answer.statusCode).toBe(404)
  expect(await postingsOf(api, 'city', '3100')).toBe(0)
})
