import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

test('the log and the card show events of everyone: people, guests, the quick form and the system', async () => {
  const account = await api.given.account()
  const person = await api.given.person({ name: 'Анна' })
  const actors = ['system', 'quick-form', `guest:${crypto.randomUUID()}`, `user:${person.id}`, 'staff:nobody']
  await api.db.auditEvent.createMany({
    data: actors.map((actor) => ({ actor, action: 'account.touched', accountId: account.id })),
  })
  const administrator = await signedIn(api, await api.given.person({ roles: ['administrator'] }))

  const [log, card] = [
    await administrator.get('/staff/audit'),
    await administrator.get(`/staff/accounts/${account.id}`),
  ]

  expect([log.statusCode, card.statusCode]).toEqual([200, 200])
  for (const actor of actors) expect(log.body).toContain(actor)
})
