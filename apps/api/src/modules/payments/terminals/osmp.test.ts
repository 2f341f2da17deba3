import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import {
  booksSum,
  element,
  postingsOf,
  type TerminalNetwork,
  terminalNetwork,
} from '../../../../test/terminals.ts'
import { openItems, post } from '../../billing/index.ts'

// Noon of 10 November in Moscow, two in the afternoon in the city.
const NOW = '2026-11-10T09:00:00Z'

let api: Api
let network: TerminalNetwork
let other: TerminalNetwork
beforeAll(async () => {
  api = await startApi({ now: NOW })
  network = await terminalNetwork(api, { code: 'city' })
  other = await terminalNetwork(api)
})
afterAll(async () => {
  expect(await booksSum(api)).toBe(0n)
  await api.stop()
})

async function debtor(kopecks: number, holderName = 'Иванов Иван Иванович') {
  const account = await api.given.account({ holderName })
  const line = { service: 'cold_water', period: '2026-10' } as const
  await post(api.db, {
    kind: 'charge',
    operation: `test:debt:${account.id}`,
    occurredOn: '2026-10-31',
    actor: 'system',
    entries: [
      { book: 'receivable', accountId: account.id, ...line, amountKopecks: BigInt(kopecks) },
      { book: 'revenue', ...line, amountKopecks: BigInt(-kopecks) },
    ],
  })
  return account
}

const resultOf = ({ body }: { body: string }) => Number(element(body, 'result'))

describe('a person before a terminal', () => {
  test('sees the initials and what is owed, and nothing more of the account', async () => {
    const { number } = await debtor(46_179)
    const answer = await network.check(number, { txn_id: '1234567' })

    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<response><osmp_txn_id>1234567</osmp_txn_id><prv_txn></prv_txn>' +
        '<sum></sum><result>0</result><comment>И*** И. И., к оплате 461.79 руб.</comment></response>',
    )
  })

  test.each([
    ['', 'к оплате 0.00 руб.'],
    ['Петрова-Водкина', 'П***, к оплате 0.00 руб.'],
    ['John <Smith>', 'J*** S., к оплате 0.00 руб.'],
    ['— &', 'к оплате 0.00 руб.'],
  ])('whose account is in the name of «%s» reads «%s»', async (holderName, comment) => {
    const { number } = await api.given.account({ holderName })
    expect(element((await network.check(number)).body, 'comment')).toBe(comment)
  })

  test('who has paid in advance owes nothing', async () => {
    const { number } = await api.given.account()
    await network.pay('9001', number, '100')
    expect(element((await network.check(number)).body, 'comment')).toBe('к оплате 0.00 руб.')
  })

  test('pays, and the oldest debt is settled on the day of the city', async () => {
    const account = await debtor(50_000)
    // Eleven at night in Moscow is the next day in the city.
    const answer = await network.pay('1001', account.number, '200.5', { txn_date: '20261109230000' })

    expect(resultOf(answer)).toBe(0)
    expect(element(answer.body, 'sum')).toBe('200.50')
    expect(element(answer.body, 'osmp_txn_id')).toBe('1001')
    expect(await openItems(api.db, account.id)).toMatchObject([{ period: '2026-10', kopecks: 29_950n }])
    const posting = await api.db.ledgerTransaction.findFirstOrThrow({
      where: { operation: 'payment:terminal:city:1001' },
    })
    expect(posting.occurredOn.toISOString()).toBe('2026-11-10T00:00:00.000Z')
  })
})

describe('a payment that is sent again', () => {
  test('gets the first answer, byte for byte, and is booked once', async () => {
    const { number } = await debtor(50_000)
    const first = await network.pay('2001', number, '100.00')
    const again = await network.pay('2001', number, '100', { txn_date: '20261110115959' })

    expect(resultOf(first)).toBe(0)
    expect(again.body).toBe(first.body)
    expect(await postingsOf(api, 'city', '2001')).toBe(1)
  })

  test('twenty times at once is booked once and answered alike', async () => {
    const { number } = await debtor(50_000)
    const answers = await Promise.all(Array.from({ length: 20 }, () => network.pay('2002', number, '100')))

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(resultOf(answers[0]!)).toBe(0)
    expect(await postingsOf(api, 'city', '2002')).toBe(1)
  })

  test('gets the first answer on another instance, and when it could not be taken any more', async () => {
    const { id, number } = await debtor(50_000)
    const first = await network.pay('2003', number, '100')
    await api.db.account.update({ where: { id }, data: { closedOn: new Date('2026-11-01') } })
    const instance = await api.buildInstance()
    const again = await (await terminalNetworkOn(instance))(
      `?command=pay&txn_id=2003&account=${number}&sum=100.00&txn_date=20260101000000`,
    )
    await instance.close()

    expect(again.body).toBe(first.body)
  })

  test.each([
    ['another sum', async (number: string) => network.pay('2004', number, '100.01')],
    ['another account', async () => network.pay('2004', (await debtor(1)).number, '100')],
  ])('with %s is refused, books nothing and is kept for staff', async (_what, payAgain) => {
    const { number } = await debtor(50_000)
    await network.pay('2004', number, '100')
    const before = await api.db.terminalConflict.count()
    const refused = await payAgain(number)

    expect(resultOf(refused)).toBe(8)
    expect(element(refused.body, 'prv_txn')).toBe('')
    expect(await postingsOf(api, 'city', '2004')).toBe(1)
    expect(await api.db.terminalConflict.count()).toBe(before + 1)
  })

  test('under the number of another network is another payment', async () => {
    const { number } = await debtor(50_000)
    const [ours, theirs] = [await network.pay('2005', number, '100'), await other.pay('2005', number, '70')]

    expect([resultOf(ours), resultOf(theirs)]).toEqual([0, 0])
    expect(element(theirs.body, 'sum')).toBe('70.00')
  })
})

/** The same network, calling an instance of ours. */
const terminalNetworkOn = async (app: Api['app']) => (path: string) =>
  app.inject({
    url: `/api/v1/terminals/city${path}`,
    headers: {
      'x-forwarded-for': '192.0.2.10',
      authorization: `Basic ${Buffer.from(`${network.login}:${network.secret}`).toString('base64')}`,
    },
  })

describe('what is refused', () => {
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
        authorization: `Basic ${Buffer.from(`${network.login}:${network.secret}`).toString('base64')}`,
      },
    })

    expect(answer.statusCode).toBe(404)
    expect(await postingsOf(api, 'city', '3100')).toBe(0)
  })
})
