import type { Problem } from '@rodnik/contract/problem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statuses } from '../../../../test/people.ts'
import { aFieldDay, changeVisit, type FieldDay, foundOn, record, resultOf } from '../../../../test/visits.ts'

let api: FieldDay['api']
let ivan: FieldDay['ivan']
let aVisit: FieldDay['aVisit']
beforeAll(async () => {
  ;({ api, ivan, aVisit } = await aFieldDay())
})
afterAll(() => api.stop())

describe('a network that comes and goes', () => {
  test('the same result ten times is one, with one answer', async () => {
    const { anna, visitId } = await aVisit()
    const key = crypto.randomUUID()
    const result = resultOf([foundOn(anna.meter.id)])

    const answers = await Promise.all(Array.from({ length: 10 }, () => record(ivan, visitId, result, key)))

    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(statuses(answers)).toEqual(answers.map(() => 200))
    expect(await api.db.visitResult.count({ where: { visitId } })).toBe(1)
    const other = await record(ivan, visitId, { ...result, note: 'другое' }, key)
    expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' })
  })

  test('two devices at once: one result stands, the other hears of it', async () => {
    const { anna, visitId } = await aVisit()
    const results = [120_000, 125_000].map((valueLitres) =>
      resultOf([foundOn(anna.meter.id, { valueLitres })]),
    )

    const answers = await Promise.all(results.map((result) => record(ivan, visitId, result)))

    expect(statuses(answers)).toEqual([200, 409])
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(['visit_has_result', 'request_state_changed']).toContain(refused?.json<Problem>().code)
    expect(await api.db.visitResult.count({ where: { visitId } })).toBe(1)
    const third = await record(ivan, visitId, results[0] ?? {})
    expect(third.json()).toMatchObject({ code: 'visit_has_result' })
  })

  test('a result that meets the cancelling of its visit: one of both happens', async () => {
    const { anna, requestId, visitId } = await aVisit()

    const [recorded, cancelled] = await Promise.all([
      record(ivan, visitId, resultOf([foundOn(anna.meter.id)])),
      changeVisit(anna, requestId, { type: 'cancel' }),
    ])

    expect(statuses([recorded, cancelled])).toEqual([200, 409])
    const visit = await api.db.visit.findUniqueOrThrow({ where: { id: visitId }, include: { result: true } })
    expect(visit.state === 'done').toBe(visit.result !== null)
  })

  test('a visit that was cancelled meanwhile takes no result', async () => {
    const { anna, requestId, visitId } = await aVisit()
    await changeVisit(anna, requestId, { type: 'cancel' })

    const answer = await record(ivan, visitId, resultOf([foundOn(anna.meter.id)]))

    expect(answer.json()).toMatchObject({ code: 'visit_over' })
  })
})
