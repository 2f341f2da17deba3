import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { accept, anInvited } from '../../../test/helpers.ts'
import { actionsOf, lettersTo, statuses } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('an invited person', () => {
  test('reads what is offered, accepts, sends readings, and the owner is told', async () => {
    const { owner, helper, token } = await anInvited(api, { until: '2026-12-31' })

    const offer = await helper.post('/invitations/look', { token })
    const accepted = await accept(helper, token)
    const sent = await helper.post(`/my/accounts/${owner.account.id}/submissions`, {
      readings: [{ meterId: owner.meter.id, valueLitres: 126_670 }],
    })

    expect(offer.json()).toEqual({
      inviterName: 'Анна',
      accountNumber: owner.account.number,
      canSubmit: true,
      canPay: false,
      until: '2026-12-31',
    })
    expect(accepted.json()).toEqual({ accountId: owner.account.id })
    expect(sent.statusCode).toBe(201)
    expect((await helper.get('/my/accounts')).json().accounts).toMatchObject([
      { role: 'helper', canSubmit: true, canPay: false, until: '2026-12-31' },
    ])
    expect(await lettersTo(api, owner.email, 'helper_joined')).toMatchObject([
      { data: { accountNumber: owner.account.number, helperName: 'Пётр' } },
    ])
  })

  test('gets one letter that says what is offered', async () => {
    const { owner, helper } = await anInvited(api, { canPay: true })

    expect(await lettersTo(api, helper.email)).toMatchObject([
      {
        template: 'helper_invitation',
        data: {
          inviterName: 'Анна',
          accountNumber: owner.account.number,
          rights: ['submit', 'pay'],
          until: null,
        },
      },
    ])
  })

  test('who presses twenty times becomes a helper once', async () => {
    const { owner, helper, token } = await anInvited(api)

    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(helper, token)))

    expect(statuses(answers)).toEqual([200, ...Array.from({ length: 19 }, () => 410)])
    expect(await api.db.accountLink.count({ where: { userId: helper.id } })).toBe(1)
    expect(await lettersTo(api, owner.email, 'helper_joined')).toHaveLength(1)
    expect(await actionsOf(api, { actor: `user:${helper.id}`, accountId: owner.account.id })).toEqual([
      'helper.joined',
    ])
  })

  test('who owns the account already keeps the greater right', async () => {
    const { owner, helper, token } = await anInvited(api)
    await api.given.link(helper.id, owner.account.id)

    expect((await accept(helper, token)).statusCode).toBe(200)
    expect((await helper.get('/my/accounts')).json().accounts).toMatchObject([{ role: 'owner' }])
  })
})
