import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aHelper, invite } from '../../../test/helpers.ts'
import { anOwner, lettersTo, statuses } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe("somebody else's", () => {
  test('account, helper and invitation are not found, and nothing changes', async () => {
    const { owner, linkId } = await aHelper(api)
    const invitationId = (await invite(owner, 'cousin@example.ru')).json().id
    const stranger = await anOwner(api)
    const theirs = `/my/accounts/${owner.account.id}`
    const own = `/my/accounts/${stranger.account.id}`

    const answers = [
      await stranger.patch(theirs, { label: 'моя' }),
      await stranger.delete(theirs),
      await stranger.put(`${theirs}/accountless`, { isAllowed: false }),
      await invite({ ...stranger, account: owner.account }, 'thief@example.ru'),
      ...(await Promise.all(
        [theirs, own].flatMap((at) => [
          stranger.patch(`${at}/helpers/${linkId}`, { canPay: true }),
          stranger.delete(`${at}/helpers/${linkId}`),
          stranger.delete(`${at}/invitations/${invitationId}`),
        ]),
      )),
    ]

    expect(new Set(statuses(answers))).toEqual(new Set([404]))
    const { helpers, invitations } = (await owner.get(`${theirs}/helpers`)).json()
    expect(helpers).toMatchObject([{ id: linkId, canPay: false }])
    expect(invitations).toMatchObject([{ id: invitationId }])
    expect(await lettersTo(api, 'thief@example.ru')).toEqual([])
  })

  test('account asked for is written down with who asked, up to thirty times an hour', async () => {
    const { account } = await anOwner(api)
    const stranger = await anOwner(api)
    const asked = { actor: `user:${stranger.id}`, action: 'access.not_found' }

    await stranger.delete(`/my/accounts/${account.id}`)

    await vi.waitFor(async () =>
      expect(await api.db.auditEvent.findMany({ where: asked })).toMatchObject([
        {
          accountId: null,
          details: { asked: 'DELETE /api/v1/my/accounts/:accountId', accountId: account.id },
        },
      ]),
    )
    for (let i = 0; i < 35; i++) await stranger.get(`/my/accounts/${account.id}/log`)
    expect(await api.db.auditEvent.count({ where: asked })).toBe(30)
  })

  test.each([{ role: 'owner' }, { accountId: 'x' }, { givenById: 'x' }])(
    'an invitation with %j is refused',
    async (extra) => {
      const owner = await anOwner(api)

      expect((await invite(owner, 'friend@example.ru', extra)).json().code).toBe('invalid_request')
    },
  )
})
