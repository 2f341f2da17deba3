import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, enter, startApi } from '../../../test/api.ts'
import { deriveKey, hmac } from '../../platform/secrets.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

let visitors = 0
const newAddress = () => `2001:db8:${(++visitors).toString(16)}::1`

/** Fails the city's budget again after each test: it is shared by all of them. */
const forgetAttempts = () => api.db.rateLimit.deleteMany()

async function failTimes(times: number, entry: object, ipOf: () => string = newAddress) {
  let last = await enter(api, entry, { ip: ipOf() })
  for (let i = 1; i < times; i++) last = await enter(api, entry, { ip: ipOf() })
  return last
}

/** Reads the picture as a person would: the only place where the answer is known is its digest. */
async function readPicture(id: string): Promise<string> {
  const row = await api.db.pictureCode.findUniqueOrThrow({ where: { id } })
  const key = deriveKey(api.env.SESSION_SECRET, 'picture-code')
  for (let code = 0; code < 100_000; code++) {
    const text = String(code).padStart(5, '0')
    if (hmac(key, `${id}\n${text}`).equals(row.answerHash)) return text
  }
  throw new Error('No code fits the picture')
}

const askForPicture = (ip: string) =>
  api.app.inject({ method: 'POST', url: '/api/v1/picture-codes', headers: { 'x-forwarded-for': ip } })

const drawPicture = async () => (await askForPicture(newAddress())).json<{ id: string; image: string }>()

describe('after three failures for one account', () => {
  test('the code from a picture is asked for, of the account owner and of a stranger alike', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    const third = await failTimes(3, { ...entry, flat: '46' })
    expect(third.json()).toMatchObject({ code: 'sign_in_failed', isPictureCodeNeeded: true })

    const fourth = await enter(api, entry, { ip: newAddress() })

    expect(fourth.json()).toMatchObject({
      status: 422,
      code: 'picture_code_required',
      isPictureCodeNeeded: true,
    })
  })

  test('the right code lets the right entry in', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const { id } = await drawPicture()

    const response = await enter(
      api,
      { ...entry, picture: { id, code: await readPicture(id) } },
      { ip: newAddress() },
    )

    expect(response.statusCode).toBe(201)
  })

  test('a picture is used up by one answer, right or wrong', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const { id } = await drawPicture()
    const code = await readPicture(id)

    const wrong = await enter(api, { ...entry, picture: { id, code: 'x' } }, { ip: newAddress() })
    const again = await enter(api, { ...entry, picture: { id, code } }, { ip: newAddress() })

    expect(wrong.json()).toMatchObject({ status: 422, code: 'picture_code_wrong' })
    expect(again.json()).toMatchObject({ status: 422, code: 'picture_code_wrong' })
  })

  test('a picture grows too old in five minutes', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const { id } = await drawPicture()
    const code = await readPicture(id)
    await api.db.$executeRaw`UPDATE picture_codes SET expires_at = app_now() - interval '1 second'`

    const response = await enter(api, { ...entry, picture: { id, code } }, { ip: newAddress() })

    expect(response.json()).toMatchObject({ code: 'picture_code_wrong' })
  })

  test('two people who answer one picture at once: one of them is let in', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    await failTimes(3, { ...entry, flat: '46' })
    const { id } = await drawPicture()
    const picture = { id, code: await readPicture(id) }

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => enter(api, { ...entry, picture }, { ip: newAddress() })),
    )

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  })

  test('a number that nobody has is treated the same', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    const real = await failTimes(4, { ...entry, flat: '46' })
    const unreal = await failTimes(4, { accountNumber: '3148888888', house: '3', flat: '4' })

    expect({ ...real.json(), instance: '' }).toEqual({ ...unreal.json(), instance: '' })
  })
})

describe('a stranger who keeps guessing one account', () => {
  test('closes the door for strangers, but not for the device of the person who lives there', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    const home = cookiesOf(await enter(api, entry, { ip: newAddress() }))
    const last = await failTimes(21, { ...entry, flat: '46' })
    expect(last.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(3600)

    const owner = await enter(api, entry, { ip: newAddress(), cookie: home })

    expect(owner.statusCode).toBe(201)
  })

  test('gets no advantage from a device cookie of his own making', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    const other = await api.given.account()
    const cookie = cookiesOf(await enter(api, other.entry, { ip: newAddress() }))
    await failTimes(3, { ...entry, flat: '46' })

    const response = await enter(api, { ...entry, flat: '46' }, { ip: newAddress(), cookie })

    expect(response.json()).toMatchObject({ code: 'picture_code_required' })
  })
})

describe('one client address', () => {
  test('that fails ten times has to wait, even if it then knows the right answer', async () => {
    await forgetAttempts()
    const ip = newAddress()
    const entries = await Promise.all(Array.from({ length: 11 }, () => api.given.account()))
    for (const { entry } of entries.slice(0, 10)) await enter(api, { ...entry, flat: '46' }, { ip })

    const response = await enter(api, entries[10]!.entry, { ip })

    expect(response.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect(response.headers['retry-after']).toBeDefined()
  })

  test('of IPv6 counts as its whole /64', async () => {
    await forgetAttempts()
    const { entry } = await api.given.account()
    for (let i = 0; i < 11; i++) {
      await enter(api, { ...entry, accountNumber: `314777770${i % 10}` }, { ip: `2001:db8:ffff:1::${i + 1}` })
    }

    const response = await enter(api, entry, { ip: '2001:db8:ffff:1:abcd::9' })

    expect(response.statusCode).toBe(429)
  })

  test('that succeeds does not win back earlier failures', async () => {
    await forgetAttempts()
    const ip = newAddress()
    const { entry } = await api.given.account()
    for (let i = 0; i < 3; i++) await enter(api, { ...entry, accountNumber: `314666660${i}` }, { ip })

    const response = await enter(api, entry, { ip })

    expect(response.json()).toMatchObject({ code: 'picture_code_required' })
  })

  test('is counted by all instances together', async () => {
    await forgetAttempts()
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
    await forgetAttempts()
    for (let n = 0; n < 30; n++) await enter(api, nextDoor(n), { ip: newAddress() })

    const response = await enter(api, nextDoor(31), { ip: newAddress() })

    expect(response.json()).toMatchObject({ code: 'picture_code_required' })
  })

  test('raises one alarm when the city-wide budget of a minute is spent', async () => {
    await forgetAttempts()
    for (let n = 1; n <= 64; n++) await enter(api, acrossTown(n), { ip: newAddress() })

    const alarms = await api.db.auditEvent.count({ where: { action: 'alarm.guess_budget_passed' } })

    expect(alarms).toBe(1)
    expect((await enter(api, acrossTown(70), { ip: newAddress() })).json()).toMatchObject({
      code: 'picture_code_required',
    })
  })
})

test('one address gets twenty pictures a minute and then has to wait', async () => {
  await forgetAttempts()
  for (let i = 0; i < 20; i++) expect((await askForPicture('203.0.113.50')).statusCode).toBe(201)

  expect((await askForPicture('203.0.113.50')).json()).toMatchObject({
    status: 429,
    code: 'too_many_attempts',
  })
})

test('the table of limits names no account, house, flat or address', async () => {
  await forgetAttempts()
  await enter(api, { accountNumber: '3141231231', house: '77', flat: '88' }, { ip: '203.0.113.99' })

  const rows = await api.db.rateLimit.findMany()

  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? '' : value))).not.toMatch(
    /3141231231|203\.0\.113/,
  )
})
