import type { BatchAnswer } from '@rodnik/contract/integrators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../../test/api.ts'
import { aFlatToSend, aKey, anIntegrator } from '../../../../test/integrators.ts'
import { anOwner, lettersTo } from '../../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

/** Two days go by for a meter: the trigger that lets readings only be added is put aside. */
const twoDaysLater = (meterId: string) =>
  api.db.$transaction([
    api.db.$executeRaw`ALTER TABLE readings DISABLE TRIGGER USER`,
    api.db.$executeRaw`
      UPDATE readings SET recorded_at = recorded_at - interval '2 days' WHERE meter_id = ${meterId}::uuid`,
    api.db.$executeRaw`ALTER TABLE readings ENABLE TRIGGER USER`,
  ])

test('an account of a hundred meters is sent in a day, as often as a program sends', async () => {
  const { account, granted, sends } = await aFlatToSend(api)
  await granted({ kind: 'account', number: account.number })
  const meters = await Promise.all(
    Array.from({ length: 100 }, () => api.given.meter(account.id, { service: 'hot' })),
  )
  const all = (valueLitres: number) =>
    meters.map(({ id }) => ({ accountNumber: account.number, meterId: id, valueLitres }))
  const morning = (await sends(all(124_000))).json<BatchAnswer>()
  const evening = (await sends(all(124_001))).json<BatchAnswer>()

  expect([morning.accepted, evening.accepted]).toEqual([100, 100])
})

test('what programs send locks no resident out', async () => {
  const { account, meter, row, sends } = await aFlatToSend(api)
  const sent = (await sends(Array.from({ length: 60 }, (_, i) => row(124_000 + i)))).json<BatchAnswer>()
  const guest = await guestOf(api, account.entry)
  const submitted = await guest.submit([{ meterId: meter.id, valueLitres: 124_100 }])

  expect(sent.accepted).toBe(50)
  expect(submitted.statusCode).toBe(201)
})

test('what residents send locks no program out', async () => {
  const { account, row, sends } = await aFlatToSend(api)
  await api.db.submission.createMany({
    data: Array.from({ length: 50 }, () => ({
      accountId: account.id,
      period: new Date('2026-11-01'),
      source: 'accountless' as const,
      checkCode: crypto.randomUUID(),
    })),
  })

  expect((await sends([row(124_000)])).json()).toMatchObject({ accepted: 1 })
})

test('a meter is sent fifty times a day; what was over that is taken under the same key when the day is over', async () => {
  const { meter, row, granted, sends, counted } = await aFlatToSend(api)
  const quiet = await api.given.account()
  const spare = await api.given.meter(quiet.id)
  await granted({ kind: 'account', number: quiet.number })
  await sends(Array.from({ length: 50 }, (_, i) => row(124_000 + i)))
  const headers = aKey()
  const rows = [
    row(124_500),
    { accountNumber: quiet.number, meterId: spare.id, valueLitres: 124_000 },
    row(1),
  ]
  const first = (await sends(rows, { headers })).json<BatchAnswer>()
  const again = (await sends(rows, { headers })).json<BatchAnswer>()
  const other = await sends([row(124_501)], { headers })
  await twoDaysLater(meter.id)
  const later = (await sends(rows, { headers })).json<BatchAnswer>()
  const last = (await sends(rows, { headers })).json<BatchAnswer>()

  expect(first.rows).toMatchObject([
    { code: 'too_many_attempts' },
    { outcome: 'accepted' },
    { code: 'too_many_attempts' },
  ])
  expect(again).toEqual(first)
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' })
  expect(later.rows).toMatchObject([
    { outcome: 'accepted' },
    first.rows[1] ?? {},
    { code: 'readings_refused', issue: { reason: 'below_previous' } },
  ])
  expect(last).toEqual(later)
  expect(await counted()).toHaveLength(51)
  expect(await api.db.reading.count({ where: { meterId: spare.id, source: 'integrator' } })).toBe(1)
})

test('owners are told once a day which program sends for them', async () => {
  const owner = await anOwner(api)
  const { name, granted, sends } = await anIntegrator(api)
  const { number } = owner.account
  await granted({ kind: 'account', number })
  const send = (valueLitres: number) =>
    sends([{ accountNumber: number, meterId: owner.meter.id, valueLitres }])
  const [row] = (await send(124_000)).json<BatchAnswer>().rows
  await send(124_001)

  expect(await lettersTo(api, owner.email, 'integrator_submission')).toMatchObject([
    {
      data: {
        program: name,
        accountNumber: number,
        submissionNumber: (row as { submissionNumber: string }).submissionNumber,
      },
    },
  ])
})
