import type { RequestFiled } from '@rodnik/contract/requests'
import type { RequestVisits } from '@rodnik/contract/visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { actionsOf, anOwner } from '../../../../test/people.ts'
import { aGuest, keyed } from '../../../../test/requests.ts'
import { choose, MONDAY, sealingOf, yesterdaysVisit } from '../../../../test/visits.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const TUESDAY = { day: '2026-11-24', from: '12:00' }
const BOOK = { type: 'book', ...MONDAY, entrance: 'код 45', phone: '' }

const byCode = (url: string, { code, request }: RequestFiled, extra: object = {}, key?: string) =>
  api.app.inject({
    method: 'POST',
    url: `/api/v1/request-status/visits${url}`,
    headers: { 'x-forwarded-for': '203.0.113.7', ...keyed(key) },
    payload: { number: request.number, code, ...extra },
  })

/** A guest who filed something and has gone: only number and code are left. */
async function whoHasGone() {
  const account = await api.given.account()
  const meter = await api.given.meter(account.id)
  const guest = await aGuest(api, account.entry)
  const filled = { kind: 'sealing', fields: { meterIds: [meter.id], reason: 'verified' } }
  const filed = (await guest.file(filled)).json<RequestFiled>()
  await api.db.guestSession.deleteMany({ where: { accountId: account.id } })
  return { filed, account, meter }
}

describe('a guest whose entry has ended', () => {
  test('chooses, moves and cancels a visit by number and code', async () => {
    const { filed, account } = await whoHasGone()

    const shown = await byCode('', filed)
    const booked = await byCode('/events', filed, { wish: BOOK })
    const moved = await byCode('/events', filed, { wish: { ...BOOK, ...TUESDAY } })
    const cancelled = await byCode('/events', filed, { wish: { type: 'cancel' } })

    expect(shown.json()).toMatchObject({ current: null, may: ['book'] })
    expect(shown.json<RequestVisits>().windows[0]).toEqual({ ...MONDAY, to: '12:00' })
    expect(booked.json()).toMatchObject({ current: { ...MONDAY, state: 'booked' } })
    expect(moved.json()).toMatchObject({ current: TUESDAY, past: [{ ...MONDAY, state: 'cancelled' }] })
    expect(cancelled.json()).toMatchObject({ current: { state: 'cancelled' }, may: ['book'] })
    expect(await actionsOf(api, { accountId: account.id })).toEqual(
      expect.arrayContaining(['visit.booked', 'visit.moved', 'visit.cancelled']),
    )
  })

  test('says that nobody came, and chooses first', async () => {
    const { filed, account, meter } = await whoHasGone()
    await yesterdaysVisit(api, { account, meter, call: () => Promise.reject(new Error()) }, filed.request.id)

    const told = await byCode('/events', filed, { wish: { type: 'report_nobody' } })

    expect(told.json()).toMatchObject({ current: { state: 'missed', missedBy: 'utility' }, isPriority: true })
  })

  test('repeats a wish without effect, and another under its key is refused', async () => {
    const { filed } = await whoHasGone()
    const key = crypto.randomUUID()
    await byCode('/events', filed, { wish: BOOK }, key)

    const again = await byCode('/events', filed, { wish: BOOK }, key)
    const other = await byCode('/events', filed, { wish: { ...BOOK, ...TUESDAY } }, key)

    expect(again.json()).toMatchObject({ current: MONDAY, past: [] })
    expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' })
  })
})

describe('whoever guesses', () => {
  test('sees and changes nothing with a wrong code', async () => {
    const { filed } = await whoHasGone()
    const guessed = { ...filed, code: 'AAAA-AAAA' }

    const answers = await Promise.all([byCode('', guessed), byCode('/events', guessed, { wish: BOOK })])

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
    expect((await byCode('', filed)).json()).toMatchObject({ current: null })
  })

  test('gets no act of a visit of another request', async () => {
    const { filed } = await whoHasGone()
    const anna = await anOwner(api)
    const other = await sealingOf(anna)
    const visitId = (await choose(anna, other.request.id)).json<RequestVisits>().current?.id

    expect((await byCode(`/${visitId}/act`, filed)).statusCode).toBe(404)
  })
})

test('visits of guests do not use up those of the owner', async () => {
  const anna = await anOwner(api)
  const guest = await aGuest(api, anna.account.entry)
  for (const from of ['09:00', '12:00', '15:00']) {
    const filed = await guest.file({
      kind: 'sealing',
      fields: { meterIds: [anna.meter.id], reason: 'verified' },
    })
    const { request } = filed.json<RequestFiled>()
    const wish = { ...BOOK, ...TUESDAY, from }
    expect((await guest.post(`/requests/${request.id}/visits`, wish)).statusCode).toBe(200)
  }

  const { request } = await sealingOf(anna)

  expect((await choose(anna, request.id)).statusCode).toBe(200)
})
