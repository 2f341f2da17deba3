import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

async function aFlat() {
  const account = await api.given.account()
  const cold = await api.given.meter(account.id)
  const hot = await api.given.meter(account.id, { service: 'hot', readings: { '2026-10': 87_120 } })
  return { account, cold, hot, guest: await guestOf(api, account.entry) }
}

const countSubmissions = (accountId: string) => api.db.submission.count({ where: { accountId } })

describe('the same submission sent again with its key', () => {
  test('gets the first answer, and one reading is recorded', async () => {
    const { account, cold, guest } = await aFlat()
    const readings = [{ meterId: cold.id, valueLitres: 126_670, seenRevision: 1 }]
    const first = await guest.submit(readings, 'key-of-november')

    const retry = await guest.submit(readings, 'key-of-november')

    expect(retry.statusCode).toBe(201)
    expect(retry.json()).toEqual(first.json())
    expect(await countSubmissions(account.id)).toBe(1)
  })

  test('ten times at the same instant: ten equal answers, one reading', async () => {
    const { account, cold, hot, guest } = await aFlat()
    const readings = [
      { meterId: cold.id, valueLitres: 126_670, seenRevision: 1 },
      { meterId: hot.id, valueLitres: 88_000, seenRevision: 1 },
    ]

    const answers = await Promise.all(Array.from({ length: 10 }, () => guest.submit(readings, 'ten-at-once')))

    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 10 }, () => 201))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(await countSubmissions(account.id)).toBe(1)
    expect(await api.db.reading.count({ where: { meterId: cold.id } })).toBe(2)
  })

  test('gets the first answer even after the reading was replaced', async () => {
    const { cold, guest } = await aFlat()
    const first = await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }], 'first-key')
    await guest.submit([{ meterId: cold.id, valueLitres: 126_000 }], 'second-key')

    const retry = await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }], 'first-key')

    expect(retry.json().number).toBe(first.json().number)
    expect(await api.db.reading.count({ where: { meterId: cold.id } })).toBe(3)
  })

  test('gets the first answer in a new session: the key belongs to the account', async () => {
    const { account, cold, guest } = await aFlat()
    const readings = [{ meterId: cold.id, valueLitres: 126_670 }]
    const first = await guest.submit(readings, 'kept-over-sign-in')
    const later = await guestOf(api, account.entry)

    expect((await later.submit(readings, 'kept-over-sign-in')).json()).toEqual(first.json())
  })

  test('with other readings is refused: a key is one intention', async () => {
    const { cold, guest } = await aFlat()
    await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }], 'one-intention')

    const other = await guest.submit([{ meterId: cold.id, valueLitres: 127_000 }], 'one-intention')

    expect(other.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' })
  })

  test('after a refusal is judged anew: only answers that recorded something are kept', async () => {
    const { cold, guest } = await aFlat()
    const jump = { meterId: cold.id, valueLitres: 223_456 }
    expect((await guest.submit([jump], 'asked-first')).statusCode).toBe(409)

    const confirmed = await guest.submit([{ ...jump, confirmed: ['jump'] }], 'asked-first')

    expect(confirmed.statusCode).toBe(201)
  })

  test.each([['short'], ['has space in it'], ['x'.repeat(129)]])('a key like %j is refused', async (key) => {
    const { cold, guest } = await aFlat()

    const response = await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }], key)

    expect(response.json()).toMatchObject({
      code: 'invalid_request',
      fields: { 'idempotency-key': 'invalid_format' },
    })
  })
})

describe('two guests of one account at the same instant', () => {
  test('with different readings: one is recorded, the other gets a clear refusal', async () => {
    for (let round = 0; round < 10; round++) {
      const { account, cold, hot, guest } = await aFlat()
      const neighbour = await guestOf(api, account.entry)

      const answers = await Promise.all([
        guest.submit([
          { meterId: cold.id, valueLitres: 126_670, seenRevision: 1 },
          { meterId: hot.id, valueLitres: 88_000, seenRevision: 1 },
        ]),
        neighbour.submit([
          { meterId: hot.id, valueLitres: 89_000, seenRevision: 1 },
          { meterId: cold.id, valueLitres: 127_000, seenRevision: 1 },
        ]),
      ])

      expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409])
      expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
        code: 'readings_changed_meanwhile',
      })
      expect(await countSubmissions(account.id)).toBe(1)
    }
  })

  test('twenty without a key and without having seen anything: every answer of 201 is one recorded version', async () => {
    const { account, cold, guest } = await aFlat()

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => guest.submit([{ meterId: cold.id, valueLitres: 126_000 + i }])),
    )

    const accepted = answers.filter(({ statusCode }) => statusCode === 201)
    expect(accepted.length).toBeGreaterThan(0)
    expect(await countSubmissions(account.id)).toBe(accepted.length)
    expect(answers.filter(({ statusCode }) => statusCode !== 201 && statusCode !== 409)).toEqual([])
  })
})

/** The window's last second is now; the clock of the database decides. */
async function closeWindowInABit(milliseconds: number): Promise<Api> {
  const closing = new Date(Date.parse('2026-11-25T19:00:00Z') - milliseconds)
  return await startApi({ now: closing.toISOString() })
}

test('a replacement that meets the closing window is taken before midnight or not at all', async () => {
  const closing = await closeWindowInABit(8000)
  const people = []
  for (let i = 0; i < 16; i++) {
    const account = await closing.given.account()
    const meter = await closing.given.meter(account.id)
    people.push({ meterId: meter.id, guest: await guestOf(closing, account.entry) })
  }
  const answers: (201 | 'too late')[] = []
  for (let i = 0; i < 600 && answers.filter((answer) => answer === 'too late').length < 20; i++) {
    const { guest, meterId } = people[i % people.length]!
    const response = await guest.submit([{ meterId, valueLitres: 124_000 + i }])
    const isTooLate = response.body.includes('window_closed')
    if (response.statusCode === 201 || isTooLate) answers.push(isTooLate ? 'too late' : 201)
    else throw new Error(`Neither taken nor too late: ${response.body}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }

  const late = await closing.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM readings WHERE submission_id IS NOT NULL AND recorded_at >= '2026-11-25T19:00:00Z'`
  const recorded = await closing.db.submission.count()

  expect(answers).toContain(201)
  expect(answers).toContain('too late')
  expect(late[0]?.count).toBe(0n)
  expect(recorded).toBe(answers.filter((answer) => answer === 201).length)
  expect(answers.lastIndexOf(201)).toBeLessThan(answers.indexOf('too late'))
  await closing.stop()
})

test('a submission that was judged before midnight but is written after it is refused by the database', async () => {
  const closing = await closeWindowInABit(1500)
  const account = await closing.given.account()
  const meter = await closing.given.meter(account.id)
  const guest = await guestOf(closing, account.entry)
  const blocker = await closing.pool.connect()
  await blocker.query('BEGIN; LOCK TABLE submissions IN ACCESS EXCLUSIVE MODE')

  const waiting = guest.submit([{ meterId: meter.id, valueLitres: 126_000 }])
  await new Promise((resolve) => setTimeout(resolve, 2000))
  await blocker.query('COMMIT')
  blocker.release()

  expect((await waiting).json()).toMatchObject({ readings: [{ reason: 'window_closed' }] })
  expect(await closing.db.submission.count()).toBe(0)
  await closing.stop()
})
