import type { Problem } from '@rodnik/contract/problem'
import type { DayVisit } from '@rodnik/contract/staff-visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { actionsOf, anOwner, lettersTo } from '../../../../test/people.ts'
import { keyed } from '../../../../test/requests.ts'
import { aMember } from '../../../../test/staff.ts'
import {
  assignTo,
  changeVisit,
  choose,
  placesIn,
  sealingOf,
  visitsSeenBy,
  yesterdaysVisit,
} from '../../../../test/visits.ts'

let api: Api
let olga: Awaited<ReturnType<typeof aMember>>
let ivan: Awaited<ReturnType<typeof aMember>>
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
  ivan = await aMember(api, ['inspector'], 'Иван')
})
afterAll(() => api.stop())

async function anAsker(reason?: string) {
  const anna = await anOwner(api)
  const { request } = await sealingOf(anna, reason)
  return { anna, id: request.id }
}

const atDesk = (id: string, payload: object, key?: string) =>
  olga.call(`/staff/requests/${id}/visits`, { method: 'POST', payload, headers: keyed(key) })

const MISSED = { type: 'missed', by: 'utility', note: 'Машина сломалась' }

describe('we did not come', () => {
  test('whoever waited says so once the window is over, keeps the day of the application and comes first', async () => {
    const { anna, id } = await anAsker()
    await yesterdaysVisit(api, anna, id)
    expect(await visitsSeenBy(anna, id)).toMatchObject({ may: ['report_nobody'] })

    const told = await changeVisit(anna, id, { type: 'report_nobody' })

    expect(told.json()).toMatchObject({
      current: { state: 'missed', missedBy: 'utility' },
      may: ['book'],
      isPriority: true,
      commissionedFrom: '2026-11-22',
    })
  })

  test('the place that is kept for them is offered to them and to nobody else', async () => {
    const day = { day: '2026-11-25', from: '09:00' }
    await placesIn(api, day, 1)
    const waiting = await anAsker()
    const other = await anAsker()
    await choose(waiting.anna, waiting.id, { day: '2026-11-24', from: '09:00' })
    await atDesk(waiting.id, MISSED)

    const others = await choose(other.anna, other.id, day)
    const theirs = await choose(waiting.anna, waiting.id, day)

    expect(others.json()).toMatchObject({ code: 'visit_taken' })
    expect(theirs.json()).toMatchObject({ current: day, isPriority: true })
    expect(await lettersTo(api, waiting.anna.email, 'request_changed')).toMatchObject([
      { data: { event: 'scheduled' } },
      { data: { event: 'visit_missed' } },
      { data: { event: 'scheduled' } },
    ])
  })

  test('for a verified meter nothing is taken into use', async () => {
    const { anna, id } = await anAsker('verified')
    await choose(anna, id)
    await atDesk(id, MISSED)
    expect(await visitsSeenBy(anna, id)).toMatchObject({ isPriority: true, commissionedFrom: null })
  })

  test('by the resident’s fault nobody comes first', async () => {
    const { anna, id } = await anAsker()
    await choose(anna, id)
    await atDesk(id, { ...MISSED, by: 'resident' })
    expect(await visitsSeenBy(anna, id)).toMatchObject({ isPriority: false, commissionedFrom: null })
  })
})

describe('the office', () => {
  test('chooses for a caller, sees the day and gives it to an inspector, who is named to the resident', async () => {
    const { anna, id } = await anAsker()
    const choice = { type: 'book', day: '2026-11-26', from: '15:00', entrance: '3 подъезд', phone: '' }
    const key = crypto.randomUUID()
    await atDesk(id, choice, key)
    const booked = await atDesk(id, choice, key)
    const visitId = booked.json().current.id as string

    const assigned = await assignTo(olga, [visitId], ivan.id)

    expect(assigned.json()).toEqual({ assigned: 1 })
    expect((await assignTo(olga, [visitId], ivan.id)).json()).toEqual({ assigned: 0 })
    const day = await olga.get('/staff/visits?day=2026-11-26&district=central')
    expect(day.json<{ visits: DayVisit[] }>().visits).toMatchObject([
      {
        id: visitId,
        inspector: { id: ivan.id, name: 'Иван' },
        account: { number: anna.account.number },
        isLate: false,
      },
    ])
    expect(await visitsSeenBy(anna, id)).toMatchObject({ current: { inspectorName: 'Иван' } })
    expect(await actionsOf(api, { accountId: anna.account.id })).toEqual([
      'request.filed',
      'request.scheduled',
      'visit.booked',
      'visit.assigned',
    ])
  })

  test('gives a visit to nobody who is no inspector', async () => {
    const { anna, id } = await anAsker()
    const visitId = (await choose(anna, id)).json().current.id as string

    expect((await assignTo(olga, [visitId], olga.id)).json()).toMatchObject({ code: 'not_found' })
    expect((await assignTo(ivan, [visitId], ivan.id)).json()).toMatchObject({ code: 'not_allowed' })
  })

  test('sees what nothing was heard of as late', async () => {
    const { anna, id } = await anAsker()
    const { id: visitId } = await yesterdaysVisit(api, anna, id)
    const day = await olga.get('/staff/visits?day=2026-11-21')
    const { visits } = day.json<{ visits: DayVisit[] }>()
    expect(visits.find((visit) => visit.id === visitId)).toMatchObject({ isLate: true })
  })

  test('closes a day, and opens it again; what is booked stays', async () => {
    const day = { day: '2026-12-03', from: '12:00' }
    const { anna, id } = await anAsker()
    await choose(anna, id, day)
    const closed = { district: null, day: day.day, from: null, places: 0, reason: 'Учения' }
    const added = await olga.post('/staff/visit-exceptions', closed)
    expect(added.statusCode).toBe(201)
    expect((await olga.post('/staff/visit-exceptions', closed)).json()).toMatchObject({
      code: 'visit_exception_exists',
    })

    const other = await anAsker()
    expect((await choose(other.anna, other.id, day)).json<Problem>().code).toBe('visit_taken')
    expect(await visitsSeenBy(anna, id)).toMatchObject({ current: { ...day, state: 'booked' } })
    await olga.delete(`/staff/visit-exceptions/${added.json().id}`)
    expect((await choose(other.anna, other.id, day)).statusCode).toBe(200)
    expect((await olga.delete(`/staff/visit-exceptions/${added.json().id}`)).json()).toMatchObject({
      code: 'not_found',
    })
  })

  test('a clerk plans no visits, an inspector closes no days', async () => {
    const raisa = await aMember(api, ['clerk'])
    const { id } = await anAsker()
    const answers = [
      await raisa.get('/staff/visits'),
      await raisa.get(`/staff/requests/${id}/visits`),
      await ivan.post('/staff/visit-exceptions', {
        district: null,
        day: '2026-12-04',
        from: null,
        places: 0,
        reason: 'x',
      }),
    ]
    expect(answers.map((answer) => answer.json<Problem>().code)).toEqual(answers.map(() => 'not_allowed'))
  })
})
