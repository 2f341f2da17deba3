import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, signedIn, startApi } from '../../../test/api.ts'
import { actionsOf, anOwner, aResident } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const reading = (meterId: string) => ({ readings: [{ meterId, valueLitres: 126_670 }] })

describe('an owner', () => {
  test('sees the accounts, their address and how many meters wait for a reading', async () => {
    const { account, get } = await anOwner(api)
    await api.given.meter(account.id, { removedOn: '2026-11-01' })

    const { accounts } = (await get('/my/accounts')).json()

    expect(accounts).toEqual([
      {
        id: account.id,
        number: account.number,
        street: expect.stringContaining('улица'),
        house: '12а',
        flat: '45',
        label: '',
        role: 'owner',
        canSubmit: true,
        canPay: true,
        until: null,
        isAccountlessAllowed: true,
        metersToRead: 1,
      },
    ])
  })

  test('sends readings from the account and finds them there', async () => {
    const { account, meter, get, post, id } = await anOwner(api)

    const sent = await post(`/my/accounts/${account.id}/submissions`, {
      readings: [{ meterId: meter.id, valueLitres: 126_670, seenRevision: 1 }],
    })

    expect(sent.statusCode).toBe(201)
    const { number, source, accountNumber } = sent.json()
    expect({ source, accountNumber }).toEqual({ source: 'account', accountNumber: account.number })
    expect((await get(`/my/accounts/${account.id}/submissions/${number}`)).json().number).toBe(number)
    const cabinet = (await get(`/my/accounts/${account.id}/cabinet`)).json()
    expect(cabinet.account).toEqual({
      number: account.number,
      street: expect.stringContaining('улица'),
      house: '12а',
      flat: '45',
    })
    expect(cabinet.rights).toEqual({ role: 'owner', canSubmit: true, canPay: true })
    expect(cabinet.versions).toHaveLength(1)
    expect((await get('/my/accounts')).json().accounts[0].metersToRead).toBe(0)
    expect(await actionsOf(api, { actor: `user:${id}` })).toContain('readings.submitted')
  })

  test('gets the first answer for a repeated key', async () => {
    const { account, meter, call } = await anOwner(api)
    const send = () =>
      call(`/my/accounts/${account.id}/submissions`, {
        method: 'POST',
        headers: { 'idempotency-key': 'november-of-anna' },
        payload: { readings: [{ meterId: meter.id, valueLitres: 126_670 }] },
      })

    const answers = await Promise.all(Array.from({ length: 10 }, send))

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await api.db.submission.count({ where: { accountId: account.id } })).toBe(1)
  })

  test('has the last word: what a guest sends afterwards waits for an operator', async () => {
    const { account, meter, post } = await anOwner(api)
    const guest = await guestOf(api, account.entry)
    await post(`/my/accounts/${account.id}/submissions`, {
      readings: [{ meterId: meter.id, valueLitres: 126_670 }],
    })

    const sent = await guest.submit([{ meterId: meter.id, valueLitres: 127_000 }])

    expect(sent.json().readings[0].state).toBe('on_review')
    const kept = await api.db.reading.findMany({
      where: { meterId: meter.id },
      orderBy: { revision: 'desc' },
    })
    expect(kept[0]).toMatchObject({
      source: 'accountless',
      state: 'on_review',
      reviewReason: 'over_confirmed',
    })
  })

  test('replaces what a guest has sent', async () => {
    const { account, meter, post } = await anOwner(api)
    const guest = await guestOf(api, account.entry)
    await guest.submit([{ meterId: meter.id, valueLitres: 127_000 }])

    const sent = await post(`/my/accounts/${account.id}/submissions`, {
      readings: [{ meterId: meter.id, valueLitres: 126_670 }],
    })

    expect(sent.json().readings[0]).toMatchObject({ state: 'accepted', replacesLitres: 127_000 })
  })
})

describe('a helper', () => {
  test('who may only look sees the cabinet and cannot send', async () => {
    const { account, meter } = await anOwner(api)
    const helper = await aResident(api)
    await api.given.link(helper.id, account.id, { role: 'helper', canSubmit: false })

    const sent = await helper.post(`/my/accounts/${account.id}/submissions`, {
      readings: [{ meterId: meter.id, valueLitres: 126_670 }],
    })

    expect(sent.json()).toMatchObject({ status: 403, code: 'not_allowed' })
    expect((await helper.get(`/my/accounts/${account.id}/cabinet`)).json().rights.canSubmit).toBe(false)
    expect(await api.db.submission.count({ where: { accountId: account.id } })).toBe(0)
  })

  test('has no right from the second on in which it ends', async () => {
    const { account, meter } = await anOwner(api)
    const helper = await aResident(api)
    const link = await api.given.link(helper.id, account.id, { role: 'helper' })
    expect((await helper.get(`/my/accounts/${account.id}/cabinet`)).statusCode).toBe(200)
    await api.db
      .$executeRaw`UPDATE account_links SET ends_at = app_now() - interval '1 second' WHERE id = ${link.id}::uuid`

    const looked = await helper.get(`/my/accounts/${account.id}/cabinet`)
    const sent = await helper.post(`/my/accounts/${account.id}/submissions`, {
      readings: [{ meterId: meter.id, valueLitres: 126_670 }],
    })

    expect([looked.statusCode, sent.statusCode]).toEqual([404, 404])
    expect((await helper.get('/my/accounts')).json().accounts).toEqual([])
  })
})

test("an organisation's person sends readings of its accounts", async () => {
  const account = await api.given.account({ kind: 'legal' })
  const meter = await api.given.meter(account.id)
  const user = await api.given.person({ kind: 'organisation' })
  const organisation = await api.db.organisation.create({
    data: {
      kind: 'legal_entity',
      name: 'ООО «Ромашка»',
      inn: '7453000001',
      kpp: '745301001',
      ogrn: '1027400000001',
    },
  })
  await api.db.membership.create({ data: { organisationId: organisation.id, userId: user.id } })
  await api.db.organisationAccount.create({
    data: { organisationId: organisation.id, accountId: account.id },
  })
  const person = await signedIn(api, user)

  const sent = await person.post(`/my/accounts/${account.id}/submissions`, {
    readings: [{ meterId: meter.id, valueLitres: 126_670 }],
  })

  expect(sent.statusCode).toBe(201)
  expect((await person.get('/my/accounts')).json().accounts).toMatchObject([
    { id: account.id, role: 'organisation', canSubmit: true },
  ])
})

describe("a stranger's account", () => {
  test.each(['cabinet', 'submissions/2611-0000001-5', 'helpers', 'log'])(
    'is not found at %s',
    async (path) => {
      const { account } = await anOwner(api)
      const stranger = await anOwner(api)

      expect((await stranger.get(`/my/accounts/${account.id}/${path}`)).statusCode).toBe(404)
    },
  )

  test("takes no reading, not even of one's own meter", async () => {
    const { account, meter } = await anOwner(api)
    const stranger = await anOwner(api)

    const answers = [
      await stranger.post(`/my/accounts/${account.id}/submissions`, reading(meter.id)),
      await stranger.post(`/my/accounts/${account.id}/submissions`, reading(stranger.meter.id)),
      await stranger.post(`/my/accounts/${stranger.account.id}/submissions`, reading(meter.id)),
    ]

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    expect(
      await api.db.submission.count({ where: { accountId: { in: [account.id, stranger.account.id] } } }),
    ).toBe(0)
  })

  test("does not show its submission under an account of one's own", async () => {
    const { account, meter, post } = await anOwner(api)
    const sent = await post(`/my/accounts/${account.id}/submissions`, {
      readings: [{ meterId: meter.id, valueLitres: 126_670 }],
    })
    const stranger = await anOwner(api)

    const shown = await stranger.get(`/my/accounts/${stranger.account.id}/submissions/${sent.json().number}`)

    expect(shown.statusCode).toBe(404)
  })
})
