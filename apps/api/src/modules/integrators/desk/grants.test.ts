import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { anIntegrator } from '../../../../test/integrators.ts'
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

const eventsOf = (name: string) =>
  api.db.auditEvent.findMany({
    where: { details: { path: ['integrator'], equals: name } },
    orderBy: { id: 'asc' },
  })

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

test('the agreement of the next year is written down while that of this year runs; days of both are refused', async () => {
  const { granted } = await anIntegrator(api)
  const { number } = await api.given.account()
  const target = { kind: 'account', number }
  const answers = [
    await granted(target, { until: '2026-12-31' }),
    await granted(target, { from: '2026-12-31', until: null }),
    await granted(target, { from: '2027-01-01', until: null }),
    await granted(target, { from: '2027-06-01', until: '2027-06-30' }),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 409, 201, 409])
  expect(answers[3]?.json()).toMatchObject({ code: 'grant_exists' })
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
