import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'
import { aFlat, codeOf, link, linksOf } from '../../../test/linking.ts'
import { actionsOf, anOwner, aResident, lettersTo } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.rateLimit.deleteMany())
afterAll(() => api.stop())

describe('a resident links an account', () => {
  test('by the marking of a meter and its last reading', async () => {
    const { account, byMeter } = await aFlat(api)
    const person = await aResident(api)

    const linked = await link(person, account.number, byMeter)

    expect(linked.statusCode).toBe(201)
    expect(linked.json()).toMatchObject({ id: account.id, number: account.number, role: 'owner' })
    expect(await linksOf(api, account.id)).toMatchObject([
      { userId: person.id, role: 'owner', proof: 'meter' },
    ])
    expect(await actionsOf(api, { accountId: account.id })).toEqual(['account.linked'])
  })

  test.each(['№ 12-34 567', ' 1234567 ', '1234567'])('whose marking is typed as «%s»', async (serial) => {
    const account = await api.given.account()
    await api.given.meter(account.id, { serial: '1234567' })

    const linked = await link(await aResident(api), account.number, {
      kind: 'meter',
      serial,
      valueLitres: 123_456,
    })

    expect(linked.statusCode).toBe(201)
  })

  test.each(['2026-11', '2026-10', '2026-09'])('by the code of the receipt of %s', async (period) => {
    const { account } = await aFlat(api)

    const linked = await link(await aResident(api), account.number, codeOf(api, account.number, period))

    expect(linked.statusCode).toBe(201)
  })

  test('by the name that Gosuslugi has confirmed', async () => {
    const { account } = await aFlat(api, { holderName: 'СЕМЕНОВА Анна Ильинична' })
    const person = await aResident(api)
    await api.db.externalIdentity.create({
      data: { issuer: 'esia', subject: person.id, userId: person.id, fullName: 'Анна Ильинична  Семёнова' },
    })

    expect((await link(person, account.number, { kind: 'esia_name' })).statusCode).toBe(201)
  })

  test('and whoever owned it before gets a letter', async () => {
    const owner = await anOwner(api)
    const helper = await aResident(api)
    await api.given.link(helper.id, owner.account.id, { role: 'helper' })
    const newcomer = await aResident(api)

    await link(newcomer, owner.account.number, codeOf(api, owner.account.number, '2026-11'))

    expect(await lettersTo(api, owner.email)).toMatchObject([
      { template: 'account_linked', data: { accountNumber: owner.account.number } },
    ])
    expect(await lettersTo(api, helper.email)).toEqual([])
    expect(await lettersTo(api, newcomer.email)).toEqual([])
  })

  test('that they helped with, and owns it from then on', async () => {
    const { account, byMeter } = await aFlat(api)
    const person = await aResident(api)
    await api.given.link(person.id, account.id, { role: 'helper', canSubmit: false })

    const linked = await link(person, account.number, byMeter)

    expect(linked.json()).toMatchObject({ role: 'owner', canSubmit: true })
    expect(await linksOf(api, account.id)).toHaveLength(1)
  })

  test('a second time, which changes nothing', async () => {
    const { account, byMeter } = await aFlat(api)
    const person = await aResident(api)
    await link(person, account.number, byMeter)

    const again = await link(person, account.number, byMeter)

    expect(again.statusCode).toBe(201)
    expect(await linksOf(api, account.id)).toHaveLength(1)
    expect(await actionsOf(api, { accountId: account.id })).toEqual(['account.linked'])
  })
})

describe('who may link', () => {
  test('an organisation, staff and a guest may not', async () => {
    const { account, byMeter } = await aFlat(api)
    const organisation = await signedIn(api, await api.given.person({ kind: 'organisation' }))
    const operator = await signedIn(api, await api.given.person({ roles: ['operator'] }))

    expect((await link(organisation, account.number, byMeter)).statusCode).toBe(403)
    expect((await link(operator, account.number, byMeter)).statusCode).toBe(403)
    expect(
      (await api.app.inject({ method: 'POST', url: '/api/v1/my/accounts', payload: {} })).statusCode,
    ).toBe(401)
  })

  test.each([{ role: 'owner' }, { userId: '018f3c5a-0000-7000-8000-000000000001' }, { canPay: true }])(
    'nobody gives themselves more with %j',
    async (extra) => {
      const { account, byMeter } = await aFlat(api)

      const refused = await link(await aResident(api), account.number, byMeter, extra)

      expect(refused.json()).toMatchObject({ status: 400, code: 'invalid_request' })
      expect(await linksOf(api, account.id)).toEqual([])
    },
  )
})
