import { CONSENT_VERSION } from '@rodnik/contract/consent'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, signedIn, startApi } from '../../../test/api.ts'
import { type Gosuslugi, gatewayOf, people as oids, startOidc, walk } from '../../../test/gosuslugi.ts'
import { PASSWORD, registrants } from '../../../test/registrants.ts'
import type { EsiaAnswer } from '../../platform/esia.ts'

let api: Api
let gosuslugi: Gosuslugi
let people: ReturnType<typeof registrants>
beforeAll(async () => {
  const started = await startOidc()
  gosuslugi = started.gosuslugi
  api = await startApi({ esia: gatewayOf(started.env, 2000) })
  people = registrants(api)
})
afterAll(async () => {
  await api.stop()
  await gosuslugi.close()
})
beforeEach(async () => {
  gosuslugi.misbehave(undefined)
  await people.forgetLimits()
  await api.db.externalIdentity.deleteMany()
})

const begin = (payload: object = { purpose: 'sign_in' }, cookie = '') =>
  people.send('/esia/attempts', payload, { cookie })

const comeBack = ({ error_description, ...answer }: EsiaAnswer, cookie: string) =>
  people.send(
    '/esia/returns',
    { ...answer, ...(error_description !== undefined && { errorDescription: error_description }) },
    { cookie },
  )

/** The whole way there, choosing a person, up to the return page. */
async function go(
  oid: number | undefined,
  { payload, cookie = '' }: { payload?: object; cookie?: string } = {},
) {
  const begun = await begin(payload, cookie)
  const answer = await walk(begun.json<{ redirectTo: string }>().redirectTo, oid)
  return { answer, cookie: [cookie, cookiesOf(begun)].filter(Boolean).join('; ') }
}

const enter = async (oid: number | undefined) => {
  const { answer, cookie } = await go(oid)
  return { response: await comeBack(answer, cookie), cookie, answer }
}

const agree = (cookie: string, consentVersion = CONSENT_VERSION) =>
  people.send('/esia/registrations', { consentVersion, language: 'ru' }, { cookie })

async function newcomer(oid = oids.ivanova) {
  const { cookie } = await enter(oid)
  return agree(cookie)
}

describe('a newcomer from Gosuslugi', () => {
  test('agrees first, and then has a profile without an e-mail', async () => {
    const { response, cookie } = await enter(oids.ivanova)
    expect(response.json()).toEqual({ outcome: 'consent_needed', name: 'Анна Петровна' })
    expect(cookiesOf(response)).not.toContain('rodnik-access')

    const registered = await agree(cookie)

    expect(registered.json()).toMatchObject({ kind: 'resident', login: null, next: null })
    const user = await api.db.user.findFirstOrThrow({ where: { externalIdentities: { some: {} } } })
    expect(user).toMatchObject({ name: 'Иванова Анна Петровна', email: null })
    expect(await api.db.consent.count({ where: { userId: user.id } })).toBe(1)
  })

  test('is the same person the next time', async () => {
    await newcomer()
    const before = await api.db.user.count()

    const { response } = await enter(oids.ivanova)

    expect(response.json()).toMatchObject({ outcome: 'signed_in', session: { kind: 'resident' } })
    expect(cookiesOf(response)).toContain('rodnik-refresh=')
    expect(await api.db.user.count()).toBe(before)
  })

  test('agrees twenty times at once and has one profile', async () => {
    const { cookie } = await enter(oids.ivanova)

    const answers = await Promise.all(Array.from({ length: 20 }, () => agree(cookie)))

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    expect(await api.db.externalIdentity.count()).toBe(1)
  })

  test('has no profile while the consent is of an older version, or after ten minutes of reading', async () => {
    const { cookie } = await enter(oids.ivanova)
    expect((await agree(cookie, '1999-01-01')).json()).toMatchObject({
      fields: { consentVersion: 'outdated' },
    })
    await api.db.$executeRaw`UPDATE esia_attempts SET expires_at = app_now() - interval '1 second'`

    expect((await agree(cookie)).json()).toMatchObject({ status: 401, code: 'esia_failed' })
    expect(await api.db.externalIdentity.count()).toBe(0)
  })

  test('whose address somebody has registered gets a profile apart, and the other one stays unactivated', async () => {
    const email = 'resident@example.test'
    await people.register(email)

    await newcomer(1_000_000_102)

    expect(await api.db.user.count({ where: { email } })).toBe(0)
    expect(await api.db.registration.count({ where: { email } })).toBe(1)
  })
})

test('an account that Gosuslugi has not confirmed is refused with its reason', async () => {
  const { response } = await enter(oids.unconfirmed)

  expect(response.json()).toMatchObject({ status: 403, code: 'esia_unconfirmed' })
  expect(await api.db.externalIdentity.count()).toBe(0)
})

test('whoever changes their mind at Gosuslugi is told so', async () => {
  expect((await enter(undefined)).response.json()).toMatchObject({ status: 401, code: 'esia_refused' })
})

test('a profile that staff have closed stays closed', async () => {
  await newcomer()
  await api.db.$executeRaw`UPDATE users SET disabled_at = app_now() WHERE email IS NULL`

  expect((await enter(oids.ivanova)).response.json()).toMatchObject({ status: 401, code: 'sign_in_failed' })
})

describe('a return from Gosuslugi opens nothing', () => {
  test('a second time', async () => {
    const { answer, cookie } = await enter(oids.ivanova)

    expect((await comeBack(answer, cookie)).json()).toMatchObject({ status: 401, code: 'esia_failed' })
  })

  test('in another browser', async () => {
    const [victim, thief] = [await go(oids.ivanova), cookiesOf(await begin())]

    expect((await comeBack(victim.answer, thief)).json()).toMatchObject({ status: 401, code: 'esia_failed' })
    expect((await comeBack(victim.answer, '')).json()).toMatchObject({ status: 401, code: 'esia_failed' })
  })

  test.each([
    ['without a state', { state: undefined }],
    ['with a foreign state', { state: 'A'.repeat(43) }],
    ['without a code', { code: undefined }],
    ['with a made-up code', { code: 'made-up' }],
    ['from another issuer', { iss: 'https://evil.example' }],
  ])('%s', async (_, forged) => {
    const { answer, cookie } = await go(oids.ivanova)

    expect((await comeBack({ ...answer, ...forged }, cookie)).json()).toMatchObject({
      status: 401,
      code: 'esia_failed',
    })
    expect(await api.db.externalIdentity.count()).toBe(0)
  })

  test('a second after ten minutes', async () => {
    const { answer, cookie } = await go(oids.ivanova)
    await api.db.$executeRaw`UPDATE esia_attempts SET expires_at = app_now() - interval '1 second'`

    expect((await comeBack(answer, cookie)).json()).toMatchObject({ code: 'esia_failed' })
  })

  test('twenty times at once more than once', async () => {
    await newcomer()
    const { answer, cookie } = await go(oids.ivanova)
    const sessions = await api.db.session.count()

    const answers = await Promise.all(Array.from({ length: 20 }, () => comeBack(answer, cookie)))

    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(await api.db.session.count()).toBe(sessions + 1)
  })
})

describe('Gosuslugi in an existing profile', () => {
  const link = (payload: object, cookie: string) =>
    go(oids.ivanova, { payload: { purpose: 'link', ...payload }, cookie })

  test('is linked by whoever is signed in and knows the password, and opens it from then on', async () => {
    const person = await people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)

    expect((await comeBack(answer, cookie)).json()).toEqual({ outcome: 'linked' })

    const { response } = await enter(oids.ivanova)
    expect(response.json()).toMatchObject({ outcome: 'signed_in', session: { login: person.email } })
    expect((await people.lettersTo(person.email)).map(({ template }) => template)).toContain('esia_linked')
  })

  test('is not linked by someone at an open computer who does not know the password', async () => {
    const person = await people.resident()

    const begun = await begin({ purpose: 'link', password: 'не тот' }, person.cookie)

    expect(begun.json()).toMatchObject({ status: 422, code: 'password_wrong' })
    expect((await begin({ purpose: 'link' })).json()).toMatchObject({ status: 401, code: 'sign_in_required' })
  })

  test('is not linked after the person has signed out on the way', async () => {
    const person = await people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)
    await person.delete('/session')

    expect((await comeBack(answer, cookie)).json()).toMatchObject({ code: 'esia_failed' })
    expect(await api.db.externalIdentity.count()).toBe(0)
  })

  test('is not taken away from the profile it belongs to', async () => {
    await newcomer()
    const person = await people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)

    expect((await comeBack(answer, cookie)).json()).toMatchObject({
      status: 409,
      code: 'esia_linked_elsewhere',
    })
  })

  test('is for residents', async () => {
    const clerk = await api.given.person({ roles: ['clerk'] })
    const { cookie } = await signedIn(api, clerk)

    expect((await begin({ purpose: 'link' }, cookie)).json()).toMatchObject({
      status: 403,
      code: 'not_allowed',
    })
  })
})

test('while Gosuslugi does not answer, the way in by password is open', async () => {
  const { email } = await people.resident()
  const { answer, cookie } = await go(oids.ivanova)
  gosuslugi.misbehave('unavailable')

  expect((await comeBack(answer, cookie)).json()).toMatchObject({ status: 503, code: 'esia_unavailable' })
  expect((await people.signIn(email)).statusCode).toBe(201)
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
