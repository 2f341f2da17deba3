import type { Problem } from '@rodnik/contract/problem'
import type { RequestFiled } from '@rodnik/contract/requests'
import type { RequestVisits } from '@rodnik/contract/visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionsOf, lettersTo, statuses } from '../../../../test/people.ts'
import { keyed, seenByStaff } from '../../../../test/requests.ts'
import {
  aFieldDay,
  changeVisit,
  choose,
  type FieldDay,
  foundOn,
  record,
  resultOf,
  visitsSeenBy,
} from '../../../../test/visits.ts'

let api: FieldDay['api']
let olga: FieldDay['olga']
let ivan: FieldDay['ivan']
let aVisit: FieldDay['aVisit']
beforeAll(async () => {
  ;({ api, olga, ivan, aVisit } = await aFieldDay())
})
afterAll(() => api.stop())

type Visited = Awaited<ReturnType<typeof aVisit>>
const NOBODY_HOME = { outcome: 'nobody_home', enteredAt: '2026-11-23T08:12:00.000Z', note: 'Звонил дважды' }
const FRIDAY = { day: '2026-11-27', from: '09:00' }

/** Whoever waited says that nobody came, as the window is over. */
async function nobodyCame({ anna, requestId }: Visited) {
  const told = { type: 'missed', by: 'utility', note: 'Никто не приехал' }
  await olga.call(`/staff/requests/${requestId}/visits`, { method: 'POST', payload: told, headers: keyed() })
  return visitsSeenBy(anna, requestId)
}

const historyOf = async ({ anna, requestId }: Visited) => {
  const shown = await anna.get(`/my/accounts/${anna.account.id}/requests/${requestId}`)
  return shown.json<RequestFiled>().request.history.map(({ type }) => type)
}
const eventsTo = async ({ anna }: Visited) =>
  (await lettersTo(api, anna.email, 'request_changed')).map(({ data }) => (data as { event: string }).event)

describe('what an inspector recorded at the door wins over «nobody came»', () => {
  test('the visit was done, its miss is undone before both, and nobody is owed another', async () => {
    const visited = await aVisit()
    const { anna, requestId, visitId } = visited
    expect(await nobodyCame(visited)).toMatchObject({ current: { missedBy: 'utility' }, isPriority: true })

    const recorded = await record(ivan, visitId, resultOf([foundOn(anna.meter.id)]))

    expect(recorded.statusCode).toBe(200)
    expect(await visitsSeenBy(anna, requestId)).toMatchObject({
      current: { id: visitId, state: 'done', missedBy: null },
      isPriority: false,
      commissionedFrom: null,
    })
    expect(await historyOf(visited)).toEqual([
      'filed',
      'scheduled',
      'visit_missed',
      'miss_undone',
      'step_done',
      'done',
    ])
    expect(await seenByStaff(olga, requestId)).toMatchObject({ state: 'done' })
    expect(await eventsTo(visited)).toEqual(['scheduled', 'visit_missed', 'miss_undone', 'done'])
    expect(await actionsOf(api, { accountId: anna.account.id })).toContain('request.miss_undone')
  })

  test('a visit booked in its stead is cancelled, with a letter that names it', async () => {
    const visited = await aVisit()
    const { anna, requestId, visitId } = visited
    await nobodyCame(visited)
    const instead = (await choose(anna, requestId, FRIDAY)).json<RequestVisits>().current?.id ?? ''

    await record(ivan, visitId, resultOf([foundOn(anna.meter.id)]))

    expect(await api.db.visit.findUnique({ where: { id: instead } })).toMatchObject({ state: 'cancelled' })
    const letters = await lettersTo(api, anna.email, 'request_changed')
    expect(letters.map(({ data }) => data)).toMatchObject([
      { event: 'scheduled' },
      { event: 'visit_missed', visit: { missedBy: 'utility' } },
      { event: 'scheduled', visit: FRIDAY },
      { event: 'miss_undone', visit: { day: '2026-11-23', from: '12:00', to: '15:00' } },
      { event: 'visit_cancelled', visit: FRIDAY },
      { event: 'done' },
    ])
    expect(letters[3]?.data).not.toHaveProperty('visit.ahead')
  })

  test('nobody at home: the other visit stays, and whoever asked is told that it does', async () => {
    const visited = await aVisit()
    const { anna, requestId, visitId } = visited
    await nobodyCame(visited)
    await choose(anna, requestId, FRIDAY)

    expect((await record(ivan, visitId, NOBODY_HOME)).statusCode).toBe(200)

    expect(await visitsSeenBy(anna, requestId)).toMatchObject({
      current: { ...FRIDAY, state: 'booked' },
      past: [{ id: visitId, state: 'missed', missedBy: 'resident' }],
      isPriority: false,
    })
    expect((await lettersTo(api, anna.email, 'request_changed')).at(-1)).toMatchObject({
      data: { event: 'miss_undone', visit: { ahead: FRIDAY } },
    })
  })

  test('it comes ten times and counts once', async () => {
    const visited = await aVisit()
    const { anna, visitId } = visited
    await nobodyCame(visited)
    const key = crypto.randomUUID()
    const result = resultOf([foundOn(anna.meter.id)])

    const answers = await Promise.all(Array.from({ length: 10 }, () => record(ivan, visitId, result, key)))

    expect(statuses(answers)).toEqual(answers.map(() => 200))
    expect((await historyOf(visited)).filter((type) => type === 'miss_undone')).toHaveLength(1)
  })

  test('it meets the report at the same instant: the record stands whichever came first', async () => {
    const visited = await aVisit()
    const { anna, visitId } = visited

    const [, recorded] = await Promise.all([
      nobodyCame(visited),
      record(ivan, visitId, resultOf([foundOn(anna.meter.id)])),
    ])

    expect(recorded.statusCode).toBe(200)
    expect(await api.db.visit.findUnique({ where: { id: visitId } })).toMatchObject({ state: 'done' })
  })

  test('its place may have gone to somebody else since', async () => {
    const visited = await aVisit()
    await nobodyCame(visited)
    const other = await aVisit()
    const { place } = await api.db.visit.findUniqueOrThrow({ where: { id: visited.visitId } })
    expect(await api.db.visit.findUniqueOrThrow({ where: { id: other.visitId } })).toMatchObject({ place })

    const recorded = await record(ivan, visited.visitId, resultOf([foundOn(visited.anna.meter.id)]))

    expect(recorded.statusCode).toBe(200)
  })
})

const codeOf = async ({ anna, visitId }: Visited, facts: object = {}) =>
  (await record(ivan, visitId, resultOf([foundOn(anna.meter.id)], facts))).json<Problem>().code

describe('what does not yield to it', () => {
  test('a visit that the resident had cancelled before its window', async () => {
    const visited = await aVisit()
    await changeVisit(visited.anna, visited.requestId, { type: 'cancel' })

    expect(await codeOf(visited)).toBe('visit_over')
  })

  test('a miss by us, to a record of another day', async () => {
    const visited = await aVisit()
    await nobodyCame(visited)
    // The night between is the same day of Greenwich: the city decides.
    const early = { enteredAt: '2026-11-22T18:59:00.000Z' }

    expect(await codeOf(visited, early)).toBe('visit_over')
  })

  test('the record of another device', async () => {
    const visited = await aVisit()
    await nobodyCame(visited)
    await record(ivan, visited.visitId, NOBODY_HOME)

    expect(await codeOf(visited)).toBe('visit_has_result')
  })

  test('a visit of ours that was recorded in its stead', async () => {
    const visited = await aVisit()
    const { anna, requestId, visitId } = visited
    await nobodyCame(visited)
    const instead = (await choose(anna, requestId, FRIDAY)).json<RequestVisits>().current?.id ?? ''
    await api.db.visit.update({ where: { id: instead }, data: { inspectorId: ivan.id } })
    await api.db.visitResult.create({
      data: {
        visitId: instead,
        outcome: 'nobody_home',
        result: NOBODY_HOME,
        facts: {},
        inspectorId: ivan.id,
        enteredAt: new Date(NOBODY_HOME.enteredAt),
        wishKey: crypto.randomUUID(),
        wishHash: new Uint8Array(32),
      },
    })

    expect(await codeOf({ ...visited, visitId })).toBe('visit_over')
  })

  test('nor does the database let a visit go back without a record', async () => {
    const visited = await aVisit()
    await nobodyCame(visited)
    const back = { state: 'done', missedBy: null, overtakenAt: new Date() } as const

    await expect(api.db.visit.update({ where: { id: visited.visitId }, data: back })).rejects.toThrow(
      'cannot become what was wished for',
    )
  })
})
