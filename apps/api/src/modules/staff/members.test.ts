import type { Member, MemberWithPassword } from '@rodnik/contract/staff-people'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Api, cookiesOf, signedIn, startApi } from '../../../test/api.ts'
import { runStaffAdd } from '../../staff-add.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>
type Problem = { code: string }

// Each test has a city of its own: how many administrators there are is what they are about.
let api: Api
let administrator: Staff
beforeEach(async () => {
  api = await startApi()
  administrator = await signedIn(api, await api.given.person({ roles: ['administrator'], name: 'Алла' }))
})
afterEach(() => api.stop())

const newcomer = { email: 'Oleg@Example.ru', name: 'Олег', roles: ['operator'] }
const enterWith = (login: string, password: string) =>
  api.app.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password } })
const reason = { reason: 'лично, паспорт' }
const giveRoles = (by: Staff, id: string, roles: string[]) => by.put(`/staff/members/${id}/roles`, { roles })

test('a new member comes in with the one-time password, once, and must change it', async () => {
  const added = await administrator.post('/staff/members', newcomer)
  const { member, oneTimePassword } = added.json<MemberWithPassword>()

  expect(added.statusCode).toBe(201)
  expect(member).toMatchObject({ email: 'oleg@example.ru', roles: ['operator'], hasSecondFactor: false })
  const first = await enterWith('oleg@example.ru', oneTimePassword)
  expect(first.json()).toMatchObject({ kind: 'staff', next: 'change_password' })
  expect((await enterWith('oleg@example.ru', oneTimePassword)).statusCode).toBe(401)
  const cookie = cookiesOf(first)
  const search = await api.app.inject({ url: '/api/v1/staff/search?query=314', headers: { cookie } })
  expect(search.json<Problem>().code).toBe('session_incomplete')
})

test('a one-time password older than 72 hours opens nothing', async () => {
  const { oneTimePassword } = (
    await administrator.post('/staff/members', newcomer)
  ).json<MemberWithPassword>()
  await api.db.$executeRaw`UPDATE passwords SET expires_at = expires_at - interval '72 hours'`

  expect((await enterWith('oleg@example.ru', oneTimePassword)).statusCode).toBe(401)
})

test('an e-mail in use is refused, whoever has it, and of two at once one is added', async () => {
  await api.given.person({ email: 'anna@example.ru' })
  const taken = await administrator.post('/staff/members', { ...newcomer, email: 'anna@example.ru' })
  const both = await Promise.all([
    administrator.post('/staff/members', newcomer),
    administrator.post('/staff/members', newcomer),
  ])

  expect(taken.json<Problem>().code).toBe('email_in_use')
  expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([201, 409]))
})

test.each([
  { ...newcomer, email: 'nobody' },
  { ...newcomer, roles: [] },
  { ...newcomer, roles: ['operator', 'operator'] },
  { ...newcomer, roles: ['owner'] },
  { ...newcomer, password: 'chosen by staff' },
])('what is no member is not added: %o', async (body) => {
  expect((await administrator.post('/staff/members', body)).statusCode).toBe(400)
})

test('a changed role acts at the next request, and the log has both', async () => {
  const user = await api.given.person({ roles: ['operator'] })
  const operator = await signedIn(api, user)
  await giveRoles(administrator, user.id, ['inspector'])

  expect((await operator.get('/staff/letters')).json<Problem>().code).toBe('not_allowed')
  expect(
    await api.db.auditEvent.findFirstOrThrow({ where: { action: 'member.roles_changed' } }),
  ).toMatchObject({
    actor: `staff:${administrator.id}`,
    details: { member: user.id, before: { roles: ['operator'] }, after: { roles: ['inspector'] } },
  })
})

test('the last administrator can neither be disabled nor lose the role', async () => {
  const disabled = await administrator.post(`/staff/members/${administrator.id}/disable`, reason)
  const lost = await giveRoles(administrator, administrator.id, ['operator'])

  expect(disabled.json<Problem>().code).toBe('last_administrator')
  expect(lost.json<Problem>().code).toBe('last_administrator')
  expect((await administrator.get('/staff/members')).statusCode).toBe(200)
})

test('of two administrators who remove each other at once one stays', async () => {
  const second = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all([
      giveRoles(administrator, second.id, ['operator']),
      administrator.post(`/staff/members/${second.id}/disable`, reason),
      giveRoles(second, administrator.id, ['operator']),
      second.post(`/staff/members/${administrator.id}/disable`, reason),
    ])
    expect(answers.some(({ statusCode }) => statusCode === 500)).toBe(false)
    const left = await api.db.staffRole.count({
      where: { role: 'administrator', user: { disabledAt: null } },
    })
    expect(left).toBe(1)
    await api.db.user.updateMany({ data: { disabledAt: null } })
    await api.db.session.updateMany({ data: { endedAt: null } })
    await api.db.staffRole.createMany({
      data: [administrator, second].map(({ id }) => ({ userId: id, role: 'administrator' as const })),
      skipDuplicates: true,
    })
  }
})

test('a disabled member is out at once and may be let in again', async () => {
  const user = await api.given.person({ roles: ['operator'] })
  const operator = await signedIn(api, user)
  await administrator.post(`/staff/members/${user.id}/disable`, reason)

  expect((await operator.get('/staff/search?query=314')).statusCode).toBe(401)
  const enabled = await administrator.post(`/staff/members/${user.id}/enable`, reason)
  expect(enabled.json<Member>().disabledAt).toBeNull()
  expect((await operator.get('/staff/search?query=314')).statusCode).toBe(401)
})

test('a reset second factor ends the sessions, is told to its owner, and the next entry sets up another', async () => {
  const user = await api.given.person({ roles: ['operator'] })
  const operator = await signedIn(api, user)
  const reset = await administrator.post(`/staff/members/${user.id}/reset-second-factor`, reason)

  expect(reset.json<Member>().hasSecondFactor).toBe(false)
  expect((await operator.get('/session')).statusCode).toBe(401)
  const again = await signedIn(api, user, { isComplete: false })
  expect((await again.get('/session')).json()).toMatchObject({ next: 'enrol_second_factor' })
  expect(
    await api.db.letter.count({ where: { toAddress: user.email ?? '', template: 'second_factor_changed' } }),
  ).toBe(1)
})

test('a new one-time password takes the place of a forgotten one and ends the sessions', async () => {
  const user = await api.given.person({ roles: ['operator'] })
  const operator = await signedIn(api, user)
  const answer = await administrator.post(`/staff/members/${user.id}/reset-password`, reason)
  const { oneTimePassword } = answer.json<MemberWithPassword>()

  expect((await operator.get('/session')).statusCode).toBe(401)
  expect((await enterWith(user.email ?? '', oneTimePassword)).json()).toMatchObject({
    next: 'give_second_factor',
  })
})

test('a resident is no member: nothing of theirs can be changed here', async () => {
  const resident = await api.given.person()

  expect((await giveRoles(administrator, resident.id, ['administrator'])).statusCode).toBe(404)
  expect((await administrator.post(`/staff/members/${resident.id}/reset-password`, reason)).statusCode).toBe(
    404,
  )
  expect(await api.db.staffRole.count({ where: { userId: resident.id } })).toBe(0)
})

test('the command adds the first administrator and prints the password once', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const args = ['first@example.ru', '--name', 'Первый', '--role', 'administrator,operator']
  const [added, again] = [await runStaffAdd(args, api.databaseUrl), await runStaffAdd(args, api.databaseUrl)]
  const printed = write.mock.calls.map(([text]) => String(text)).join('')
  write.mockRestore()

  expect([added, again]).toEqual([0, 1])
  const password = /One-time password: (\S+)/.exec(printed)?.[1] ?? ''
  expect((await enterWith('first@example.ru', password)).json()).toMatchObject({
    roles: ['administrator', 'operator'],
    next: 'change_password',
  })
})
