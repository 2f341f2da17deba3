import type { Person } from '@rodnik/contract/staff-people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>

let api: Api
let operator: Staff
beforeAll(async () => {
  api = await startApi()
  operator = await signedIn(api, await api.given.person({ roles: ['operator'] }))
})
afterAll(() => api.stop())

const disable = (id: string) => operator.post(`/staff/people/${id}/disable`, { reason: 'Заявление' })
const eventsOf = async (id: string) =>
  (await api.db.auditEvent.findMany({ where: { details: { path: ['person'], equals: id } } })).map(
    ({ action, actor, details }) => ({ action, actor, details }),
  )

test('an operator sees who someone is and what accounts they have', async () => {
  const person = await api.given.person({ name: 'Анна', phone: '+79123456789' })
  const account = await api.given.account()
  await api.given.link(person.id, account.id)
  await signedIn(api, person)

  expect((await operator.get(`/staff/people/${person.id}`)).json<Person>()).toMatchObject({
    name: 'Анна',
    phone: '+79123456789',
    openSessions: 1,
    accounts: [{ number: account.number, role: 'owner' }],
  })
})

test('a disabled person is out at once, on another instance too, and the log says why', async () => {
  const person = await api.given.person()
  const session = await signedIn(api, person)
  const other = await api.buildInstance()
  const ask = () => other.inject({ url: '/api/v1/session', headers: { cookie: session.cookie } })
  expect((await ask()).statusCode).toBe(200)

  await disable(person.id)
  expect((await ask()).statusCode).toBe(401)
  expect(
    (await other.inject({ url: '/api/v1/sessions', headers: { cookie: session.cookie } })).statusCode,
  ).toBe(401)
  await other.close()
  expect(await eventsOf(person.id)).toEqual([
    {
      action: 'person.disabled',
      actor: `staff:${operator.id}`,
      details: {
        person: person.id,
        before: { isDisabled: false },
        after: { isDisabled: true },
        reason: 'Заявление',
      },
    },
  ])
})

test('disabling twice is one event, and enabling opens the profile but no old session', async () => {
  const person = await api.given.person()
  const session = await signedIn(api, person)
  await Promise.all([disable(person.id), disable(person.id), disable(person.id)])
  const enabled = await operator.post(`/staff/people/${person.id}/enable`, { reason: 'Ошибка' })

  expect(enabled.json<Person>().disabledAt).toBeNull()
  expect((await eventsOf(person.id)).map(({ action }) => action)).toEqual([
    'person.disabled',
    'person.enabled',
  ])
  expect((await session.get('/session')).statusCode).toBe(401)
  expect((await (await signedIn(api, person)).get('/session')).statusCode).toBe(200)
})

test('signing someone out ends all their sessions, and they may come in again', async () => {
  const person = await api.given.person()
  const sessions = [await signedIn(api, person), await signedIn(api, person)]
  const answer = await operator.post(`/staff/people/${person.id}/sign-out`, { reason: 'Просьба по телефону' })

  expect(answer.json<Person>()).toMatchObject({ openSessions: 0, disabledAt: null })
  for (const session of sessions) expect((await session.get('/session')).statusCode).toBe(401)
})

test('an operator can neither see nor close the profile of a colleague', async () => {
  const colleague = await api.given.person({ roles: ['administrator'] })

  expect((await operator.get(`/staff/people/${colleague.id}`)).statusCode).toBe(404)
  expect((await disable(colleague.id)).statusCode).toBe(404)
  expect((await api.db.user.findUniqueOrThrow({ where: { id: colleague.id } })).disabledAt).toBeNull()
})

test.each([{}, { reason: '' }, { reason: ' ' }, { reason: 'x', isAdmin: true }])(
  'nothing happens without a reason: %o',
  async (body) => {
    const person = await api.given.person()

    expect((await operator.post(`/staff/people/${person.id}/disable`, body)).statusCode).toBe(400)
  },
)
