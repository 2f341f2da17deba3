import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'
import { aHelper } from '../../../test/helpers.ts'
import { anOwner, aResident } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('an owner', () => {
  test('who leaves as the last one takes the helpers along, else they stay', async () => {
    const { owner, helper } = await aHelper(api)
    const second = await aResident(api)
    await api.given.link(second.id, owner.account.id)

    await owner.delete(`/my/accounts/${owner.account.id}`)
    const stillThere = await helper.get(`/my/accounts/${owner.account.id}/cabinet`)
    await second.delete(`/my/accounts/${owner.account.id}`)
    const gone = await helper.get(`/my/accounts/${owner.account.id}/cabinet`)

    expect([stillThere.statusCode, gone.statusCode]).toEqual([200, 404])
  })

  test('two who leave at the same instant leave no helper behind', async () => {
    const { owner, helper } = await aHelper(api)
    const second = await aResident(api)
    await api.given.link(second.id, owner.account.id)

    await Promise.all([owner, second].map((person) => person.delete(`/my/accounts/${owner.account.id}`)))

    expect((await helper.get('/my/accounts')).json().accounts).toEqual([])
  })

  test('names the account for themselves alone', async () => {
    const owner = await anOwner(api)
    const second = await aResident(api)
    await api.given.link(second.id, owner.account.id)

    const renamed = await owner.patch(`/my/accounts/${owner.account.id}`, { label: ' Мамина квартира ' })

    expect(renamed.json().label).toBe('Мамина квартира')
    expect((await second.get('/my/accounts')).json().accounts[0].label).toBe('')
  })
})

describe("the owner's switch", () => {
  test('ends the sessions of guests at once, and is recorded with before and after', async () => {
    const owner = await anOwner(api)
    const guest = await guestOf(api, owner.account.entry)
    expect((await guest.get('/cabinet')).statusCode).toBe(200)

    const switched = await owner.put(`/my/accounts/${owner.account.id}/accountless`, { isAllowed: false })
    await owner.put(`/my/accounts/${owner.account.id}/accountless`, { isAllowed: false })

    expect(switched.json()).toMatchObject({ isAccountlessAllowed: false })
    expect((await guest.get('/cabinet')).statusCode).toBe(401)
    const events = await api.db.auditEvent.findMany({
      where: { accountId: owner.account.id, action: 'accountless.switched' },
    })
    expect(events).toMatchObject([{ actor: `user:${owner.id}`, details: { before: true, after: false } }])
  })
})
