import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aMover, confirmEmail } from '../../../test/movers.ts'
import { actionsOf, anOwner, aResident, lettersTo, PASSWORD, type Resident } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

const linkGosuslugi = (userId: string, fullName = 'Иванова Анна Ильинична') =>
  api.db.externalIdentity.create({ data: { issuer: 'esia', subject: userId, userId, fullName } })

const remove = ({ call }: Pick<Resident, 'call'>, payload: object) =>
  call('/my/profile', { method: 'DELETE', payload })

describe('deletion', () => {
  test('forgets the person, while readings stay with the account', async () => {
    const owner = await anOwner(api, { name: 'Анна', phone: '+79123456789', hasPassword: true })
    const { id: userId, account, meter, email } = owner
    await owner.patch(`/my/accounts/${account.id}`, { label: 'Дача' })
    await owner.post(`/my/accounts/${account.id}/submissions`, {
      readings: [{ meterId: meter.id, valueLitres: 126_670 }],
    })
    await linkGosuslugi(userId)
    await api.db.consent.create({ data: { userId, document: 'personal_data', version: '1' } })
    await owner.post(`/my/accounts/${account.id}/helpers`, {
      email: 'brother@example.ru',
      canSubmit: true,
      canPay: true,
    })
    await owner.post('/my/profile/email', { newEmail: 'anna.new@example.ru', password: PASSWORD })
    await owner.post('/my/exports')
    const helper = await aResident(api)
    await api.given.link(helper.id, account.id, { role: 'helper' })

    const removed = await remove(owner, { isConfirmed: true, password: PASSWORD })

    expect(removed.statusCode).toBe(204)
    expect((await owner.get('/my/profile')).statusCode).toBe(401)
    expect((await helper.get('/my/accounts')).json().accounts).toEqual([])
    expect(await api.db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({
      email: null,
      phone: null,
      name: '',
      deletedAt: expect.any(Date),
    })
    const own = { where: { userId } }
    expect(
      await Promise.all([
        api.db.password.count(own),
        api.db.externalIdentity.count(own),
        api.db.session.count(own),
        api.db.emailChange.count(own),
        api.db.dataExport.count(own),
        api.db.accountLink.count({ where: { userId, endedAt: null } }),
        api.db.accountLink.count({ where: { userId, label: { not: '' } } }),
        api.db.oneTimeToken.count({ where: { subject: userId } }),
        api.db.consent.count({ where: { userId, withdrawnAt: null } }),
        api.db.helperInvitation.count({ where: { inviterId: userId, email: { not: '' } } }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(await api.db.consent.count(own)).toBe(1)
    expect(await api.db.reading.count({ where: { meterId: meter.id, source: 'account' } })).toBe(1)
    expect((await lettersTo(api, email)).map(({ template }) => template)).toEqual(['profile_deleted'])
    expect(await actionsOf(api, { actor: `user:${userId}` })).toContain('profile.deleted')
  })

  test('leaves the e-mail nowhere in the database but in the last letter', async () => {
    const owner = await anOwner(api, { hasPassword: true })
    await owner.post('/my/profile/email', { newEmail: `new-${owner.email}`, password: PASSWORD })
    const other = await anOwner(api)
    await other.post(`/my/accounts/${other.account.id}/helpers`, {
      email: owner.email,
      canSubmit: true,
      canPay: false,
    })

    await remove(owner, { isConfirmed: true, password: PASSWORD })

    const { rows: tables } = await api.pool.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    )
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await api.pool.query<{ row: string }>(
        `SELECT t::text AS row FROM "${name}" t WHERE t::text LIKE $1`,
        [`%${owner.email}%`],
      )
      found.push(
        ...rows.filter(({ row }) => !row.includes('profile_deleted')).map(({ row }) => `${name}: ${row}`),
      )
    }
    expect(found).toEqual([])
  })

  test('of someone who has moved to another e-mail leaves no letter to the former one', async () => {
    const { email, newEmail, newToken, oldToken, call } = await aMover(api)
    await confirmEmail(api, newToken)
    await confirmEmail(api, oldToken)
    expect((await lettersTo(api, email)).map(({ template }) => template)).toEqual(['email_changed'])

    await call('/my/profile', { method: 'DELETE', payload: { isConfirmed: true, password: PASSWORD } })

    expect(await lettersTo(api, email)).toEqual([])
    expect((await lettersTo(api, newEmail)).map(({ template }) => template)).toEqual(['profile_deleted'])
  })

  test('lets the address register again', async () => {
    const person = await aResident(api, { hasPassword: true })
    await remove(person, { isConfirmed: true, password: PASSWORD })

    expect((await aResident(api, { email: person.email })).email).toBe(person.email)
  })

  test.each([
    ['a wrong password', { isConfirmed: true, password: 'not this one' }, 'password_wrong'],
    ['no password', { isConfirmed: true }, 'password_wrong'],
    ['no confirmation', { password: PASSWORD }, 'invalid_request'],
    ['another id', { isConfirmed: true, password: PASSWORD, userId: 'x' }, 'invalid_request'],
  ])('is refused with %s', async (_how, payload, code) => {
    const person = await aResident(api, { hasPassword: true })

    expect((await remove(person, payload)).json().code).toBe(code)
    expect((await person.get('/my/profile')).statusCode).toBe(200)
  })

  test('without a password asks for an entry of the last fifteen minutes', async () => {
    const person = await aResident(api)
    const age = (minutes: number) =>
      api.db.$executeRaw`
        UPDATE sessions SET created_at = app_now() - make_interval(mins => ${minutes}::int, secs => 1)
        WHERE id = ${person.sessionId}::uuid`
    await age(15)
    const refused = await remove(person, { isConfirmed: true })
    await age(14)

    expect(refused.json()).toMatchObject({ status: 403, code: 'fresh_sign_in_needed' })
    expect((await remove(person, { isConfirmed: true })).statusCode).toBe(204)
  })

  test('happens once, however often it is asked', async () => {
    const person = await aResident(api)

    await Promise.all(Array.from({ length: 20 }, () => remove(person, { isConfirmed: true })))

    expect(await lettersTo(api, person.email)).toHaveLength(1)
    expect(
      (await actionsOf(api, { actor: `user:${person.id}` })).filter((action) => action === 'profile.deleted'),
    ).toHaveLength(1)
  })
})
