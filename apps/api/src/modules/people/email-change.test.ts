import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aMover, confirmEmail, newMailbox } from '../../../test/movers.ts'
import {
  actionsOf,
  ageToken,
  aResident,
  lettersTo,
  PASSWORD,
  statuses,
  tokenFor,
} from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

const emailOf = async (id: string) => (await api.db.user.findUniqueOrThrow({ where: { id } })).email

describe('a new e-mail', () => {
  test('counts once both addresses have agreed, and both are told', async () => {
    const { id, email, newEmail, newToken, oldToken, asked, get } = await aMover(api)

    const first = await confirmEmail(api, newToken)
    const between = (await get('/my/profile')).json()
    const second = await confirmEmail(api, oldToken)

    expect(asked.json()).toEqual({ accepted: true })
    expect(first.json()).toEqual({ outcome: 'waiting_for_old' })
    expect(between).toMatchObject({
      email,
      emailChange: { newEmail, isNewConfirmed: true, isOldConfirmed: false },
    })
    expect(second.json()).toEqual({ outcome: 'changed' })
    expect(await emailOf(id)).toBe(newEmail)
    expect(await lettersTo(api, email, 'email_changed')).toHaveLength(1)
    expect(await lettersTo(api, newEmail, 'email_changed')).toHaveLength(1)
    expect((await get('/my/profile')).json().emailChange).toBeNull()
  })

  test('counts in the other order as well', async () => {
    const { id, newEmail, newToken, oldToken } = await aMover(api)

    expect((await confirmEmail(api, oldToken)).json()).toEqual({ outcome: 'waiting_for_new' })
    expect((await confirmEmail(api, newToken)).json()).toEqual({ outcome: 'changed' })
    expect(await emailOf(id)).toBe(newEmail)
  })

  test('of someone without one needs the new address alone', async () => {
    const user = await api.given.person()
    await api.db.user.update({ where: { id: user.id }, data: { email: null } })
    const person = await signedIn(api, user)
    const newEmail = newMailbox()
    await person.post('/my/profile/email', { newEmail })

    expect((await confirmEmail(api, await tokenFor(api, newEmail, 'email_new'))).json()).toEqual({
      outcome: 'changed',
    })
    expect(await emailOf(user.id)).toBe(newEmail)
  })

  test('pressed twenty times from both letters changes once', async () => {
    const { id, email, newEmail, newToken, oldToken } = await aMover(api)

    await Promise.all(
      Array.from({ length: 20 }, (_, i) => confirmEmail(api, i % 2 === 0 ? newToken : oldToken)),
    )

    expect(await emailOf(id)).toBe(newEmail)
    expect(await lettersTo(api, email, 'email_changed')).toHaveLength(1)
    expect(
      (await actionsOf(api, { actor: `user:${id}` })).filter((action) => action === 'profile.email_changed'),
    ).toHaveLength(1)
  })

  test('pressed again in one letter says what is still waited for', async () => {
    const { newToken } = await aMover(api)
    await confirmEmail(api, newToken)

    expect((await confirmEmail(api, newToken)).json()).toEqual({ outcome: 'waiting_for_old' })
  })

  test('leaves no link to a new password behind', async () => {
    const { id, newToken, oldToken } = await aMover(api)
    await api.db.oneTimeToken.create({
      data: {
        purpose: 'password_reset',
        subject: id,
        hash: Buffer.from(id),
        expiresAt: new Date('2030-01-01'),
      },
    })

    await confirmEmail(api, newToken)
    await confirmEmail(api, oldToken)

    expect(await api.db.oneTimeToken.count({ where: { subject: id } })).toBe(0)
  })
})

describe('the answer', () => {
  test('is the same for an address that belongs to somebody; only that mailbox differs', async () => {
    const stranger = await aResident(api)
    const person = await aResident(api, { hasPassword: true })

    const free = await person.post('/my/profile/email', { newEmail: newMailbox(), password: PASSWORD })
    const taken = await person.post('/my/profile/email', { newEmail: stranger.email, password: PASSWORD })

    expect([taken.statusCode, taken.body]).toEqual([free.statusCode, free.body])
    expect((await lettersTo(api, stranger.email)).map(({ template }) => template)).toEqual([
      'already_registered',
    ])
    expect(await lettersTo(api, person.email, 'email_old')).toHaveLength(2)
    expect((await person.get('/my/profile')).json().emailChange).toMatchObject({ newEmail: stranger.email })
  })

  test('ends the race of two people for one address in the constraint', async () => {
    const people = await Promise.all([1, 2].map(() => aResident(api, { hasPassword: true })))
    const newEmail = newMailbox()
    const tokens: [string, string][] = []
    for (const person of people) {
      await person.post('/my/profile/email', { newEmail, password: PASSWORD })
      tokens.push([
        await tokenFor(api, newEmail, 'email_new'),
        await tokenFor(api, person.email, 'email_old'),
      ])
    }
    for (const [, oldToken] of tokens) await confirmEmail(api, oldToken)

    const answers = await Promise.all(tokens.map(([newToken]) => confirmEmail(api, newToken)))

    expect(statuses(answers)).toEqual([200, 410])
    expect(await api.db.user.count({ where: { email: newEmail } })).toBe(1)
    expect(await lettersTo(api, newEmail, 'email_changed')).toHaveLength(1)
  })

  test.each([
    ['a wrong password', { password: 'not this one' }, 'password_wrong'],
    ['no password', {}, 'password_wrong'],
    ['something that is no address', { newEmail: 'имя@почта', password: PASSWORD }, 'invalid_request'],
    ['another person named', { password: PASSWORD, userId: 'x' }, 'invalid_request'],
  ])('is a refusal with %s', async (_how, facts, code) => {
    const person = await aResident(api, { hasPassword: true })
    const newEmail = newMailbox()

    const refused = await person.post('/my/profile/email', { newEmail, ...facts })

    expect(refused.json().code).toBe(code)
    expect(await lettersTo(api, newEmail)).toEqual([])
    expect(await lettersTo(api, person.email)).toEqual([])
  })

  test('is a refusal for the sixth address of a day', async () => {
    const person = await aResident(api)

    for (let i = 0; i < 5; i++) await person.post('/my/profile/email', { newEmail: newMailbox() })

    expect((await person.post('/my/profile/email', { newEmail: newMailbox() })).statusCode).toBe(429)
  })
})

describe('the link opens nothing', () => {
  test.each(['email_new', 'email_old'] as const)('a second after its day: %s', async (purpose) => {
    const mover = await aMover(api)
    await ageToken(api, purpose, mover.id)

    const closed = await confirmEmail(api, purpose === 'email_new' ? mover.newToken : mover.oldToken)

    expect(closed.json()).toMatchObject({ status: 410, code: 'link_not_valid' })
  })

  test('once the change was finished', async () => {
    const { newToken, oldToken } = await aMover(api)
    await confirmEmail(api, newToken)
    await confirmEmail(api, oldToken)

    expect(statuses([await confirmEmail(api, newToken), await confirmEmail(api, oldToken)])).toEqual([
      410, 410,
    ])
  })

  test('once a newer address was asked for', async () => {
    const { post, newToken, oldToken, email } = await aMover(api)
    const newest = newMailbox()
    await post('/my/profile/email', { newEmail: newest, password: PASSWORD })

    expect(statuses([await confirmEmail(api, newToken), await confirmEmail(api, oldToken)])).toEqual([
      410, 410,
    ])
    expect((await confirmEmail(api, await tokenFor(api, newest, 'email_new'))).json()).toEqual({
      outcome: 'waiting_for_old',
    })
    expect((await confirmEmail(api, await tokenFor(api, email, 'email_old'))).json()).toEqual({
      outcome: 'changed',
    })
  })

  test('once the person has kept the present address', async () => {
    const { newToken, oldToken, delete: remove, id, email } = await aMover(api)

    expect((await remove('/my/profile/email')).statusCode).toBe(204)

    expect(statuses([await confirmEmail(api, newToken), await confirmEmail(api, oldToken)])).toEqual([
      410, 410,
    ])
    expect(await emailOf(id)).toBe(email)
  })

  test('at another door', async () => {
    const { newToken, post } = await aMover(api)

    const answers = [
      await post('/invitations/accept', { token: newToken }),
      await api.app.inject({ method: 'POST', url: '/api/v1/activations', payload: { token: newToken } }),
      await api.app.inject({
        method: 'POST',
        url: '/api/v1/password-resets',
        payload: { token: newToken, password: PASSWORD },
      }),
    ]

    expect(statuses(answers)).toEqual([410, 410, 410])
  })

  test('from another site', async () => {
    const { newToken } = await aMover(api)

    const refused = await api.app.inject({
      method: 'POST',
      url: '/api/v1/email-confirmations',
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: { token: newToken },
    })

    expect(refused.statusCode).toBe(403)
    expect((await confirmEmail(api, newToken)).statusCode).toBe(200)
  })
})
