import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, enter, startApi } from '../../../test/api.ts'
import { newEmail, PASSWORD, registrants } from '../../../test/registrants.ts'
import { newAddress, solvePicture } from '../../../test/visitors.ts'
import { hashPassword } from '../../platform/passwords.ts'

let api: Api
let people: ReturnType<typeof registrants>
beforeAll(async () => {
  api = await startApi()
  people = registrants(api)
})
afterAll(() => api.stop())
beforeEach(() => people.forgetLimits())

const withPassword = async (userId: string, oneTime?: { hours: number }) => {
  const hash = await hashPassword(PASSWORD)
  await api.db.$executeRaw`INSERT INTO passwords (user_id, hash, must_change, expires_at)
    VALUES (${userId}::uuid, ${hash}, ${oneTime !== undefined},
      app_now() + make_interval(secs => ${oneTime ? oneTime.hours * 3600 : null}::float8))`
}

async function organisation(hours = 72) {
  const user = await api.given.person({ kind: 'organisation' })
  await withPassword(user.id, { hours })
  return user.login ?? ''
}

describe('a resident', () => {
  test('signs in with e-mail and password, and what the browser brought along is replaced', async () => {
    const { email, cookie } = await people.resident()

    const response = await people.signIn(email, PASSWORD, { cookie })

    expect(response.json()).toMatchObject({ kind: 'resident', login: email, next: null, roles: [] })
    expect((await api.app.inject({ url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(401)
    expect(response.headers['set-cookie']).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^rodnik-access=.+; Max-Age=600; Path=\/; HttpOnly; SameSite=Strict$/),
        expect.stringMatching(/^rodnik-refresh=.+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
      ]),
    )
  })

  test('signs out, and the old cookies open nothing', async () => {
    const person = await people.resident()

    const left = await person.delete('/session')

    expect(left.headers['clear-site-data']).toBeDefined()
    expect((await person.get('/session')).statusCode).toBe(401)
  })
})

/** The answer without what differs for every request. */
const shapeOf = ({ statusCode, headers, json }: Awaited<ReturnType<typeof people.signIn>>) => ({
  statusCode,
  headers: { ...headers, date: '' },
  body: { ...json(), instance: '' },
})

describe('the refusal', () => {
  test('is the same for a wrong password, an unknown address, one not activated, a closed profile and an organisation', async () => {
    const { email } = await people.resident()
    const waiting = newEmail()
    await people.register(waiting)
    const closed = await people.resident()
    await api.db.$executeRaw`UPDATE users SET disabled_at = app_now() WHERE id = ${closed.id}::uuid`
    const late = await organisation(-1 / 3600)
    const tries: [string, string][] = [
      [email, 'не тот пароль'],
      [newEmail(), PASSWORD],
      [waiting, PASSWORD],
      [closed.email, PASSWORD],
      [late, PASSWORD],
      ['U-999999', PASSWORD],
    ]

    const answers = await Promise.all(tries.map(([login, password]) => people.signIn(login, password)))

    expect(shapeOf(answers[0]!).body).toMatchObject({ status: 401, code: 'sign_in_failed' })
    for (const answer of answers) expect(shapeOf(answer)).toEqual(shapeOf(answers[0]!))
  })

  test.each([
    ["' OR 1=1 --", 'x'],
    ['{{7*7}}@example.ru', '\u0000'],
    ['@', '@'],
  ])('meets odd input %s calmly', async (login, password) => {
    expect([400, 401]).toContain((await people.signIn(login, password)).statusCode)
  })
})

const failTimes = async (email: string, times: number) => {
  for (let i = 0; i < times; i++) await people.signIn(email, 'не тот пароль')
}

describe('after failures for one address', () => {
  test('the picture is asked for, and with it the owner comes in', async () => {
    const { email } = await people.resident()
    await failTimes(email, 3)

    expect((await people.signIn(email)).json()).toMatchObject({ status: 422, code: 'picture_code_required' })
    const picture = await solvePicture(api, 'sign_in')
    const owner = await people.send('/session', { login: email, password: PASSWORD, picture })

    expect(owner.statusCode).toBe(201)
  })

  test('a device that has signed in before is not asked', async () => {
    const { email } = await people.resident()
    const cookie = cookiesOf(await people.signIn(email))
    await failTimes(email, 3)

    expect((await people.signIn(email, PASSWORD, { cookie })).statusCode).toBe(201)
  })

  test('of the accountless entry, sign-in with a password is as it was', async () => {
    const { email } = await people.resident()
    const { entry } = await api.given.account()
    const ip = newAddress()
    for (let i = 0; i < 6; i++) await enter(api, { ...entry, flat: '46' }, { ip })

    expect((await people.signIn(email, PASSWORD, { ip })).statusCode).toBe(201)
  })
})

describe('an organisation with a one-time password', () => {
  test('has to choose its own before anything else opens', async () => {
    const login = await organisation()
    const entered = await people.signIn(login)
    expect(entered.json()).toMatchObject({ kind: 'organisation', login, next: 'change_password' })
    const cookie = cookiesOf(entered)
    const call = (method: 'GET' | 'PUT', url: string, payload?: object) =>
      api.app.inject({ method, url: `/api/v1${url}`, headers: { cookie }, ...(payload && { payload }) })

    const changed = await call('PUT', '/session/password', { current: PASSWORD, next: 'новая лейка в саду' })

    expect(changed.json()).toMatchObject({ next: null })
    expect((await people.signIn(login)).statusCode).toBe(401)
    expect((await people.signIn(login, 'новая лейка в саду')).statusCode).toBe(201)
  })

  test('gets in with it once, of ten tries at the same instant', async () => {
    const login = await organisation()

    const answers = await Promise.all(Array.from({ length: 10 }, () => people.signIn(login)))

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  })
})
