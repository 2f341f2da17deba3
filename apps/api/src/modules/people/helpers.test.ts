import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'
import {
  actionsOf,
  ageToken,
  anOwner,
  aResident,
  lettersTo,
  type Resident,
  statuses,
  tokenFor,
} from '../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

type Owner = Awaited<ReturnType<typeof anOwner>>
const RIGHTS = { canSubmit: true, canPay: false }

const invite = ({ post, account }: Pick<Owner, 'post' | 'account'>, email: string, facts: object = {}) =>
  post(`/my/accounts/${account.id}/helpers`, { email, ...RIGHTS, ...facts })

const accept = ({ post }: Pick<Resident, 'post'>, token: string) => post('/invitations/accept', { token })

/** An owner and somebody they have invited. */
async function anInvited(facts: object = {}) {
  const owner = await anOwner(api, { name: 'Анна' })
  const helper = await aResident(api, { name: 'Пётр' })
  const invited = await invite(owner, helper.email, facts)
  return {
    owner,
    helper,
    invitationId: invited.json().id as string,
    token: await tokenFor(api, helper.email, 'helper_invitation'),
  }
}

async function aHelper(facts: object = {}) {
  const { owner, helper, token } = await anInvited(facts)
  await accept(helper, token)
  const link = await api.db.accountLink.findFirstOrThrow({ where: { userId: helper.id, endedAt: null } })
  return { owner, helper, linkId: link.id }
}

describe('an invited person', () => {
  test('reads what is offered, accepts, sends readings, and the owner is told', async () => {
    const { owner, helper, token } = await anInvited({ until: '2026-12-31' })

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
    const { owner, helper } = await anInvited({ canPay: true })

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
    const { owner, helper, token } = await anInvited()

    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(helper, token)))

    expect(statuses(answers)).toEqual([200, ...Array.from({ length: 19 }, () => 410)])
    expect(await api.db.accountLink.count({ where: { userId: helper.id } })).toBe(1)
    expect(await lettersTo(api, owner.email, 'helper_joined')).toHaveLength(1)
    expect(await actionsOf(api, { actor: `user:${helper.id}`, accountId: owner.account.id })).toEqual([
      'helper.joined',
    ])
  })

  test('who owns the account already keeps the greater right', async () => {
    const { owner, helper, token } = await anInvited()
    await api.given.link(helper.id, owner.account.id)

    expect((await accept(helper, token)).statusCode).toBe(200)
    expect((await helper.get('/my/accounts')).json().accounts).toMatchObject([{ role: 'owner' }])
  })
})

describe('the link of an invitation opens nothing', () => {
  const expectClosed = async (person: Pick<Resident, 'post'>, token: string) => {
    const [looked, accepted] = [
      await person.post('/invitations/look', { token }),
      await accept(person, token),
    ]
    expect([looked.json().code, accepted.json().code]).toEqual(['link_not_valid', 'link_not_valid'])
  }

  test('to another person, and stays good for the right one', async () => {
    const { helper, token } = await anInvited()
    await expectClosed(await aResident(api), token)

    expect((await accept(helper, token)).statusCode).toBe(200)
  })

  test('a second after its week', async () => {
    const { helper, token, invitationId } = await anInvited()
    await ageToken(api, 'helper_invitation', invitationId)

    await expectClosed(helper, token)
  })

  test('once used', async () => {
    const { helper, token } = await anInvited()
    await accept(helper, token)

    await expectClosed(helper, token)
  })

  test('once a newer one was sent, which opens', async () => {
    const { owner, helper, token } = await anInvited()
    await invite(owner, helper.email)
    await expectClosed(helper, token)

    expect((await accept(helper, await tokenFor(api, helper.email, 'helper_invitation'))).statusCode).toBe(
      200,
    )
  })

  test('once withdrawn', async () => {
    const { owner, helper, token, invitationId } = await anInvited()
    const withdrawn = await owner.delete(`/my/accounts/${owner.account.id}/invitations/${invitationId}`)
    expect(withdrawn.statusCode).toBe(204)

    await expectClosed(helper, token)
  })

  test('once its inviter has left the account', async () => {
    const { owner, helper, token } = await anInvited()
    await api.given.link((await aResident(api)).id, owner.account.id)
    await owner.delete(`/my/accounts/${owner.account.id}`)

    await expectClosed(helper, token)
  })

  test('when it was made for something else', async () => {
    const { helper, token } = await anInvited()

    const answers = [
      await api.app.inject({ method: 'POST', url: '/api/v1/email-confirmations', payload: { token } }),
      await api.app.inject({ method: 'POST', url: '/api/v1/activations', payload: { token } }),
    ]

    expect(statuses(answers)).toEqual([410, 410])
    expect((await accept(helper, token)).statusCode).toBe(200)
  })
})

describe('an owner', () => {
  test('sees helpers and open invitations', async () => {
    const { owner, helper } = await aHelper()
    await invite(owner, 'brother@example.ru')

    const { helpers, invitations } = (await owner.get(`/my/accounts/${owner.account.id}/helpers`)).json()

    expect(helpers).toMatchObject([{ name: 'Пётр', canSubmit: true, canPay: false, until: null }])
    expect(invitations).toMatchObject([{ email: 'brother@example.ru', canSubmit: true }])
    expect(helper.email).not.toBe('')
  })

  test('takes a right away, which acts at once', async () => {
    const { owner, helper, linkId } = await aHelper()
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
    const { owner, linkId } = await aHelper()
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

  test('who leaves as the last one takes the helpers along, else they stay', async () => {
    const { owner, helper } = await aHelper()
    const second = await aResident(api)
    await api.given.link(second.id, owner.account.id)

    await owner.delete(`/my/accounts/${owner.account.id}`)
    const stillThere = await helper.get(`/my/accounts/${owner.account.id}/cabinet`)
    await second.delete(`/my/accounts/${owner.account.id}`)
    const gone = await helper.get(`/my/accounts/${owner.account.id}/cabinet`)

    expect([stillThere.statusCode, gone.statusCode]).toEqual([200, 404])
  })

  test('two who leave at the same instant leave no helper behind', async () => {
    const { owner, helper } = await aHelper()
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

  test('reads in the log who did what, without names of staff and without what was before them', async () => {
    const earlier = { actor: 'user:somebody', action: 'helper.invited' }
    const { owner, helper, linkId } = await aHelper()
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
          action: 'accountless.switched',
          accountId,
          details: { before: false, after: true },
        },
        { actor: 'staff:018f3c5a', action: 'account.looked_at', accountId },
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

describe('a helper', () => {
  test.each([
    ['GET', 'helpers', undefined],
    ['POST', 'helpers', { email: 'friend@example.ru', ...RIGHTS }],
    ['GET', 'log', undefined],
    ['PUT', 'accountless', { isAllowed: false }],
  ] as const)('is refused %s %s', async (method, path, payload) => {
    const { owner, helper } = await aHelper()

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
    const { owner, helper, linkId } = await aHelper()
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
    const { owner, helper } = await aHelper()

    expect((await helper.delete(`/my/accounts/${owner.account.id}`)).statusCode).toBe(204)
    expect((await helper.get('/my/accounts')).json().accounts).toEqual([])
  })
})

describe("somebody else's", () => {
  test('account, helper and invitation are not found, and nothing changes', async () => {
    const { owner, linkId } = await aHelper()
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

  test.each([{ role: 'owner' }, { accountId: 'x' }, { givenById: 'x' }])(
    'an invitation with %j is refused',
    async (extra) => {
      const owner = await anOwner(api)

      expect((await invite(owner, 'friend@example.ru', extra)).json().code).toBe('invalid_request')
    },
  )
})
