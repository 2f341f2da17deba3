import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import {
  basic,
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
afterAll(() => api.stop())

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
      authorization: basic(network.login, network.secret),
    },
  })

test('after all of it the books sum to zero', async () => {
  expect(await booksSum(api)).toBe(0n)
})
