import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { basic, element, type TerminalNetwork, terminalNetwork } from '../../../../test/terminals.ts'

let api: Api
let network: TerminalNetwork
let other: TerminalNetwork
let off: TerminalNetwork
let slow: TerminalNetwork
beforeAll(async () => {
  api = await startApi()
  network = await terminalNetwork(api, { addresses: ['192.0.2.10', '198.51.100.0/24', '2001:db8:1::/48'] })
  other = await terminalNetwork(api)
  off = await terminalNetwork(api)
  slow = await terminalNetwork(api, { requestsPerMinute: 5 })
})
afterAll(() => api.stop())

const QUESTION = { command: 'check', txn_id: '1', account: '3149999999', sum: '10' }
const resultOf = ({ body }: { body: string }) => Number(element(body, 'result'))
const second = () => pause(1100)

describe('a stranger', () => {
  test.each<[string, () => Parameters<TerminalNetwork['ask']>[1]]>([
    ['calls from elsewhere', () => ({ ip: '203.0.113.7' })],
    ['calls from elsewhere over IPv6', () => ({ ip: '2001:db8:2::1' })],
    ['gives no secret', () => ({ authorization: null })],
    ['gives another secret', () => ({ authorization: basic(network.login, 'guess') })],
    ['gives another login', () => ({ authorization: basic('guess', network.secret) })],
    ['gives the secret of another network', () => ({ authorization: basic(other.login, other.secret) })],
    ['gives an empty pair', () => ({ authorization: basic('', '') })],
    ['gives something that is no pair', () => ({ authorization: 'Basic ====' })],
    ['gives a token', () => ({ authorization: `Bearer ${network.secret}` })],
    ['gives megabytes', () => ({ authorization: `Basic ${'QUJD'.repeat(2000)}` })],
    ['has neither', () => ({ ip: '203.0.113.7', authorization: null })],
    ['names a network that is not there', () => ({ network: 'nobody' })],
    ['names no network at all', () => ({ network: '..%2F..%2Fetc' })],
  ])('who %s is told the same nothing', async (_what, way) => {
    const answer = await network.ask(QUESTION, way())

    expect(answer.statusCode).toBe(401)
    expect(answer.headers['www-authenticate']).toBe('Basic realm="terminals", charset="UTF-8"')
    const { instance: _id, ...problem } = answer.json<Record<string, unknown>>()
    expect(problem).toEqual({
      type: 'urn:rodnik:problem:terminal_refused',
      title: 'Unauthorized',
      status: 401,
      code: 'terminal_refused',
    })
  })

  test('is counted, by network and nothing else', async () => {
    await network.ask(QUESTION, { authorization: null })
    const text = await api.metrics.registry.getSingleMetricAsString('rodnik_terminal_requests_total')

    expect(text).toMatch(new RegExp(`network="${network.code}",outcome="refused"`))
    expect(text).not.toMatch(/192\.0\.2|guess/)
  })
})

test.each(['192.0.2.10', '198.51.100.77', '::ffff:198.51.100.77', '2001:db8:1:ffff::9'])(
  'from the listed address %s a network with its secret is let in',
  async (ip) => {
    expect(resultOf(await network.ask(QUESTION, { ip }))).toBe(5)
  },
)

test('a network that is switched off is out within a second, in the middle of its work', async () => {
  const { number } = await api.given.account()
  expect(resultOf(await off.check(number))).toBe(0)
  await api.db.$executeRaw`UPDATE terminal_networks SET is_active = false WHERE code = ${off.code}`
  // The door may still be open; the till is not.
  const inBetween = await off.pay('1', number, '10')
  await second()

  expect(element(inBetween.body, 'prv_txn') ?? '').toBe('')
  expect(await api.db.terminalPayment.count()).toBe(0)
  expect((await off.check(number)).statusCode).toBe(401)
})

test('a network sees its own payments of a day and nobody else’s', async () => {
  const { number } = await api.given.account()
  await network.pay('71', number, '10.50')
  await other.pay('72', number, '20')
  const [row] = await api.db.$queryRaw<{ day: string; id: string }[]>`
    SELECT paid_on::text AS day, id::text FROM terminal_payments WHERE txn_id = '71'`
  const registry = await network.call(`/registry?date=${row?.day}`)

  expect(registry.headers['content-type']).toBe('text/csv; charset=utf-8')
  const lines = registry.body.trim().split('\n')
  expect(lines[0]).toBe('txn_id;prv_txn;account;sum;paid_at;recorded_at')
  expect(lines[1]).toMatch(new RegExp(`^71;${row?.id};${number};10\\.50;\\d{4}-\\d\\d-\\d\\dT[\\d:]{8};`))
  expect(lines).toHaveLength(2)
  const foreign = await network.call(`/registry?date=${row?.day}`, { network: other.code })
  expect(foreign.statusCode).toBe(401)
  expect((await network.call('/registry?date=2020-01-01')).body.trim().split('\n')).toHaveLength(1)
  expect((await network.call('/registry?date=yesterday')).statusCode).toBe(400)
})

test('a network that asks too much is asked to wait, on every instance, and the others are not', async () => {
  const instance = await api.buildInstance()
  const askOn = (app: Api['app']) =>
    app.inject({
      url: `/api/v1/terminals/${slow.code}?${new URLSearchParams(QUESTION).toString()}`,
      headers: { 'x-forwarded-for': '192.0.2.10', authorization: basic(slow.login, slow.secret) },
    })
  const answers = []
  for (let i = 0; i < 10; i++) answers.push(await askOn(i % 2 === 0 ? api.app : instance))
  await instance.close()

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(5)
  const limited = answers.filter(({ statusCode }) => statusCode === 429)
  expect(limited).toHaveLength(5)
  expect(Number(limited[0]?.headers['retry-after'])).toBeGreaterThan(0)
  expect(resultOf(await network.ask(QUESTION))).toBe(5)
})
