import type { Problem } from '@rodnik/contract/problem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwner } from '../../../../test/people.ts'
import { aFieldDay, assignTo, type FieldDay, foundOn, record, resultOf } from '../../../../test/visits.ts'

let api: FieldDay['api']
let olga: FieldDay['olga']
let ivan: FieldDay['ivan']
let petr: FieldDay['petr']
let aVisit: FieldDay['aVisit']
beforeAll(async () => {
  ;({ api, olga, ivan, petr, aVisit } = await aFieldDay())
})
afterAll(() => api.stop())

const NOBODY_HOME = { outcome: 'nobody_home', enteredAt: '2026-11-23T05:12:00.000Z', note: 'Звонил дважды' }

describe('whoever may not', () => {
  test('records nothing at the visit of another inspector, nor on a meter of another account', async () => {
    const { anna, visitId } = await aVisit()
    const boris = await anOwner(api)

    const answers = [
      await record(petr, visitId, resultOf([foundOn(anna.meter.id)])),
      await record(ivan, visitId, resultOf([foundOn(boris.meter.id)])),
      await record(ivan, crypto.randomUUID(), resultOf([foundOn(anna.meter.id)])),
    ]

    expect(answers.map((answer) => answer.json<Problem>().code)).toEqual(answers.map(() => 'not_found'))
    expect((await record(olga, visitId, NOBODY_HOME)).json()).toMatchObject({ code: 'not_allowed' })
    expect((await record(anna, visitId, NOBODY_HOME)).json()).toMatchObject({ code: 'not_allowed' })
    expect(await api.db.visit.findUnique({ where: { id: visitId } })).toMatchObject({ state: 'booked' })
  })

  test('an inspector who was taken off the visit neither sees nor records it', async () => {
    const { visitId } = await aVisit()
    await assignTo(olga, [visitId], petr.id)

    expect((await record(ivan, visitId, NOBODY_HOME)).json()).toMatchObject({ code: 'not_found' })
  })

  test('the act of another is not found', async () => {
    const { anna, requestId, visitId } = await aVisit()
    await record(ivan, visitId, resultOf([foundOn(anna.meter.id)]))
    const boris = await anOwner(api)

    const ways = [
      `/my/accounts/${anna.account.id}/requests/${requestId}/visits/${visitId}/act`,
      `/my/accounts/${boris.account.id}/requests/${requestId}/visits/${visitId}/act`,
    ]
    for (const way of ways) expect((await boris.get(way)).json()).toMatchObject({ code: 'not_found' })
  })

  test.each<[string, object, number]>([
    ['a reading that is missing without a reason', { valueLitres: null }, 422],
    ['more drums than the face has', { valueLitres: 900_000_000 }, 422],
    ['a reading as text', { valueLitres: '124' }, 400],
    ['a verification of the past', { verificationDueOn: '2026-11-01' }, 422],
    ['a field that is none', { state: 'done' }, 400],
  ])('%s is refused and leaves the visit open', async (_what, facts, status) => {
    const { anna, visitId } = await aVisit()

    expect((await record(ivan, visitId, resultOf([foundOn(anna.meter.id, facts)]))).statusCode).toBe(status)
    expect(await api.db.visit.findUnique({ where: { id: visitId } })).toMatchObject({ state: 'booked' })
  })

  test('a clock that runs ahead of the city is told', async () => {
    const { visitId } = await aVisit()
    const answer = await record(ivan, visitId, { ...NOBODY_HOME, enteredAt: '2026-11-25T05:00:00.000Z' })
    expect(answer.json()).toMatchObject({
      code: 'visit_result_refused',
      fields: { enteredAt: 'in_the_future' },
    })
  })
})
