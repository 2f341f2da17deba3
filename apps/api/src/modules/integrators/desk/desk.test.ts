import type { IntegratorCard, IntegratorLine } from '@rodnik/contract/staff-integrators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aKey, aName, anIntegrator, aRegistrar, TERMS } from '../../../../test/integrators.ts'
import { aLegalEntity } from '../../../../test/organisations.ts'
import { statuses } from '../../../../test/people.ts'
import { aMember } from '../../../../test/staff.ts'

type Registrar = Awaited<ReturnType<typeof aRegistrar>>

let api: Api
let administrator: Registrar['administrator']
let add: Registrar['add']
let added: Registrar['added']
let eventsOf: Registrar['eventsOf']
beforeAll(async () => {
  api = await startApi()
  ;({ administrator, add, added, eventsOf } = await aRegistrar(api))
})
afterAll(() => api.stop())

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

test('what breaks another rule is not told as a name that is taken', async () => {
  await api.db.$executeRaw`CREATE UNIQUE INDEX one_ada ON integrators (contact) WHERE contact = 'Ада'`
  const [first, second] = [await added(), await added()]
  const rename = ({ id, name }: typeof first) =>
    administrator.put(`/staff/integrators/${id}`, { ...TERMS, name, contact: 'Ада', revision: 1 })
  const answers = [await rename(first), await rename(second)]
  await api.db.$executeRaw`DROP INDEX one_ada`

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 500])
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
