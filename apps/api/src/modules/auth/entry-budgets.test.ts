import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, enter, startApi } from '../../../test/api.ts'
import { askForPicture, forgetAttempts, newAddress } from '../../../test/visitors.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('one client address', () => {
  test('that fails ten times has to wait, even if it then knows the right answer', async () => {
    await forgetAttempts(api)
    const ip = newAddress()
    const entries = await Promise.all(Array.from({ length: 11 }, () => api.given.account()))
    for (const { entry } of entries.slice(0, 10)) await enter(api, { ...entry, flat: '46' }, { ip })

    const response = await enter(api, entries[10]!.entry, { ip })

    expect(response.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(response.headers['retry-after']).toBeDefined()
  })

  test('of IPv6 counts as its whole /64', async () => {
    await forgetAttempts(api)
    const { entry } = await api.given.account()
    for (let i = 0; i < 11; i++) {
      await enter(api, { ...entry, accountNumber: `314777770${i % 10}` }, { ip: `2001:db8:ffff:1::${i + 1}` })
    }

    const response = await enter(api, entry, { ip: '2001:db8:ffff:1:abcd::9' })

    expect(response.statusCode).toBe(429)
  })

  test('that succeeds does not win back earlier failures', async () => {
    await forgetAttempts(api)
    const ip = newAddress()
    const { entry } = await api.given.account()
    for (let i = 0; i < 3; i++) await enter(api, { ...entry, accountNumber: `314666660${i}` }, { ip })

    const response = await enter(api, entry, { ip })

    expect(response.json()).toMatchObject({ code: 'picture_code_required' })
  })

  test('is counted by all instances together', async () => {
    await forgetAttempts(api)
    const second = await api.buildInstance()
    const ip = newAddress()
    const { entry } = await api.given.account()
    const wrong = (n: number) => ({ ...entry, accountNumber: `314555550${n}` })
    for (let i = 0; i < 5; i++) {
      await enter(api, wrong(i), { ip })
      await enter({ app: second }, wrong(i + 5), { ip })
    }

    expect((await enter({ app: second }, entry, { ip })).statusCode).toBe(429)
    await second.close()
  })
})

const nextDoor = (n: number) => ({ accountNumber: String(3_140_100_000 + n), house: '1', flat: '1' })
const acrossTown = (n: number) => ({ accountNumber: String(3_140_200_000 + n), house: String(n), flat: '1' })

describe('someone who walks through the account numbers', () => {
  test('with one house and flat from many addresses is asked for codes', async () => {
    await forgetAttempts(api)
    for (let n = 0; n < 30; n++) await enter(api, nextDoor(n), { ip: newAddress() })

    const response = await enter(api, nextDoor(31), { ip: newAddress() })

    expect(response.json()).toMatchObject({ code: 'picture_code_required' })
  })

  test('raises one alarm when the city-wide budget of a minute is spent', async () => {
    await forgetAttempts(api)
    for (let n = 1; n <= 64; n++) await enter(api, acrossTown(n), { ip: newAddress() })

    const alarms = await api.db.auditEvent.count({ where: { action: 'alarm.guess_budget_passed' } })

    expect(alarms).toBe(1)
    expect((await enter(api, acrossTown(70), { ip: newAddress() })).json()).toMatchObject({
      code: 'picture_code_required',
    })
  })
})

test('two hundred residents who enter at the same instant spend nothing of the budget for failures', async () => {
  await forgetAttempts(api)
  const entries = await Promise.all(Array.from({ length: 200 }, () => api.given.account()))

  const answers = await Promise.all(entries.map(({ entry }) => enter(api, entry, { ip: newAddress() })))

  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(200)
  expect((await enter(api, entries[0]!.entry, { ip: newAddress() })).statusCode).toBe(201)
})

test('one address gets twenty pictures a minute and then has to wait', async () => {
  await forgetAttempts(api)
  for (let i = 0; i < 20; i++) expect((await askForPicture(api, '203.0.113.50')).statusCode).toBe(201)

  expect((await askForPicture(api, '203.0.113.50')).json()).toMatchObject({
    status: 429,
    code: 'too_many_attempts',
  })
})

test('the table of limits names no account, house, flat or address', async () => {
  await forgetAttempts(api)
  await enter(api, { accountNumber: '3141231231', house: '77', flat: '88' }, { ip: '203.0.113.99' })

  const rows = await api.db.rateLimit.findMany()

  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? '' : value))).not.toMatch(
    /3141231231|203\.0\.113/,
  )
})
