import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { type Gosuslugi, gatewayOf, people as oids, startOidc } from '../../../test/gosuslugi.ts'
import { PASSWORD, registrants } from '../../../test/registrants.ts'
import { travellers } from '../../../test/travellers.ts'

let api: Api
let gosuslugi: Gosuslugi
let people: ReturnType<typeof registrants>
let way: ReturnType<typeof travellers>
beforeAll(async () => {
  const started = await startOidc()
  gosuslugi = started.gosuslugi
  api = await startApi({ esia: gatewayOf(started.env, 2000) })
  people = registrants(api)
  way = travellers(people)
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

const link = (payload: object, cookie: string) =>
  way.go(oids.ivanova, { payload: { purpose: 'link', ...payload }, cookie })

describe('Gosuslugi in an existing profile', () => {
  test('is linked by whoever is signed in and knows the password, and opens it from then on', async () => {
    const person = await people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)

    expect((await way.comeBack(answer, cookie)).json()).toEqual({ outcome: 'linked' })

    const { response } = await way.enter(oids.ivanova)
    expect(response.json()).toMatchObject({ outcome: 'signed_in', session: { login: person.email } })
    expect((await people.lettersTo(person.email)).map(({ template }) => template)).toContain('esia_linked')
  })

  test('is not linked by someone at an open computer who does not know the password', async () => {
    const person = await people.resident()

    const begun = await way.begin({ purpose: 'link', password: 'не тот' }, person.cookie)

    expect(begun.json()).toMatchObject({ status: 422, code: 'password_wrong' })
    expect((await way.begin({ purpose: 'link' })).json()).toMatchObject({
      status: 401,
      code: 'sign_in_required',
    })
  })

  test('is not linked after the person has signed out on the way', async () => {
    const person = await people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)
    await person.delete('/session')

    expect((await way.comeBack(answer, cookie)).json()).toMatchObject({ code: 'esia_failed' })
    expect(await api.db.externalIdentity.count()).toBe(0)
  })

  test('is not taken away from the profile it belongs to', async () => {
    await way.newcomer()
    const person = await people.resident()
    const { answer, cookie } = await link({ password: PASSWORD }, person.cookie)

    expect((await way.comeBack(answer, cookie)).json()).toMatchObject({
      status: 409,
      code: 'esia_linked_elsewhere',
    })
  })

  test('is for residents', async () => {
    const clerk = await api.given.person({ roles: ['clerk'] })
    const { cookie } = await signedIn(api, clerk)

    expect((await way.begin({ purpose: 'link' }, cookie)).json()).toMatchObject({
      status: 403,
      code: 'not_allowed',
    })
  })
})
