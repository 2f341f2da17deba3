import type { RequestFiled } from '@rodnik/contract/requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { actionsOf, anOwner, aResident, lettersTo } from '../../../test/people.ts'
import { aGuest, fileAs, filedBy, keyed } from '../../../test/requests.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('whose request it is', () => {
  test('a stranger finds neither the account, the request, nor a way to change it', async () => {
    const [anna, boris] = [await anOwner(api), await anOwner(api)]
    const filed = await filedBy(anna, anna.account.id)
    const path = `/requests/${filed.request.id}`

    const answers = [
      await boris.get(`/my/accounts/${anna.account.id}/requests`),
      await boris.get(`/my/accounts/${anna.account.id}${path}`),
      await boris.get(`/my/accounts/${boris.account.id}${path}`),
      await fileAs(boris, anna.account.id),
      await boris.call(`/my/accounts/${boris.account.id}${path}/events`, {
        method: 'POST',
        payload: { type: 'withdrawn' },
        headers: keyed(),
      }),
    ]

    expect(answers.map((answer) => answer.json().code)).toEqual(answers.map(() => 'not_found'))
    expect(await actionsOf(api, { accountId: anna.account.id })).toEqual(['request.filed'])
  })

  test('an owner sees what a helper has filed since; a helper sees only their own', async () => {
    const anna = await anOwner(api)
    const helper = await aResident(api)
    await api.given.link(helper.id, anna.account.id, { role: 'helper', canSubmit: true })
    await filedBy(anna, anna.account.id)
    await filedBy(helper, anna.account.id)
    const list = async (person: typeof helper) =>
      (await person.get(`/my/accounts/${anna.account.id}/requests`)).json().requests

    expect(await list(anna)).toHaveLength(2)
    expect(await list(helper)).toHaveLength(1)
  })

  test('a new owner does not read what was written before', async () => {
    const anna = await anOwner(api)
    const filed = await filedBy(anna, anna.account.id)
    await api.db.$executeRaw`
      UPDATE requests SET filed_at = filed_at - interval '1 day' WHERE id = ${filed.request.id}::uuid`
    const boris = await aResident(api)
    await api.given.link(boris.id, anna.account.id)

    expect((await boris.get(`/my/accounts/${anna.account.id}/requests`)).json()).toEqual({ requests: [] })
    const shown = await boris.get(`/my/accounts/${anna.account.id}/requests/${filed.request.id}`)
    expect(shown.json().code).toBe('not_found')
  })

  test('a helper who may only pay can look and not ask', async () => {
    const anna = await anOwner(api)
    const helper = await aResident(api)
    await api.given.link(helper.id, anna.account.id, { role: 'helper', canSubmit: false, canPay: true })

    expect((await helper.get(`/my/accounts/${anna.account.id}/requests`)).statusCode).toBe(200)
    expect((await fileAs(helper, anna.account.id)).json().code).toBe('not_allowed')
  })
})

describe('a guest', () => {
  test('files, sees the request of this entry, and in another entry sees nothing of it', async () => {
    const account = await api.given.account()
    const guest = await aGuest(api, account.entry)

    const { request } = (await guest.file()).json<RequestFiled>()
    const later = await aGuest(api, account.entry)

    expect((await guest.get('/requests')).json().requests).toMatchObject([{ number: request.number }])
    expect((await guest.get(`/requests/${request.id}`)).json().request.number).toBe(request.number)
    expect((await later.get('/requests')).json()).toEqual({ requests: [] })
    expect((await later.get(`/requests/${request.id}`)).json().code).toBe('not_found')
    const tried = await later.post(`/requests/${request.id}/events`, { type: 'withdrawn' })
    expect(tried.json().code).toBe('not_found')
    expect(await lettersTo(api, 'sosed@example.ru', 'request_filed')).toHaveLength(1)
  })

  test('does not see what the owner has written', async () => {
    const anna = await anOwner(api)
    const { request } = await filedBy(anna, anna.account.id)
    const guest = await aGuest(api, anna.account.entry)

    expect((await guest.get('/requests')).json()).toEqual({ requests: [] })
    expect((await guest.get(`/requests/${request.id}`)).json().code).toBe('not_found')
  })

  test('is not shown the whole marking of a meter, which proves possession, nor by number and code', async () => {
    const { id: accountId, entry } = await api.given.account()
    const meter = await api.given.meter(accountId, { serial: '07451893' })
    const guest = await aGuest(api, entry)
    const sealing = { kind: 'sealing', fields: { meterIds: [meter.id], reason: 'verified' } }

    const { code, request } = (await guest.file(sealing)).json<RequestFiled>()
    const tracked = await api.app.inject({
      method: 'POST',
      url: '/api/v1/request-status',
      payload: { number: request.number, code },
    })

    expect(request.meters).toMatchObject([{ id: meter.id, serial: '…1893' }])
    expect(tracked.json()).toMatchObject({ meters: [{ serial: '…1893' }] })
  })
})
