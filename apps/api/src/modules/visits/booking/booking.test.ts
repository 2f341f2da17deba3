import type { Problem } from '@rodnik/contract/problem'
import type { RequestVisits } from '@rodnik/contract/visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { actionsOf, anOwner, aResident, lettersTo, statuses } from '../../../../test/people.ts'
import { aGuest, filedBy, keyed } from '../../../../test/requests.ts'
import { changeVisit, choose, MONDAY, placesIn, sealingOf, visitsSeenBy } from '../../../../test/visits.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const TUESDAY = { day: '2026-11-24', from: '12:00' }

async function anAsker(reason?: string) {
  const anna = await anOwner(api)
  const { request } = await sealingOf(anna, reason)
  return { anna, id: request.id }
}

describe('a resident who asked for sealing', () => {
  test('sees windows before filing, chooses one, and is told so by letter', async () => {
    const { anna, id } = await anAsker()
    const before = await anna.get(`/my/accounts/${anna.account.id}/visit-windows`)
    const [first] = before.json<RequestVisits>().windows
    expect(first).toEqual({ day: '2026-11-23', from: '09:00', to: '12:00' })

    const chosen = await choose(anna, id)

    expect(chosen.statusCode).toBe(200)
    expect(chosen.json()).toMatchObject({
      current: { ...MONDAY, to: '12:00', state: 'booked', entrance: 'код 45', inspectorName: null },
      past: [],
      may: ['book', 'cancel'],
      isPriority: false,
      commissionedFrom: null,
    })
    const request = await anna.get(`/my/accounts/${anna.account.id}/requests/${id}`)
    expect(request.json()).toMatchObject({ request: { state: 'visit' } })
    expect(await lettersTo(api, anna.email, 'request_changed')).toMatchObject([
      { data: { event: 'scheduled' } },
    ])
    expect(await actionsOf(api, { accountId: anna.account.id })).toContain('visit.booked')
  })

  test('moves it, and the place goes to somebody else', async () => {
    const day = { day: '2026-11-25', from: '09:00' }
    await placesIn(api, day, 2)
    const { anna, id } = await anAsker()
    const other = await anAsker()
    await choose(anna, id, day)
    expect((await choose(other.anna, other.id, day)).json()).toMatchObject({ code: 'visit_taken' })

    const moved = await choose(anna, id, TUESDAY)

    expect(moved.json()).toMatchObject({ current: TUESDAY, past: [{ ...day, state: 'cancelled' }] })
    expect((await choose(other.anna, other.id, day)).statusCode).toBe(200)
  })

  test('cancels it, chooses again, and repeats the same wish without effect', async () => {
    const { anna, id } = await anAsker()
    const key = crypto.randomUUID()
    await choose(anna, id, MONDAY, key)
    const again = await choose(anna, id, MONDAY, key)
    expect(again.json<RequestVisits>().past).toEqual([])

    const cancelled = await changeVisit(anna, id, { type: 'cancel' })
    expect(cancelled.json()).toMatchObject({ current: { state: 'cancelled' }, may: ['book'] })
    expect((await changeVisit(anna, id, { type: 'cancel' })).json()).toMatchObject({
      code: 'request_state_changed',
    })
    expect((await choose(anna, id, TUESDAY)).statusCode).toBe(200)
    expect((await choose(anna, id, TUESDAY, key)).json()).toMatchObject({ code: 'idempotency_key_reused' })
  })

  test('withdraws the request, and the place is free again', async () => {
    const day = { day: '2026-11-26', from: '12:00' }
    await placesIn(api, day, 2)
    const { anna, id } = await anAsker()
    await choose(anna, id, day)

    await anna.call(`/my/accounts/${anna.account.id}/requests/${id}/events`, {
      method: 'POST',
      payload: { type: 'withdrawn' },
      headers: keyed(),
    })

    expect(await visitsSeenBy(anna, id)).toMatchObject({ current: { state: 'cancelled' }, may: [] })
    const other = await anAsker()
    expect((await choose(other.anna, other.id, day)).statusCode).toBe(200)
  })

  test('cannot have more visits ahead than the rules say', async () => {
    const anna = await anOwner(api)
    const requests = await Promise.all([1, 2, 3, 4].map(() => sealingOf(anna)))
    const answers = await Promise.all(
      requests.map(({ request }) => choose(anna, request.id, { day: '2026-11-27', from: '12:00' })),
    )

    expect(statuses(answers)).toEqual([200, 200, 200, 422])
  })
})

describe('the last place of a window', () => {
  test('fifty press at once: one has it, the others are told what is near and have lost nothing', async () => {
    const day = { day: '2026-11-30', from: '15:00' }
    await placesIn(api, day, 2)
    const askers = await Promise.all(Array.from({ length: 50 }, () => anAsker()))

    const answers = await Promise.all(askers.map(({ anna, id }) => choose(anna, id, day)))

    expect(statuses(answers)).toEqual([200, ...Array.from({ length: 49 }, () => 409)])
    const refused = answers.filter(({ statusCode }) => statusCode === 409)
    for (const answer of refused) {
      const { code, windows } = answer.json<Problem>()
      expect(code).toBe('visit_taken')
      expect(windows).toContainEqual({ day: '2026-11-30', from: '12:00', to: '15:00' })
      expect(windows).not.toContainEqual({ ...day, to: '18:00' })
    }
    const ids = askers.map(({ id }) => id)
    expect(await api.db.visit.count({ where: { requestId: { in: ids }, state: 'booked' } })).toBe(1)
    expect(await api.db.serviceRequest.count({ where: { id: { in: ids }, state: 'filed' } })).toBe(49)
  }, 60_000)

  test('two who swap their places at once both end with one visit each', async () => {
    const one = { day: '2026-12-01', from: '09:00' }
    const two = { day: '2026-12-01', from: '12:00' }
    await Promise.all([placesIn(api, one, 2), placesIn(api, two, 2)])
    const [a, b] = [await anAsker(), await anAsker()]
    await choose(a.anna, a.id, one)
    await choose(b.anna, b.id, two)

    const answers = await Promise.all([choose(a.anna, a.id, two), choose(b.anna, b.id, one)])

    expect(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 409)).toBe(true)
    for (const requestId of [a.id, b.id]) {
      expect(await api.db.visit.count({ where: { requestId, state: 'booked' } })).toBe(1)
    }
  })

  test('five moves of one visit at once leave one', async () => {
    const { anna, id } = await anAsker()
    await choose(anna, id)
    const hours = ['09:00', '12:00', '15:00', '09:00', '12:00']

    const answers = await Promise.all(hours.map((from) => choose(anna, id, { day: '2026-12-02', from })))

    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200])
    expect(await api.db.visit.count({ where: { requestId: id, state: 'booked' } })).toBe(1)
  })
})

describe('whoever may not', () => {
  test('finds no visits of another’s request, and changes none', async () => {
    const { anna, id } = await anAsker()
    await choose(anna, id)
    const boris = await anOwner(api)
    const stranger = await aResident(api)

    const answers = [
      await boris.get(`/my/accounts/${anna.account.id}/requests/${id}/visits`),
      await boris.get(`/my/accounts/${boris.account.id}/requests/${id}/visits`),
      await changeVisit(boris, id, { type: 'cancel' }),
      await choose(boris, id),
      await stranger.get(`/my/accounts/${anna.account.id}/visit-windows`),
    ]

    expect(answers.map((answer) => answer.json<Problem>().code)).toEqual(answers.map(() => 'not_found'))
    expect(await visitsSeenBy(anna, id)).toMatchObject({ current: { state: 'booked' } })
  })

  test('a helper who may only look chooses nothing', async () => {
    const { anna, id } = await anAsker()
    const helper = await aResident(api)
    await api.given.link(helper.id, anna.account.id, { role: 'helper', canSubmit: false })
    const asHelper = { ...helper, account: anna.account, meter: anna.meter }

    expect((await choose(asHelper, id)).json()).toMatchObject({ code: 'not_allowed' })
  })

  test.each([
    [{ type: 'book', day: '2026-11-23', from: '09:00', entrance: '', phone: '', place: 1 }, 400],
    [{ type: 'book', day: '2026-11-23', from: '9', entrance: '', phone: '' }, 400],
    [{ type: 'missed', by: 'utility', note: 'x' }, 400],
    [{ type: 'book', day: '2026-11-22', from: '15:00', entrance: '', phone: '' }, 409],
    [{ type: 'book', day: '2027-03-01', from: '09:00', entrance: '', phone: '' }, 409],
    [{ type: 'book', day: '2026-11-23', from: '10:00', entrance: '', phone: '' }, 409],
    [{ type: 'report_nobody' }, 409],
  ])('%j is refused with %d', async (wish, status) => {
    const { anna, id } = await anAsker()
    expect((await changeVisit(anna, id, wish)).statusCode).toBe(status)
  })

  test('a request without a visit has none to choose', async () => {
    const anna = await anOwner(api)
    const { request } = await filedBy(anna, anna.account.id)

    expect((await choose(anna, request.id)).json()).toMatchObject({ code: 'request_state_changed' })
    expect(await visitsSeenBy(anna, request.id)).toMatchObject({ current: null, may: [], windows: [] })
  })
})

test('a guest chooses for what was filed in this entry', async () => {
  const { entry, id: accountId } = await api.given.account()
  const meter = await api.given.meter(accountId)
  const guest = await aGuest(api, entry)
  const filed = await guest.file({ kind: 'sealing', fields: { meterIds: [meter.id], reason: 'verified' } })
  const { request } = filed.json<{ request: { id: string } }>()

  const wish = { type: 'book', ...TUESDAY, entrance: '', phone: '' }
  const chosen = await guest.post(`/requests/${request.id}/visits`, wish)

  expect(chosen.json()).toMatchObject({ current: { ...TUESDAY, state: 'booked' } })
  const later = await aGuest(api, entry)
  expect((await later.get(`/requests/${request.id}/visits`)).json()).toMatchObject({ code: 'not_found' })
})
