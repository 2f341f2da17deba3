import type { TroubledLetter } from '@rodnik/contract/staff-letters'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

type Answer = { letters: TroubledLetter[]; nextCursor: string | null }

let api: Api
let operator: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  api = await startApi()
  operator = await signedIn(api, await api.given.person({ roles: ['operator'] }))
})
afterAll(() => api.stop())

const list = async (query = '') => (await operator.get(`/staff/letters${query}`)).json<Answer>()

async function letter(state: 'queued' | 'sent' | 'rejected' | 'failed' | 'bounced', minutesAgo: number) {
  const { id } = await api.db.letter.create({
    data: {
      toAddress: 'anna@example.ru',
      language: 'ru',
      template: 'activation',
      state,
      lastError: '550 no such user',
    },
  })
  await api.db.$executeRaw`
    UPDATE letters SET created_at = app_now() - make_interval(mins => ${minutesAgo}::int),
      next_attempt_at = app_now() + interval '1 hour'
    WHERE id = ${id}::uuid`
  return id
}

test('an operator sees the letters in trouble, newest first, and no others', async () => {
  await api.db.letter.deleteMany()
  const bounced = await letter('bounced', 1)
  const rejected = await letter('rejected', 2)
  const waiting = await letter('queued', 11)
  const failed = await letter('failed', 90)
  await letter('sent', 5)
  await letter('queued', 9)

  const { letters, nextCursor } = await list()
  expect(letters.map(({ id }) => id)).toEqual([bounced, rejected, waiting, failed])
  expect(letters[1]).toMatchObject({ to: 'anna@example.ru', state: 'rejected', reason: '550 no such user' })
  expect(nextCursor).toBeNull()
  expect((await list('?state=waiting')).letters.map(({ id }) => id)).toEqual([waiting])
  expect((await list('?state=failed')).letters.map(({ id }) => id)).toEqual([failed])
})

test('a waiting letter is made due now, and who did it is recorded', async () => {
  const id = await letter('queued', 30)
  const answer = await operator.post(`/staff/letters/${id}/retry`)
  const [due] = await api.db.$queryRaw<[{ isDue: boolean }]>`
    SELECT next_attempt_at <= app_now() AS "isDue" FROM letters WHERE id = ${id}::uuid`

  expect(answer.statusCode).toBe(204)
  expect(due.isDue).toBe(true)
  expect(
    await api.db.auditEvent.count({ where: { action: 'letter.retried', actor: `staff:${operator.id}` } }),
  ).toBe(1)
})

test.each(['sent', 'rejected', 'failed', 'bounced'] as const)(
  'a letter that is %s cannot be tried again',
  async (state) => {
    expect((await operator.post(`/staff/letters/${await letter(state, 30)}/retry`)).statusCode).toBe(404)
  },
)

test('pages of letters follow each other', async () => {
  await api.db.letter.deleteMany()
  for (let i = 0; i < 60; i++) await letter('failed', 20 + (i % 3))
  const first = await list()
  const second = await list(`?cursor=${first.nextCursor ?? ''}`)

  expect([first.letters.length, second.letters.length, second.nextCursor]).toEqual([50, 10, null])
  expect(new Set([...first.letters, ...second.letters].map(({ id }) => id)).size).toBe(60)
})
