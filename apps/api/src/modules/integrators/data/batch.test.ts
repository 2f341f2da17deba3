import type { BatchAnswer } from '@rodnik/contract/integrators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aFlatToSend, aKey, anIntegrator } from '../../../../test/integrators.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

test('each row is judged by itself: what is wrong with one takes nothing from another', async () => {
  const { id, row, sends, account, counted } = await aFlatToSend(api)
  const answer = await sends([row(124_000), row(100_000), row(124_500, { meterId: crypto.randomUUID() })])
  const [event] = await api.db.auditEvent.findMany({
    where: { accountId: account.id, action: 'readings.submitted' },
  })

  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({
    isDryRun: false,
    accepted: 1,
    refused: 2,
    rows: [
      { index: 0, outcome: 'accepted', submissionNumber: expect.stringMatching(/^2611-\d{7}-\d$/) },
      {
        index: 1,
        outcome: 'refused',
        code: 'readings_refused',
        issue: expect.objectContaining({ index: 1, reason: 'below_previous' }),
      },
      { index: 2, outcome: 'refused', code: 'not_found', issue: null },
    ],
  })
  expect(await counted()).toEqual([{ valueLitres: 124_000 }])
  expect(event?.actor).toBe(`integrator:${id}`)
})

test('a doubt is settled by confirming it in the next batch', async () => {
  const { row, sends } = await aFlatToSend(api)
  const doubtful = (await sends([row(190_000)])).json<BatchAnswer>()
  const sure = (await sends([row(190_000, { confirmed: ['jump'] })])).json<BatchAnswer>()

  expect(doubtful.rows).toMatchObject([{ issue: { outcome: 'to_confirm', reason: 'jump' } }])
  expect(sure.accepted).toBe(1)
})

test('a dry run says what would happen, writes nothing, and uses up no key', async () => {
  const { row, sends, counted } = await aFlatToSend(api)
  const headers = aKey()
  const dry = (await sends([row(124_000), row(1)], { query: '?dryRun=true', headers })).json<BatchAnswer>()
  const nothing = await counted()
  const real = (await sends([row(124_000)], { headers })).json<BatchAnswer>()

  expect(dry).toMatchObject({
    isDryRun: true,
    accepted: 1,
    refused: 1,
    rows: [{ outcome: 'accepted', submissionNumber: null }, { outcome: 'refused' }],
  })
  expect(nothing).toEqual([])
  expect(real).toMatchObject({ isDryRun: false, accepted: 1 })
})

test('the same key gives the first answer again, in quotes or without', async () => {
  const { row, sends, counted } = await aFlatToSend(api)
  const key = crypto.randomUUID()
  const first = await sends([row(124_000)], { headers: { 'idempotency-key': `"${key}"` } })
  const again = await sends([row(124_000)], { headers: { 'idempotency-key': key } })

  expect(again.json()).toEqual(first.json())
  expect(await counted()).toHaveLength(1)
})

test('a key that comes with other rows is refused', async () => {
  const { row, sends, counted } = await aFlatToSend(api)
  const headers = aKey()
  await sends([row(124_000)], { headers })
  const other = await sends([row(125_000)], { headers })

  expect(other.statusCode).toBe(422)
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' })
  expect(await counted()).toHaveLength(1)
})

test.each([{}, { 'idempotency-key': 'short' }, { 'idempotency-key': '"half-quoted-key' }])(
  'without a key nothing is taken: %o',
  async (headers) => {
    const { row, sends } = await aFlatToSend(api)
    const answer = await sends([row(124_000)], { headers })

    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' })
  },
)

test('two attempts at the same instant write once: the other hears so, or has the same answer', async () => {
  const { row, sends, counted } = await aFlatToSend(api)
  const headers = aKey()
  const answers = await Promise.all(Array.from({ length: 5 }, async () => sends([row(124_000)], { headers })))
  const taken = answers.filter(({ statusCode }) => statusCode === 200)
  const early = answers.filter(({ statusCode }) => statusCode === 409)

  expect(taken.length + early.length).toBe(5)
  expect(taken.length).toBeGreaterThan(0)
  expect(new Set(taken.map(({ body }) => body)).size).toBe(1)
  expect(await counted()).toHaveLength(1)
})

test('a batch that is being worked on is not begun again, and one that was broken off goes on', async () => {
  const { id, row, sends, counted } = await aFlatToSend(api)
  const headers = aKey()
  const rows = [row(124_000)]
  await sends(rows, { headers })
  const age = (seconds: number) => api.db.$executeRaw`
    UPDATE integrator_batches SET answer = NULL, started_at = app_now() - make_interval(secs => ${seconds}::int)
    WHERE integrator_id = ${id}::uuid`
  await age(5)
  const early = await sends(rows, { headers })
  await age(90)
  const late = await sends(rows, { headers })

  expect(early.statusCode).toBe(409)
  expect(early.json()).toMatchObject({ code: 'idempotency_in_progress', retryAfterSeconds: 3 })
  expect(late.json()).toMatchObject({ accepted: 1 })
  expect(await counted()).toHaveLength(1)
})

test('a batch whose program is disabled meanwhile is refused from then on', async () => {
  const { administrator, path, row, sends, counted } = await aFlatToSend(api)
  const [, answer] = await Promise.all([
    administrator.post(`${path}/disable`, { reason: 'утечка секрета' }),
    sends(Array.from({ length: 40 }, (_, i) => row(123_500 + i))),
  ])
  const afterwards = await sends([row(124_900)])

  expect([200, 401]).toContain(answer.statusCode)
  expect(afterwards.statusCode).toBe(401)
  expect((await counted()).map(({ valueLitres }) => valueLitres)).not.toContain(124_900)
})

test.each([
  [[]],
  [
    Array.from({ length: 101 }, () => ({
      accountNumber: '3140000017',
      meterId: crypto.randomUUID(),
      valueLitres: 1,
    })),
  ],
  [[{ accountNumber: '3140000017', meterId: 'x', valueLitres: 1 }]],
  [[{ accountNumber: '3140000017', meterId: crypto.randomUUID(), valueLitres: 1.5 }]],
  [[{ accountNumber: '3140000017', meterId: crypto.randomUUID(), valueLitres: -1 }]],
  [[{ accountNumber: '3140000017', meterId: crypto.randomUUID(), valueLitres: 1, source: 'staff' }]],
])('what is no batch is not taken', async (rows) => {
  const { call } = await anIntegrator(api)
  const answer = await call('/integrator/readings', {
    method: 'POST',
    payload: { readings: rows },
    headers: aKey(),
  })

  expect(answer.json()).toMatchObject({ code: 'invalid_request' })
})
