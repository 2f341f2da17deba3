import type { CardWithSecret } from '@rodnik/contract/staff-integrator-rights'
import type { IntegratorCard, IntegratorLine } from '@rodnik/contract/staff-integrators'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { aKey, aName, anIntegrator, askToken, TERMS } from '../../../../test/integrators.ts'
import { aLegalEntity } from '../../../../test/organisations.ts'
import { statuses } from '../../../../test/people.ts'
import { aMember } from '../../../../test/staff.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>

let api: Api
let administrator: Staff
beforeAll(async () => {
  api = await startApi()
  administrator = await aMember(api, ['administrator'], 'Алла')
})
afterAll(() => api.stop())

const add = (facts: object = {}) =>
  administrator.post('/staff/integrators', { ...TERMS, name: aName(), ...facts })
const added = async (facts: object = {}) => (await add(facts)).json<IntegratorCard>()
const eventsOf = (name: string) =>
  api.db.auditEvent.findMany({
    where: { details: { path: ['integrator'], equals: name } },
    orderBy: { id: 'asc' },
  })

test('a program is registered and can do nothing yet', async () => {
  const card = await added()
  const list = await administrator.get('/staff/integrators')

  expect(card).toMatchObject({ ...TERMS, revision: 1, isActive: true, lastCallAt: null })
  expect([card.secrets, card.grants, card.calls]).toEqual([[], [], []])
  expect(list.json<{ integrators: IntegratorLine[] }>().integrators).toContainEqual({
    id: card.id,
    name: card.name,
    kind: card.kind,
    isActive: true,
    liveSecrets: 0,
    liveGrants: 0,
    lastCallAt: null,
  })
  expect(await eventsOf(card.name)).toMatchObject([
    {
      actor: `staff:${administrator.id}`,
      action: 'integrator.added',
      details: { after: { scopes: TERMS.scopes } },
    },
  ])
})

test('whose program it is, is found by its number', async () => {
  const organisation = aLegalEntity()
  await administrator.post('/staff/organisations', organisation)
  const { inn, name } = organisation
  const [known, unknown] = [
    await add({ organisation: { inn, kpp: '' } }),
    await add({ organisation: { inn: '7400000000', kpp: '' } }),
  ]

  expect(known.json()).toMatchObject({ organisation: { inn, name } })
  expect(unknown.json()).toMatchObject({ code: 'organisation_unknown' })
})

test('of two programs with one name at once one is registered', async () => {
  const name = aName()
  expect(statuses(await Promise.all([add({ name }), add({ name })]))).toEqual([201, 409])
})

test.each([
  { name: '' },
  { kind: 'spy' },
  { contact: '' },
  { scopes: [] },
  { scopes: ['admin'] },
  { scopes: ['meters:read', 'meters:read'] },
  { requestsPerMinute: 0 },
  { requestsPerMinute: 1e9 },
  { organisation: { inn: '1', kpp: '' } },
  { secret: 'of my own' },
])('what is no program is not registered: %o', async (facts) => {
  expect((await add(facts)).json()).toMatchObject({ code: 'invalid_request' })
})

test('of two changes of one page at once one is made, and the log has what was before', async () => {
  const card = await added()
  const change = (contact: string) =>
    administrator.put(`/staff/integrators/${card.id}`, { ...TERMS, name: card.name, contact, revision: 1 })
  const answers = await Promise.all([change('Первый'), change('Второй')])
  const refused = answers.find(({ statusCode }) => statusCode === 409)
  const changes = await api.db.auditEvent.findMany({
    where: { action: 'integrator.changed', details: { path: ['integrator'], equals: card.name } },
  })

  expect(statuses(answers)).toEqual([200, 409])
  expect(refused?.json()).toMatchObject({ code: 'integrator_changed_meanwhile' })
  expect(changes).toMatchObject([{ details: { before: { contact: TERMS.contact } } }])
})

test('a name that another program has is not taken', async () => {
  const [first, second] = [await added(), await added()]
  const answer = await administrator.put(`/staff/integrators/${second.id}`, {
    ...TERMS,
    name: first.name,
    revision: 1,
  })

  expect(answer.json()).toMatchObject({ code: 'integrator_exists' })
})

describe('secrets', () => {
  test('a secret is shown once: the same wish again makes no other and shows nothing', async () => {
    const { issue, name } = await anIntegrator(api)
    const headers = aKey()
    const [first, again] = [await issue(null, headers), await issue(null, headers)]
    const events = await eventsOf(name)

    expect(first.json<CardWithSecret>().secret).toMatch(/^rodnik_live_/)
    expect(again.json<CardWithSecret>().secret).toBeNull()
    expect(again.json<CardWithSecret>().integrator.secrets).toHaveLength(2)
    expect(events.filter(({ action }) => action === 'integrator.secret_issued')).toHaveLength(2)
  })

  test('the same wish sent at the same instant makes one', async () => {
    const { issue, card } = await anIntegrator(api)
    const headers = aKey()
    const answers = await Promise.all([issue(null, headers), issue(null, headers)])
    const shown = answers.map((answer) => answer.json<CardWithSecret>().secret)

    expect(shown.filter((secret) => secret !== null)).toHaveLength(1)
    expect((await card()).secrets).toHaveLength(2)
  })

  test('two live at most: of three wishes for the second at once one is granted', async () => {
    const { issue, card } = await anIntegrator(api)
    const answers = await Promise.all([issue(), issue(), issue()])

    expect(statuses(answers)).toEqual([201, 409, 409])
    expect(answers.map((answer) => answer.json<{ code?: string }>().code)).toContain(
      'integrator_secrets_full',
    )
    expect((await card()).secrets).toHaveLength(2)
  })

  test('the database itself refuses a third', async () => {
    const { id, issue } = await anIntegrator(api)
    await issue()
    const third = api.db.$executeRaw`
      INSERT INTO integrator_secrets (integrator_id, slot, secret_hash, ending, wish_key, issued_by)
      VALUES (${id}::uuid, 2, sha256('third'), 'abcd', 'wish-of-nobody', 'system')`

    await expect(third).rejects.toThrow(/integrator_secrets_live_key/)
  })

  test('a secret that is taken back makes room, and its tokens end at once on another instance too', async () => {
    const { administrator: admin, path, secretId, token, issue, credentials, name } = await anIntegrator(api)
    const { secret } = (await issue()).json<CardWithSecret>()
    const fresh = await askToken(api, { ...credentials, client_secret: secret ?? '' })
    const other = await api.buildInstance()
    const ask = (bearer: string) =>
      other.inject({ url: '/api/v1/integrator/accounts', headers: { authorization: `Bearer ${bearer}` } })
    const before = await ask(token)
    const end = () => admin.post(`${path}/secrets/${secretId}/end`, { reason: 'попал в репозиторий' })
    const ended = await end()
    await end()
    const after = [await ask(token), await ask(fresh.json().access_token)]
    await other.close()
    const events = await eventsOf(name)

    expect(before.statusCode).toBe(200)
    expect(ended.json<IntegratorCard>().secrets.map(({ endedAt }) => endedAt === null)).toEqual([true, false])
    expect(after.map(({ statusCode }) => statusCode)).toEqual([401, 200])
    expect((await askToken(api, credentials)).statusCode).toBe(401)
    expect((await issue()).statusCode).toBe(201)
    expect(events.filter(({ action }) => action === 'integrator.secret_ended')).toHaveLength(1)
  })

  test('a secret with a last day ends with it, and its slot is free', async () => {
    const { id, issue, credentials } = await anIntegrator(api)
    const { secret } = (await issue('2026-11-22')).json<CardWithSecret>()
    const withSecond = { ...credentials, client_secret: secret ?? '' }
    const today = await askToken(api, withSecond)
    await api.db.integratorSecret.updateMany({
      where: { integratorId: id, expiresAt: { not: null } },
      data: { expiresAt: new Date('2026-11-21T19:00:00Z') },
    })

    expect(today.statusCode).toBe(200)
    expect((await askToken(api, withSecond)).statusCode).toBe(401)
    expect((await issue()).statusCode).toBe(201)
    expect((await issue()).statusCode).toBe(409)
  })

  test.each([
    ['a day that is over', { until: '2026-11-21' }, aKey()],
    ['no key', { until: null }, {}],
    ['a wish of one’s own', { until: null, secret: 'x' }, aKey()],
  ])('no secret for %s', async (_, payload, headers) => {
    const { id } = await added()
    const answer = await administrator.call(`/staff/integrators/${id}/secrets`, {
      method: 'POST',
      payload,
      headers,
    })

    expect(answer.json()).toMatchObject({ code: 'invalid_request' })
  })
})

describe('grants', () => {
  test('a grant is given with its document and ended with a reason; both stand in the log', async () => {
    const { granted, path, name, administrator: admin } = await anIntegrator(api)
    const { number } = await api.given.account()
    const given = await granted({ kind: 'account', number }, { until: '2027-10-31' })
    const [grant] = given.json<IntegratorCard>().grants
    const ended = await admin.post(`${path}/grants/${grant?.id}/end`, { reason: 'расторгнут' })
    await admin.post(`${path}/grants/${grant?.id}/end`, { reason: 'ещё раз' })
    const events = await eventsOf(name)

    expect(given.statusCode).toBe(201)
    expect(grant).toEqual({
      id: expect.any(String),
      target: { kind: 'account', number },
      accounts: 1,
      document: 'Договор № 12 от 01.11.2026',
      from: '2026-11-01',
      until: '2027-10-31',
      state: 'live',
    })
    expect(ended.json<IntegratorCard>().grants).toMatchObject([{ state: 'over' }])
    expect(events.map(({ action }) => action)).toEqual([
      'integrator.added',
      'integrator.secret_issued',
      'integrator.granted',
      'integrator.grant_ended',
    ])
  })

  test('the same is granted once: of two wishes at once one is made, and after its end another', async () => {
    const { granted, path, administrator: admin } = await anIntegrator(api)
    const { number } = await api.given.account()
    const give = () => granted({ kind: 'account', number })
    const answers = await Promise.all([give(), give()])
    const first = answers.find(({ statusCode }) => statusCode === 201)?.json<IntegratorCard>()
    await admin.post(`${path}/grants/${first?.grants[0]?.id}/end`, { reason: 'ошибка' })

    expect(statuses(answers)).toEqual([201, 409])
    expect((await give()).statusCode).toBe(201)
  })

  test('a grant that has run out stands in the way of no new one', async () => {
    const { id, granted } = await anIntegrator(api)
    const { number } = await api.given.account()
    await granted({ kind: 'account', number }, { until: '2026-11-22' })
    await api.db.integratorGrant.updateMany({
      where: { integratorId: id },
      data: { endsAt: new Date('2026-11-21T19:00:00Z') },
    })

    expect((await granted({ kind: 'account', number })).statusCode).toBe(201)
  })

  test.each([
    [{ kind: 'account', number: '3149999999' }, 'account_unknown'],
    [{ kind: 'organisation', inn: '7400000000', kpp: '' }, 'organisation_unknown'],
    [{ kind: 'house', street: 'улица Которой Нет', house: '1' }, 'house_unknown'],
    [{ kind: 'house', street: '%', house: '%' }, 'house_unknown'],
    [{ kind: 'city' }, 'invalid_request'],
    [{ kind: 'account' }, 'invalid_request'],
    [{ kind: 'house', street: '', house: '1' }, 'invalid_request'],
  ])('what is not there is not granted: %o', async (target, code) => {
    const { granted } = await anIntegrator(api)
    expect((await granted(target)).json()).toMatchObject({ code })
  })

  test.each([
    { from: '2026-11-10', until: '2026-11-09' },
    { from: '2026-11-10', until: '2026-11-21' },
    { document: '' },
  ])('a grant of no days or no document is none: %o', async (facts) => {
    const { granted } = await anIntegrator(api)
    const { number } = await api.given.account()
    expect((await granted({ kind: 'account', number }, facts)).json()).toMatchObject({
      code: 'invalid_request',
    })
  })

  test('an organisation that shares its number with another is asked for by both numbers', async () => {
    const { granted } = await anIntegrator(api)
    const organisation = aLegalEntity()
    const branch = { ...aLegalEntity(), inn: organisation.inn, kpp: '745302001' }
    await administrator.post('/staff/organisations', organisation)
    await administrator.post('/staff/organisations', branch)
    const { inn } = organisation

    expect((await granted({ kind: 'organisation', inn, kpp: '' })).statusCode).toBe(422)
    expect((await granted({ kind: 'organisation', inn, kpp: branch.kpp })).json().grants).toMatchObject([
      { target: { kind: 'organisation', name: branch.name } },
    ])
  })
})

test.each(['operator', 'clerk', 'inspector'] as const)(
  'a member who is %s has nothing to do here',
  async (role) => {
    const member = await aMember(api, [role])
    const { id } = await added()
    const answers = [
      await member.get('/staff/integrators'),
      await member.get(`/staff/integrators/${id}`),
      await member.post('/staff/integrators', {}),
      await member.post(`/staff/integrators/${id}/disable`, { reason: 'x' }),
      await member.call(`/staff/integrators/${id}/secrets`, { method: 'POST', payload: {}, headers: aKey() }),
    ]

    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([403]))
  },
)

test('the secret and the grant of one program are not found at another', async () => {
  const [one, other] = [await anIntegrator(api), await anIntegrator(api)]
  const { number } = await api.given.account()
  const grantId = (await one.granted({ kind: 'account', number })).json<IntegratorCard>().grants[0]?.id
  const answers = [
    await administrator.post(`${other.path}/secrets/${one.secretId}/end`, { reason: 'чужой' }),
    await administrator.post(`${other.path}/grants/${grantId}/end`, { reason: 'чужой' }),
    await administrator.get(`/staff/integrators/${crypto.randomUUID()}`),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
})
