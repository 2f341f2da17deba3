import type { CardWithSecret } from '@rodnik/contract/staff-integrator-rights'
import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aKey, anIntegrator, aRegistrar, askToken } from '../../../../test/integrators.ts'
import { statuses } from '../../../../test/people.ts'

type Registrar = Awaited<ReturnType<typeof aRegistrar>>

let api: Api
let administrator: Registrar['administrator']
let added: Registrar['added']
let eventsOf: Registrar['eventsOf']
beforeAll(async () => {
  api = await startApi()
  ;({ administrator, added, eventsOf } = await aRegistrar(api))
})
afterAll(() => api.stop())

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
  expect(answers.map((answer) => answer.json<{ code?: string }>().code)).toContain('integrator_secrets_full')
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
