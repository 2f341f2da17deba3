import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aResident, PASSWORD } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

const linkGosuslugi = (userId: string, fullName = 'Иванова Анна Ильинична') =>
  api.db.externalIdentity.create({ data: { issuer: 'esia', subject: userId, userId, fullName } })

describe('the profile', () => {
  test('shows what is kept about the person', async () => {
    const person = await aResident(api, { name: 'Анна', phone: '+79123456789', hasPassword: true })
    await linkGosuslugi(person.id)
    await api.db.consent.create({ data: { userId: person.id, document: 'personal_data', version: '1' } })

    expect((await person.get('/my/profile')).json()).toEqual({
      kind: 'resident',
      name: 'Анна',
      email: person.email,
      login: null,
      phone: '+79123456789',
      language: 'ru',
      hasPassword: true,
      gosuslugiName: 'Иванова Анна Ильинична',
      emailChange: null,
      consents: [
        { document: 'personal_data', version: '1', acceptedAt: expect.any(String), withdrawnAt: null },
      ],
    })
  })

  test('takes a new name and language, and records that, but not what they are', async () => {
    const person = await aResident(api)

    const changed = await person.patch('/my/profile', { name: ' Анна ', language: 'en' })

    expect(changed.json()).toMatchObject({ name: 'Анна', language: 'en' })
    const [event] = await api.db.auditEvent.findMany({
      where: { actor: `user:${person.id}`, action: 'profile.changed' },
    })
    expect(event?.details).toEqual({ changed: ['name', 'language'] })
  })

  test('takes a new phone with the password, in its one form', async () => {
    const person = await aResident(api, { hasPassword: true })

    const changed = await person.patch('/my/profile', { phone: '8 (912) 345-67-89', password: PASSWORD })

    expect(changed.json().phone).toBe('+79123456789')
  })

  test.each([
    ['without a password', {}, 422],
    ['with a wrong one', { password: 'not this one' }, 422],
  ])('keeps its phone %s', async (_how, password, status) => {
    const person = await aResident(api, { phone: '+79120000000', hasPassword: true })

    const refused = await person.patch('/my/profile', { phone: '+79123456789', ...password })

    expect(refused.json()).toMatchObject({ status, code: 'password_wrong' })
    expect((await person.get('/my/profile')).json().phone).toBe('+79120000000')
  })

  test('takes no phone of a house', async () => {
    const refused = await (await aResident(api)).patch('/my/profile', { phone: '217-05-17' })

    expect(refused.json()).toMatchObject({ status: 400, fields: { phone: 'not_a_mobile_phone' } })
  })

  test.each([
    { kind: 'staff' },
    { email: 'other@example.ru' },
    { roles: ['administrator'] },
    { deletedAt: null },
  ])('takes no %j', async (extra) => {
    const person = await aResident(api)

    const refused = await person.patch('/my/profile', { name: 'Анна', ...extra })

    expect(refused.json()).toMatchObject({ status: 400, code: 'invalid_request' })
    expect((await person.get('/my/profile')).json()).toMatchObject({ kind: 'resident', name: '' })
  })
})

describe('Gosuslugi', () => {
  test('is unlinked by someone who has a password; other sessions opened by it end', async () => {
    const person = await aResident(api, { hasPassword: true })
    await linkGosuslugi(person.id)
    const elsewhere = await signedIn(api, person.user)
    await api.db.session.update({ where: { id: elsewhere.sessionId }, data: { method: 'esia' } })

    expect((await person.delete('/my/profile/gosuslugi')).statusCode).toBe(204)

    expect((await person.get('/my/profile')).json().gosuslugiName).toBeNull()
    expect((await elsewhere.get('/my/profile')).statusCode).toBe(401)
  })

  test('stays while there is nothing else to enter with', async () => {
    const person = await aResident(api)
    await linkGosuslugi(person.id)

    const refused = await person.delete('/my/profile/gosuslugi')

    expect(refused.json()).toMatchObject({ status: 422, code: 'password_needed' })
    expect(await api.db.externalIdentity.count({ where: { userId: person.id } })).toBe(1)
  })
})
