import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, enter, guestOf, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

let visitors = 0
/** A new client address for each visitor, so that the tests do not share a limit. */
const newAddress = () => `192.0.2.${++visitors}`

/** The answer without what differs for every request: its id and the date. */
const shapeOf = ({ statusCode, headers, json }: Awaited<ReturnType<typeof enter>>) => ({
  statusCode,
  headers: { ...headers, date: '', 'content-length': '' },
  body: { ...json(), instance: '' },
})

describe('a resident', () => {
  test('enters with account number, house and flat', async () => {
    const { entry } = await api.given.account()

    const response = await enter(api, entry, { ip: newAddress() })

    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({ ...entry, expiresAt: expect.stringMatching(/^2026-11-22T07:3/) })
    expect(response.headers['set-cookie']).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^rodnik-guest=.+; Max-Age=1800; Path=\/; HttpOnly; SameSite=Strict$/),
      ]),
    )
  })

  test.each([
    ['12 А', 'кв. 45'],
    ['д.12-а', '045'],
    ['12a', '45'],
  ])('enters however the address is written: %s, %s', async (house, flat) => {
    const { entry } = await api.given.account({ house: '12а', flat: '45' })

    expect((await enter(api, { ...entry, house, flat }, { ip: newAddress() })).statusCode).toBe(201)
  })

  test('of a private house leaves the flat empty', async () => {
    const { entry } = await api.given.account({ house: '7', flat: '' })

    expect((await enter(api, { ...entry, flat: '' }, { ip: newAddress() })).statusCode).toBe(201)
  })

  test('sees the address only as it was typed', async () => {
    const { entry } = await api.given.account({ street: 'улица Воровского', house: '12 корпус 1', flat: '5' })
    const guest = await guestOf(api, { ...entry, house: '12к1', flat: 'кв 5' })

    const [session, cabinet] = [await guest.get('/guest-session'), await guest.get('/cabinet')]

    expect(session.json()).toMatchObject({ house: '12к1', flat: 'кв 5' })
    expect(cabinet.body).not.toContain('Воровского')
    expect(cabinet.json().account).toEqual({ number: entry.accountNumber, house: '12к1', flat: 'кв 5' })
  })

  test('leaves, and the old cookie opens nothing', async () => {
    const guest = await guestOf(api, (await api.given.account()).entry)

    const left = await guest.leave()

    expect(left.statusCode).toBe(204)
    expect(left.headers['clear-site-data']).toBeDefined()
    expect((await guest.get('/cabinet')).json()).toMatchObject({ status: 401, code: 'sign_in_required' })
  })

  test('must enter again after ten quiet minutes', async () => {
    const account = await api.given.account()
    const guest = await guestOf(api, account.entry)
    await api.db.$executeRaw`UPDATE guest_sessions SET last_seen_at = app_now() - interval '601 seconds'
      WHERE account_id = ${account.id}::uuid`

    expect((await guest.get('/cabinet')).statusCode).toBe(401)
  })

  test('must enter again after half an hour, however busy', async () => {
    const account = await api.given.account()
    const guest = await guestOf(api, account.entry)
    await api.db.$executeRaw`UPDATE guest_sessions SET expires_at = app_now() - interval '1 second'
      WHERE account_id = ${account.id}::uuid`

    expect((await guest.get('/cabinet')).statusCode).toBe(401)
  })

  test('keeps the session alive by using it', async () => {
    const account = await api.given.account()
    const guest = await guestOf(api, account.entry)
    await api.db.$executeRaw`UPDATE guest_sessions SET last_seen_at = app_now() - interval '9 minutes'
      WHERE account_id = ${account.id}::uuid`

    await guest.get('/cabinet')

    const [seen] = await api.db.$queryRaw<{ isRecent: boolean }[]>`
      SELECT last_seen_at > app_now() - interval '1 minute' AS "isRecent" FROM guest_sessions
      WHERE account_id = ${account.id}::uuid`
    expect(seen?.isRecent).toBe(true)
  })
})

describe('the refusal', () => {
  test('is the same for an unknown number, a wrong house, a wrong flat, a switched-off account, a closed one and an organisation', async () => {
    const { entry } = await api.given.account()
    const off = await api.given.account({ isAccountlessAllowed: false })
    const closed = await api.given.account({ closedOn: '2026-01-31' })
    const legal = await api.given.account({ kind: 'legal' })
    const tries = [
      { ...entry, accountNumber: '3149999999' },
      { ...entry, house: '13' },
      { ...entry, flat: '46' },
      off.entry,
      closed.entry,
      legal.entry,
    ]

    const answers = await Promise.all(tries.map((entryTried) => enter(api, entryTried, { ip: newAddress() })))

    expect(shapeOf(answers[0]!).body).toMatchObject({ status: 401, code: 'sign_in_failed' })
    for (const answer of answers) expect(shapeOf(answer)).toEqual(shapeOf(answers[0]!))
  })

  test.each([
    ['0', '0'],
    ['-1', '1 OR 1=1'],
    ["12'; DROP TABLE accounts; --", '{{7*7}}'],
  ])('meets odd input %s, %s calmly', async (house, flat) => {
    const { entry } = await api.given.account()

    expect((await enter(api, { ...entry, house, flat }, { ip: newAddress() })).statusCode).toBe(401)
  })
})

describe('rights of a guest', () => {
  test('end within the next request when the owner switches accountless entry off', async () => {
    const account = await api.given.account()
    const guest = await guestOf(api, account.entry)

    await api.db.account.update({ where: { id: account.id }, data: { isAccountlessAllowed: false } })

    expect((await guest.get('/cabinet')).statusCode).toBe(401)
    expect((await guest.submit([{ meterId: crypto.randomUUID(), valueLitres: 1 }])).statusCode).toBe(401)
  })

  test('end when the address of the account changes', async () => {
    const [account, other] = [await api.given.account(), await api.given.account()]
    const guest = await guestOf(api, account.entry)

    await api.db.account.update({ where: { id: account.id }, data: { premisesId: other.premisesId } })

    expect((await guest.get('/cabinet')).statusCode).toBe(401)
  })

  test('are needed for every endpoint that the contract does not call public', async () => {
    const document = (await api.app.inject({ url: '/api/v1/openapi.json' })).json()
    const guarded = Object.entries<Record<string, { security?: unknown }>>(document.paths).flatMap(
      ([path, operations]) =>
        Object.entries(operations)
          .filter(([, operation]) => operation.security)
          .map(([method]) => ({
            method: method.toUpperCase() as 'GET',
            url: path.replace('{number}', '2611-0000001-1'),
          })),
    )
    expect(guarded.length).toBeGreaterThanOrEqual(4)

    for (const { method, url } of guarded) {
      const response = await api.app.inject({ method, url, ...(method !== 'GET' && { payload: {} }) })
      expect([url, response.statusCode]).toEqual([url, 401])
    }
  })

  test('show no name, phone, e-mail, street or whole marking in any answer', async () => {
    const account = await api.given.account({ street: 'улица Секретная' })
    await api.db.account.update({ where: { id: account.id }, data: { holderName: 'Петрова Анна' } })
    const meter = await api.given.meter(account.id)
    const guest = await guestOf(api, account.entry)
    const sent = await guest.submit([{ meterId: meter.id, valueLitres: 126_000 }])

    const bodies = [
      sent.body,
      ...(await Promise.all(
        ['/guest-session', '/cabinet', `/submissions/${sent.json().number}`].map(
          async (url) => (await guest.get(url)).body,
        ),
      )),
    ]

    for (const body of bodies) {
      expect(body).not.toMatch(/Секретная|Петрова|@/)
      // The whole marking links an account to a profile, so a guest sees its end alone.
      expect(body).not.toContain(meter.serial)
    }
  })
})
