import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { aHelper } from '../../../test/helpers.ts'
import { anIntegrator } from '../../../test/integrators.ts'
import { anOwner } from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('the log of an account', () => {
  test('reads in the log who did what, without names of staff and without what was before them', async () => {
    const earlier = { actor: 'user:somebody', action: 'helper.invited' }
    const { owner, helper, linkId } = await aHelper(api)
    const accountId = owner.account.id
    await api.db.auditEvent.create({ data: { ...earlier, accountId, at: new Date('2020-01-01') } })
    await helper.post(`/my/accounts/${accountId}/submissions`, {
      readings: [{ meterId: owner.meter.id, valueLitres: 126_670 }],
    })
    await owner.patch(`/my/accounts/${accountId}/helpers/${linkId}`, { canSubmit: false })
    await owner.put(`/my/accounts/${accountId}/accountless`, { isAllowed: false })
    await api.db.auditEvent.createMany({
      data: [
        { actor: 'quick-form', action: 'readings.submitted', accountId },
        {
          actor: 'staff:018f3c5a',
          action: 'account.accountless_switched',
          accountId,
          details: { before: { isAccountlessAllowed: false }, after: { isAccountlessAllowed: true } },
        },
        { actor: 'staff:018f3c5a', action: 'account.viewed', accountId },
      ],
    })

    const { entries, nextCursor } = (await owner.get(`/my/accounts/${accountId}/log`)).json()

    expect(nextCursor).toBeNull()
    expect(entries).toMatchObject([
      { action: 'accountless.switched', by: 'staff', byName: null, isAllowed: true },
      { action: 'readings.submitted', by: 'guest' },
      { action: 'accountless.switched', by: 'you', isAllowed: false },
      { action: 'helper.changed', by: 'you', whom: 'Пётр' },
      {
        action: 'readings.submitted',
        by: 'helper',
        byName: 'Пётр',
        submissionNumber: expect.stringMatching(/^2611-/),
      },
      { action: 'helper.joined', by: 'helper', byName: 'Пётр' },
      { action: 'helper.invited', by: 'you', whom: helper.email },
    ])
  })

  test('says which program of a partner has sent readings', async () => {
    const owner = await anOwner(api)
    const program = await anIntegrator(api)
    const { number: accountNumber, id } = owner.account
    await program.granted({ kind: 'account', number: accountNumber })
    await program.sends([{ accountNumber, meterId: owner.meter.id, valueLitres: 126_670 }])
    const { entries } = (await owner.get(`/my/accounts/${id}/log`)).json()

    expect(entries).toMatchObject([{ action: 'readings.submitted', by: 'program', byName: program.name }])
  })

  test('turns the pages of a long log without a gap', async () => {
    const owner = await anOwner(api)
    const accountId = owner.account.id
    await api.db.auditEvent.createMany({
      data: Array.from({ length: 65 }, (_, i) => ({
        actor: `guest:${i}`,
        action: 'guest.entered',
        accountId,
      })),
    })

    type Page = { entries: { id: string }[]; nextCursor: string | null }
    const ids: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await owner.get(`/my/accounts/${accountId}/log${cursor && `?cursor=${cursor}`}`)
      const page: Page = answer.json<Page>()
      ids.push(...page.entries.map(({ id }) => id))
      cursor = page.nextCursor
    }

    expect(ids).toHaveLength(65)
    expect(new Set(ids).size).toBe(65)
  })
})
