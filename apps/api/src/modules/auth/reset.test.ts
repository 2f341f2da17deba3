import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, startApi } from '../../../test/api.ts'
import { newEmail, PASSWORD, registrants } from '../../../test/registrants.ts'

let api: Api
let people: ReturnType<typeof registrants>
beforeAll(async () => {
  api = await startApi()
  people = registrants(api)
})
afterAll(() => api.stop())
beforeEach(() => people.forgetLimits())

const NEW_PASSWORD = 'зелёная лейка в саду'

async function forgetful() {
  const person = await people.resident()
  await people.askForReset(person.email)
  return { ...person, token: await people.tokenFrom(person.email, 'password_reset') }
}

const templates = async (email: string) => (await people.lettersTo(email)).map(({ template }) => template)

test('someone who forgot the password chooses a new one; every session ends and a letter says so', async () => {
  const person = await forgetful()

  expect((await people.reset(person.token, NEW_PASSWORD)).json()).toEqual({ changed: true })

  expect((await person.get('/session')).statusCode).toBe(401)
  expect((await person.call('/session/refresh', { method: 'POST' })).statusCode).toBe(401)
  expect((await people.signIn(person.email, PASSWORD)).statusCode).toBe(401)
  expect((await people.signIn(person.email, NEW_PASSWORD)).statusCode).toBe(201)
  expect(await templates(person.email)).toEqual(['activation', 'password_reset', 'password_changed'])
})

test('twenty presses at once change the password once: one event, one letter', async () => {
  const person = await forgetful()

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => people.reset(person.token, NEW_PASSWORD)),
  )

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode === 410)).toHaveLength(19)
  expect(
    await api.db.auditEvent.count({
      where: { actor: `user:${person.id}`, action: 'profile.password_reset' },
    }),
  ).toBe(1)
  expect((await templates(person.email)).filter((template) => template === 'password_changed')).toHaveLength(
    1,
  )
})

test('whoever signs in with the old password at the same instant is signed out with the rest', async () => {
  const person = await forgetful()

  const [, ...entered] = await Promise.all([
    people.reset(person.token, NEW_PASSWORD),
    ...Array.from({ length: 10 }, () => people.signIn(person.email, PASSWORD)),
  ])

  const cookies = entered.filter(({ statusCode }) => statusCode === 201).map(cookiesOf)
  const left = await Promise.all(
    cookies.map(
      async (cookie) => (await api.app.inject({ url: '/api/v1/session', headers: { cookie } })).statusCode,
    ),
  )
  expect(left.filter((status) => status !== 401)).toEqual([])
  expect(await api.db.session.count({ where: { userId: person.id, endedAt: null } })).toBe(0)
})

test('a weak password is refused, and the link stays good for a better one', async () => {
  const person = await forgetful()

  expect((await people.reset(person.token, 'qwerty123456')).json()).toMatchObject({
    code: 'password_refused',
  })

  expect((await people.reset(person.token, NEW_PASSWORD)).statusCode).toBe(200)
})

test('a change of e-mail under way ends with the password', async () => {
  const person = await forgetful()
  await api.db.$executeRaw`INSERT INTO email_changes (user_id, new_email, expires_at)
    VALUES (${person.id}::uuid, 'thief@example.ru', app_now() + interval '1 day')`

  await people.reset(person.token, NEW_PASSWORD)

  expect(await api.db.emailChange.count({ where: { userId: person.id } })).toBe(0)
})

const answerTo = async (token: string) => (await people.reset(token, NEW_PASSWORD)).json<object>()

describe('the link of a reset opens nothing', () => {
  const REFUSAL = { status: 410, code: 'link_not_valid' }

  test('after a newer one was sent', async () => {
    const { email, token } = await forgetful()
    await people.forgetLimits()
    await people.askForReset(email)

    expect(await answerTo(token)).toMatchObject(REFUSAL)
  })

  test('a second after an hour', async () => {
    const { id, token } = await forgetful()
    await api.db
      .$executeRaw`UPDATE one_time_tokens SET expires_at = app_now() - interval '1 second' WHERE subject = ${id}`

    expect(await answerTo(token)).toMatchObject(REFUSAL)
  })

  test('after the password was changed in the profile', async () => {
    const person = await forgetful()
    const changed = await person.put('/session/password', { current: PASSWORD, next: NEW_PASSWORD })
    expect(changed.statusCode).toBe(200)

    expect(await answerTo(person.token)).toMatchObject(REFUSAL)
  })

  test('when it is the link of an activation', async () => {
    const email = newEmail()
    await people.register(email)

    expect(await answerTo(await people.tokenFrom(email, 'activation'))).toMatchObject(REFUSAL)
  })

  test('when staff have closed the profile', async () => {
    const person = await forgetful()
    await api.db.$executeRaw`UPDATE users SET disabled_at = app_now() WHERE id = ${person.id}::uuid`

    expect(await answerTo(person.token)).toMatchObject(REFUSAL)
  })
})

describe('a password is changed in the profile', () => {
  test('by whoever knows the present one; other devices are signed out, this one is not', async () => {
    const person = await people.resident()
    const elsewhere = (await people.signIn(person.email)).cookies

    const changed = await person.put('/session/password', { current: PASSWORD, next: NEW_PASSWORD })

    expect(changed.statusCode).toBe(200)
    expect((await person.get('/session')).statusCode).toBe(200)
    const cookie = elsewhere.map(({ name, value }) => `${name}=${value}`).join('; ')
    expect((await api.app.inject({ url: '/api/v1/session', headers: { cookie } })).statusCode).toBe(401)
    expect((await people.signIn(person.email, NEW_PASSWORD)).statusCode).toBe(201)
  })

  test('by nobody else, and not by trying for long', async () => {
    const person = await people.resident()
    const tries = []
    for (let i = 0; i < 11; i++) {
      tries.push(await person.put('/session/password', { current: `не тот ${i}`, next: NEW_PASSWORD }))
    }

    expect(tries[0]?.json()).toMatchObject({ status: 422, code: 'password_wrong' })
    expect(tries.at(-1)?.json()).toMatchObject({ status: 429, code: 'too_many_attempts' })
    expect((await people.signIn(person.email)).statusCode).toBe(201)
  })

  test('but not to the same one', async () => {
    const person = await people.resident()

    const same = await person.put('/session/password', { current: PASSWORD, next: PASSWORD })

    expect(same.json()).toMatchObject({ code: 'password_refused', fields: { password: 'same_as_before' } })
  })
})
