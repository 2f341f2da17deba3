import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, cookiesOf, signedIn, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

type Person = Awaited<ReturnType<typeof signedIn>>

const someone = async () => signedIn(api, await api.given.person())
const refreshPart = (cookie: string) => /rodnik-refresh=([^;]+)/.exec(cookie)?.[1] ?? ''

const refresh = (cookie: string, app = api.app) =>
  app.inject({ method: 'POST', url: '/api/v1/session/refresh', headers: { cookie } })

const use = (cookie: string) => api.app.inject({ url: '/api/v1/session', headers: { cookie } })

const move = (person: Person, column: 'rotated_at' | 'last_seen_at' | 'expires_at', back: string) =>
  api.db.$executeRawUnsafe(
    `UPDATE sessions SET ${column} = app_now() - $1::interval WHERE id = $2::uuid`,
    back,
    person.sessionId,
  )

const reuseEvents = (person: Person) =>
  api.db.auditEvent.count({ where: { actor: `user:${person.id}`, action: 'session.refresh_reused' } })

test('a refresh token gives a new pair, and the new one works', async () => {
  const person = await someone()

  const renewed = await refresh(person.cookie)

  expect(renewed.statusCode).toBe(200)
  expect(refreshPart(cookiesOf(renewed))).not.toBe(refreshPart(person.cookie))
  expect((await use(cookiesOf(renewed))).statusCode).toBe(200)
})

test('twenty tabs that refresh at once all get the same successor', async () => {
  const person = await someone()

  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(person.cookie)))

  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  expect(new Set(answers.map((answer) => refreshPart(cookiesOf(answer)))).size).toBe(1)
})

describe('the same refresh token a second time', () => {
  test('within ten seconds gives the same successor, although that has been used', async () => {
    const person = await someone()
    const first = cookiesOf(await refresh(person.cookie))
    await use(first)

    const again = await refresh(person.cookie)

    expect(refreshPart(cookiesOf(again))).toBe(refreshPart(first))
  })

  test('long after an answer that was lost on the way gives the same successor', async () => {
    const person = await someone()
    const lost = cookiesOf(await refresh(person.cookie))
    await move(person, 'rotated_at', '20 minutes')

    const again = await refresh(person.cookie)

    expect(refreshPart(cookiesOf(again))).toBe(refreshPart(lost))
    expect(await reuseEvents(person)).toBe(0)
  })

  test('after its successor has been used ends the session of both, once', async () => {
    const person = await someone()
    const renewed = cookiesOf(await refresh(person.cookie))
    await use(renewed)
    await move(person, 'rotated_at', '11 seconds')

    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(person.cookie)))

    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]))
    expect((await use(renewed)).statusCode).toBe(401)
    expect((await refresh(renewed)).statusCode).toBe(401)
    expect(await reuseEvents(person)).toBe(1)
  })

  test('two generations later ends the session, however soon', async () => {
    const person = await someone()
    const second = cookiesOf(await refresh(person.cookie))
    await refresh(second)

    const stolen = await refresh(person.cookie)

    expect(stolen.statusCode).toBe(401)
    expect((await use(second)).statusCode).toBe(401)
  })
})

describe('a refresh token opens nothing', () => {
  test('when the session has been quiet for half an hour', async () => {
    const person = await someone()
    await move(person, 'last_seen_at', '1801 seconds')

    expect((await refresh(person.cookie)).statusCode).toBe(401)
  })

  test('when the session has lasted as long as it may', async () => {
    const person = await someone()
    await move(person, 'expires_at', '1 second')

    expect((await refresh(person.cookie)).statusCode).toBe(401)
  })

  test('when the person has signed out, or staff have closed the profile', async () => {
    const [left, disabled] = [await someone(), await someone()]
    await left.delete('/session')
    await api.db.$executeRaw`UPDATE users SET disabled_at = app_now() WHERE id = ${disabled.id}::uuid`

    expect((await refresh(left.cookie)).statusCode).toBe(401)
    expect((await refresh(disabled.cookie)).statusCode).toBe(401)
  })

  test.each([
    ['cut short', (token: string) => token.slice(0, -1)],
    ['with one letter changed', (token: string) => token.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A'))],
    ['of another generation', (token: string) => generation(token, 2)],
    ['that is not one', () => 'hello'],
    ['that is empty', () => ''],
  ])('%s, and the session goes on', async (_, forge) => {
    const person = await someone()
    const forged = forge(refreshPart(person.cookie))

    expect((await refresh(`rodnik-refresh=${forged}`)).statusCode).toBe(401)
    expect((await use(person.cookie)).statusCode).toBe(200)
  })
})

function generation(token: string, to: number): string {
  const bytes = Buffer.from(token, 'base64url')
  bytes.writeUInt32BE(to, 16)
  return bytes.toString('base64url')
}

test('staff are asked to sign in again after a quarter of an hour', async () => {
  const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  await move(clerk, 'last_seen_at', '901 seconds')

  expect((await use(clerk.cookie)).statusCode).toBe(401)
})

test('a session that ends on one instance is over on the others at the next request', async () => {
  const other = await api.buildInstance()
  const person = await someone()
  const ask = () => other.inject({ url: '/api/v1/session', headers: { cookie: person.cookie } })
  expect((await ask()).statusCode).toBe(200)

  await person.delete('/sessions')

  expect((await ask()).statusCode).toBe(401)
  await other.close()
})

test('a person sees where they are signed in and ends one of the places, but nobody else’s', async () => {
  const resident = await api.given.person()
  const [here, there] = [await signedIn(api, resident), await signedIn(api, resident)]
  const stranger = await someone()
  const { sessions } = (await here.get('/sessions')).json<{
    sessions: { id: string; isCurrent: boolean }[]
  }>()
  expect(sessions).toHaveLength(2)
  expect(sessions.find(({ isCurrent }) => isCurrent)?.id).toBe(here.sessionId)
  expect(sessions.find(({ isCurrent }) => !isCurrent)?.id).toBe(there.sessionId)

  expect((await stranger.delete(`/sessions/${there.sessionId}`)).statusCode).toBe(404)
  expect((await there.get('/session')).statusCode).toBe(200)
  expect((await here.delete(`/sessions/${there.sessionId}`)).statusCode).toBe(204)

  expect((await there.get('/session')).statusCode).toBe(401)
  expect((await here.get('/session')).statusCode).toBe(200)
})

test('whoever leaves after the access token has run out is signed out all the same', async () => {
  const person = await someone()
  const refreshOnly = `rodnik-refresh=${refreshPart(person.cookie)}`

  await api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie: refreshOnly } })

  expect((await refresh(refreshOnly)).statusCode).toBe(401)
})

test('who knows only the password of staff neither changes it nor ends their sessions', async () => {
  const clerk = await api.given.person({ roles: ['clerk'] })
  const real = await signedIn(api, clerk)
  const thief = await signedIn(api, clerk, { isComplete: false })

  const answers = await Promise.all([
    thief.get('/sessions'),
    thief.delete('/sessions'),
    thief.delete(`/sessions/${real.sessionId}`),
    thief.put('/session/password', { current: 'known', next: 'синий чайник на плите' }),
  ])

  for (const answer of answers)
    expect(answer.json()).toMatchObject({ status: 403, code: 'session_incomplete' })
  expect((await real.get('/session')).statusCode).toBe(200)
})
