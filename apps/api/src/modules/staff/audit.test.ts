import type { AuditEvent } from '@rodnik/contract/staff-audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

type Answer = { events: AuditEvent[]; nextCursor: string | null }

let api: Api
let administrator: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  api = await startApi()
  administrator = await signedIn(
    api,
    await api.given.person({ roles: ['administrator', 'operator'], name: 'Алла' }),
  )
})
afterAll(() => api.stop())

const list = async (filter: Record<string, string>) =>
  (await administrator.get(`/staff/audit?${new URLSearchParams(filter).toString()}`)).json<Answer>()

test('a change is read with what was before and after, and who did it', async () => {
  const { id, number } = await api.given.account()
  await administrator.put(`/staff/accounts/${id}/holder`, { holderName: 'Петров Иван' })
  await administrator.put(`/staff/accounts/${id}/accountless`, { isAllowed: false, reason: 'Заявление' })
  const { events } = await list({ account: number })

  expect(events).toMatchObject([
    {
      action: 'accountless.switched',
      changes: { value: { before: 'true', after: 'false' } },
      notes: { reason: 'Заявление' },
    },
    {
      actor: `staff:${administrator.id}`,
      actorName: 'Алла',
      action: 'account.holder_recorded',
      account: { id, number },
      changes: { holderName: { before: '', after: 'Петров Иван' } },
      notes: {},
    },
  ])
})

test('pages follow each other newest first, without gaps or repeats, while new events arrive', async () => {
  const actor = 'user:11111111-1111-4111-8111-111111111111'
  const at = new Date('2026-11-01T08:00:00Z')
  await api.db.auditEvent.createMany({
    // Many in the same millisecond: the place of a page is not its time alone.
    data: Array.from({ length: 120 }, (_, i) => ({ actor, action: 'test.counted', at, details: { i } })),
  })
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Answer = await list({ actor, ...(cursor !== null && { cursor }) })
    seen.push(...page.events.map(({ notes }) => notes['i'] ?? ''))
    cursor = page.nextCursor
    await api.db.auditEvent.create({ data: { actor, action: 'test.counted', details: { i: 'new' } } })
  } while (cursor !== null)

  expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => String(119 - i)))
})

test('days are those of the city, both included', async () => {
  const actor = 'user:22222222-2222-4222-8222-222222222222'
  const moments = [
    '2026-11-09T18:59:59Z',
    '2026-11-09T19:00:00Z',
    '2026-11-11T18:59:59Z',
    '2026-11-11T19:00:00Z',
  ]
  await api.db.auditEvent.createMany({
    data: moments.map((at) => ({ actor, action: 'test.dated', at: new Date(at) })),
  })
  const { events } = await list({ actor, action: 'test.dated', from: '2026-11-10', to: '2026-11-11' })

  expect(events.map(({ at }) => at)).toEqual(['2026-11-11T18:59:59.000Z', '2026-11-09T19:00:00.000Z'])
})

test.each<Record<string, string>>([
  { cursor: 'abc' },
  { cursor: Buffer.from('zzz.not-a-number').toString('base64url') },
  { from: 'yesterday' },
  { account: '314' },
  { actor: "staff:' OR 1=1" },
])('a filter that means nothing is refused: %o', async (filter) => {
  expect((await administrator.get(`/staff/audit?${new URLSearchParams(filter).toString()}`)).statusCode).toBe(
    400,
  )
})

test('nobody can change or remove an event', async () => {
  const event = await api.db.auditEvent.create({ data: { actor: 'system', action: 'test.kept' } })

  await expect(
    api.db.$executeRaw`UPDATE audit_events SET action = 'x' WHERE id = ${event.id}`,
  ).rejects.toThrow('only ever added')
  await expect(api.db.$executeRaw`DELETE FROM audit_events WHERE id = ${event.id}`).rejects.toThrow(
    'only ever added',
  )
})
