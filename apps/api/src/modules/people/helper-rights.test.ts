import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aHelper, invite, RIGHTS } from '../../../test/helpers.ts'
import { anOwner, aResident, lettersTo, statuses } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('an owner', () => {
  test('sees helpers and open invitations', async () => {
    const { owner, helper } = await aHelper(api)
    await invite(owner, 'brother@example.ru')

    const { helpers, invitations } = (await owner.get(`/my/accounts/${owner.account.id}/helpers`)).json()

    expect(helpers).toMatchObject([{ name: 'Пётр', canSubmit: true, canPay: false, until: null }])
    expect(invitations).toMatchObject([{ email: 'brother@example.ru', canSubmit: true }])
    expect(helper.email).not.toBe('')
  })

  test('sees who else owns the account, masked', async () => {
    const owner = await anOwner(api)
    const wife = await api.given.person({ email: `vera-${owner.account.number}@example.ru` })
    await api.given.link(wife.id, owner.account.id)

    const { coOwners } = (await owner.get(`/my/accounts/${owner.account.id}/helpers`)).json()

    expect(coOwners).toMatchObject([{ maskedEmail: 'v•••@example.ru' }])
  })

  test('takes a right away, which acts at once', async () => {
    const { owner, helper, linkId } = await aHelper(api)
    const send = () =>
      helper.post(`/my/accounts/${owner.account.id}/submissions`, {
        readings: [{ meterId: owner.meter.id, valueLitres: 126_670 }],
      })

    const changed = await owner.patch(`/my/accounts/${owner.account.id}/helpers/${linkId}`, {
      canSubmit: false,
    })
    const refused = await send()
    await owner.delete(`/my/accounts/${owner.account.id}/helpers/${linkId}`)
    const gone = await send()

    expect(changed.json()).toMatchObject({ canSubmit: false, canPay: false })
    expect([refused.statusCode, gone.statusCode]).toEqual([403, 404])
  })

  test('sets the last day of a right, which may be today but not yesterday', async () => {
    const { owner, linkId } = await aHelper(api)
    const set = (until: string) =>
      owner.patch(`/my/accounts/${owner.account.id}/helpers/${linkId}`, { until })

    expect((await set('2026-11-22')).json()).toMatchObject({ until: '2026-11-22' })
    expect((await set('2026-11-21')).json()).toMatchObject({ status: 400, fields: { until: 'in_the_past' } })
    expect((await set('2036-11-21')).json()).toMatchObject({ status: 400, fields: { until: 'too_far' } })
  })

  test.each([
    ['nobody@', 'email'],
    ['own', 'email'],
  ])('cannot invite «%s»', async (email, field) => {
    const owner = await anOwner(api)

    const refused = await invite(owner, email === 'own' ? owner.email.toUpperCase() : email)

    expect(refused.statusCode).toBe(400)
    expect(Object.keys(refused.json().fields)).toEqual([field])
  })

  test('invites ten at the most, however many at once', async () => {
    const owner = await anOwner(api)

    const answers = await Promise.all(
      Array.from({ length: 13 }, (_, i) => invite(owner, `relative-${i}-${owner.id}@example.ru`)),
    )

    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(10)
    expect(await api.db.helperInvitation.count({ where: { accountId: owner.account.id } })).toBe(10)
  })
})

describe('a helper', () => {
  test.each([
    ['GET', 'helpers', undefined],
    ['POST', 'helpers', { email: 'friend@example.ru', ...RIGHTS }],
    ['GET', 'log', undefined],
    ['PUT', 'accountless', { isAllowed: false }],
  ] as const)('is refused %s %s', async (method, path, payload) => {
    const { owner, helper } = await aHelper(api)

    const refused = await helper.call(`/my/accounts/${owner.account.id}/${path}`, {
      method,
      ...(payload && { payload }),
    })

    expect(refused.json()).toMatchObject({ status: 403, code: 'not_allowed' })
    expect(await api.db.account.findUniqueOrThrow({ where: { id: owner.account.id } })).toMatchObject({
      isAccountlessAllowed: true,
    })
    expect(await lettersTo(api, 'friend@example.ru')).toEqual([])
  })

  test('can neither give themselves a right nor end another helper', async () => {
    const { owner, helper, linkId } = await aHelper(api)
    const other = await aResident(api)
    const otherLink = await api.given.link(other.id, owner.account.id, { role: 'helper' })
    const at = `/my/accounts/${owner.account.id}/helpers`

    const answers = [
      await helper.patch(`${at}/${linkId}`, { canPay: true }),
      await helper.delete(`${at}/${otherLink.id}`),
    ]

    expect(statuses(answers)).toEqual([403, 403])
    expect(await api.db.accountLink.findUniqueOrThrow({ where: { id: linkId } })).toMatchObject({
      canPay: false,
    })
    expect((await other.get('/my/accounts')).json().accounts).toHaveLength(1)
  })

  test('may leave', async () => {
    const { owner, helper } = await aHelper(api)

    expect((await helper.delete(`/my/accounts/${owner.account.id}`)).statusCode).toBe(204)
    expect((await helper.get('/my/accounts')).json().accounts).toEqual([])
  })
})
