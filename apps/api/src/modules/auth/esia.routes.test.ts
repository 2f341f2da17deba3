import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cookiesOf, startApi } from '../../../test/api.ts'
import { people as oids } from '../../../test/gosuslugi.ts'
import { type GosuslugiPortal, startGosuslugiPortal } from '../../../test/gosuslugi-portal.ts'

let portal: GosuslugiPortal
beforeAll(async () => {
  portal = await startGosuslugiPortal()
})
afterAll(() => portal.stop())
beforeEach(() => portal.beginAnew())

describe('a newcomer from Gosuslugi', () => {
  test('agrees first, and then has a profile without an e-mail', async () => {
    const { response, cookie } = await portal.way.enter(oids.ivanova)
    expect(response.json()).toEqual({ outcome: 'consent_needed', name: 'Анна Петровна' })
    expect(cookiesOf(response)).not.toContain('rodnik-access')

    const registered = await portal.way.agree(cookie)

    expect(registered.json()).toMatchObject({ kind: 'resident', login: null, next: null })
    const user = await portal.api.db.user.findFirstOrThrow({ where: { externalIdentities: { some: {} } } })
    expect(user).toMatchObject({ name: 'Иванова Анна Петровна', email: null })
    expect(await portal.api.db.consent.count({ where: { userId: user.id } })).toBe(1)
  })

  test('is the same person the next time', async () => {
    await portal.way.newcomer()
    const before = await portal.api.db.user.count()

    const { response } = await portal.way.enter(oids.ivanova)

    expect(response.json()).toMatchObject({ outcome: 'signed_in', session: { kind: 'resident' } })
    expect(cookiesOf(response)).toContain('rodnik-refresh=')
    expect(await portal.api.db.user.count()).toBe(before)
  })

  test('agrees twenty times at once and has one profile', async () => {
    const { cookie } = await portal.way.enter(oids.ivanova)

    const answers = await Promise.all(Array.from({ length: 20 }, () => portal.way.agree(cookie)))

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    expect(await portal.api.db.externalIdentity.count()).toBe(1)
  })

  test('has no profile while the consent is of an older version, or after ten minutes of reading', async () => {
    const { cookie } = await portal.way.enter(oids.ivanova)
    expect((await portal.way.agree(cookie, '1999-01-01')).json()).toMatchObject({
      fields: { consentVersion: 'outdated' },
    })
    await portal.api.db.$executeRaw`UPDATE esia_attempts SET expires_at = app_now() - interval '1 second'`

    expect((await portal.way.agree(cookie)).json()).toMatchObject({ status: 401, code: 'esia_failed' })
    expect(await portal.api.db.externalIdentity.count()).toBe(0)
  })

  test('whose address somebody has registered gets a profile apart, and the other one stays unactivated', async () => {
    const email = 'resident@example.test'
    await portal.people.register(email)

    await portal.way.newcomer(1_000_000_102)

    expect(await portal.api.db.user.count({ where: { email } })).toBe(0)
    expect(await portal.api.db.registration.count({ where: { email } })).toBe(1)
  })
})

test('an account that Gosuslugi has not confirmed is refused with its reason', async () => {
  const { response } = await portal.way.enter(oids.unconfirmed)

  expect(response.json()).toMatchObject({ status: 403, code: 'esia_unconfirmed' })
  expect(await portal.api.db.externalIdentity.count()).toBe(0)
})

test('whoever changes their mind at Gosuslugi is told so', async () => {
  expect((await portal.way.enter(undefined)).response.json()).toMatchObject({
    status: 401,
    code: 'esia_refused',
  })
})

test('a profile that staff have closed stays closed', async () => {
  await portal.way.newcomer()
  await portal.api.db.$executeRaw`UPDATE users SET disabled_at = app_now() WHERE email IS NULL`

  expect((await portal.way.enter(oids.ivanova)).response.json()).toMatchObject({
    status: 401,
    code: 'sign_in_failed',
  })
})

describe('a return from Gosuslugi opens nothing', () => {
  test('a second time', async () => {
    const { answer, cookie } = await portal.way.enter(oids.ivanova)

    expect((await portal.way.comeBack(answer, cookie)).json()).toMatchObject({
      status: 401,
      code: 'esia_failed',
    })
  })

  test('in another browser', async () => {
    const [victim, thief] = [await portal.way.go(oids.ivanova), cookiesOf(await portal.way.begin())]

    expect((await portal.way.comeBack(victim.answer, thief)).json()).toMatchObject({
      status: 401,
      code: 'esia_failed',
    })
    expect((await portal.way.comeBack(victim.answer, '')).json()).toMatchObject({
      status: 401,
      code: 'esia_failed',
    })
  })

  test.each([
    ['without a state', { state: undefined }],
    ['with a foreign state', { state: 'A'.repeat(43) }],
    ['without a code', { code: undefined }],
    ['with a made-up code', { code: 'made-up' }],
    ['from another issuer', { iss: 'https://evil.example' }],
  ])('%s', async (_, forged) => {
    const { answer, cookie } = await portal.way.go(oids.ivanova)

    expect((await portal.way.comeBack({ ...answer, ...forged }, cookie)).json()).toMatchObject({
      status: 401,
      code: 'esia_failed',
    })
    expect(await portal.api.db.externalIdentity.count()).toBe(0)
  })

  test('a second after ten minutes', async () => {
    const { answer, cookie } = await portal.way.go(oids.ivanova)
    await portal.api.db.$executeRaw`UPDATE esia_attempts SET expires_at = app_now() - interval '1 second'`

    expect((await portal.way.comeBack(answer, cookie)).json()).toMatchObject({ code: 'esia_failed' })
  })

  test('twenty times at once more than once', async () => {
    await portal.way.newcomer()
    const { answer, cookie } = await portal.way.go(oids.ivanova)
    const sessions = await portal.api.db.session.count()

    const answers = await Promise.all(Array.from({ length: 20 }, () => portal.way.comeBack(answer, cookie)))

    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(await portal.api.db.session.count()).toBe(sessions + 1)
  })
})

test('while Gosuslugi does not answer, the way in by password is open', async () => {
  const { email } = await portal.people.resident()
  const { answer, cookie } = await portal.way.go(oids.ivanova)
  portal.gosuslugi.misbehave('unavailable')

  expect((await portal.way.comeBack(answer, cookie)).json()).toMatchObject({
    status: 503,
    code: 'esia_unavailable',
  })
  expect((await portal.people.signIn(email)).statusCode).toBe(201)
})

test('a site that is not connected to Gosuslugi says so', async () => {
  const other = await startApi()
  const response = await other.app.inject({
    method: 'POST',
    url: '/api/v1/esia/attempts',
    payload: { purpose: 'sign_in' },
  })
  const site = await other.app.inject({ url: '/api/v1/site' })

  expect(response.json()).toMatchObject({ status: 404, code: 'esia_off' })
  expect(site.json()).toMatchObject({ hasGosuslugi: false })
  await other.stop()
})
