import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signedIn } from '../../../test/api.ts'
import { people as oids } from '../../../test/gosuslugi.ts'
import { type GosuslugiPortal, startGosuslugiPortal } from '../../../test/gosuslugi-portal.ts'
import { PASSWORD } from '../../../test/registrants.ts'

let portal: GosuslugiPortal
beforeAll(async () => {
  portal = await startGosuslugiPortal()
})
afterAll(() => portal.stop())
beforeEach(() => portal.beginAnew())

const link = (payload: object, cookie: string) =>
  portal.way.go(oids.ivanova, { payload: { purpose: 'link', ...payload }, cookie })

describe('Gosuslugi in an existing profile', () => {
  test('is linked by whoever is signed in and knows the password, and opens it from then on', async () => {
    const person = await portal.people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)

    expect((await portal.way.comeBack(answer, cookie)).json()).toEqual({ outcome: 'linked' })

    const { response } = await portal.way.enter(oids.ivanova)
    expect(response.json()).toMatchObject({ outcome: 'signed_in', session: { login: person.email } })
    expect((await portal.people.lettersTo(person.email)).map(({ template }) => template)).toContain(
      'esia_linked',
    )
  })

  test('is not linked by someone at an open computer who does not know the password', async () => {
    const person = await portal.people.resident()

    const begun = await portal.way.begin({ purpose: 'link', password: 'не тот' }, person.cookie)

    expect(begun.json()).toMatchObject({ status: 422, code: 'password_wrong' })
    expect((await portal.way.begin({ purpose: 'link' })).json()).toMatchObject({
      status: 401,
      code: 'sign_in_required',
    })
  })

  test('is not linked after the person has signed out on the way', async () => {
    const person = await portal.people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)
    await person.delete('/session')

    expect((await portal.way.comeBack(answer, cookie)).json()).toMatchObject({ code: 'esia_failed' })
    expect(await portal.api.db.externalIdentity.count()).toBe(0)
  })

  test('is not taken away from the profile it belongs to', async () => {
    await portal.way.newcomer()
    const person = await portal.people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)

    expect((await portal.way.comeBack(answer, cookie)).json()).toMatchObject({
      status: 409,
      code: 'esia_linked_elsewhere',
    })
  })

  test('is for residents', async () => {
    const clerk = await portal.api.given.person({ roles: ['clerk'] })
    const { cookie } = await signedIn(portal.api, clerk)

    expect((await portal.way.begin({ purpose: 'link' }, cookie)).json()).toMatchObject({
      status: 403,
      code: 'not_allowed',
    })
  })
})
