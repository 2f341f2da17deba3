import type { DayVisit } from '@rodnik/contract/staff-visits'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { anOwner, lettersTo } from '../../../../test/people.ts'
import { aMember } from '../../../../test/staff.ts'
import {
  foundOn,
  record,
  resultOf,
  sealingOf,
  visitsSeenBy,
  yesterdaysVisit,
} from '../../../../test/visits.ts'
import { endUnrecordedVisits } from './end-unrecorded.service.ts'

let api: Api
let olga: Awaited<ReturnType<typeof aMember>>
let ivan: Awaited<ReturnType<typeof aMember>>
beforeAll(async () => {
  api = await startApi()
  olga = await aMember(api, ['operator'], 'Ольга')
  ivan = await aMember(api, ['inspector'], 'Иван')
})
afterAll(() => api.stop())

const log = pino({ level: 'silent' })
const work = () => endUnrecordedVisits({ db: api.db, log })

/** Today is Sunday, 22 November. */
const LONG_AGO = '2026-11-18'

/** A visit of which nothing was heard. */
async function aSilentVisit(day: string) {
  const anna = await anOwner(api)
  const { request } = await sealingOf(anna)
  const { id: visitId } = await yesterdaysVisit(api, anna, request.id, day)
  await api.db.visit.update({ where: { id: visitId }, data: { inspectorId: ivan.id } })
  return { anna, requestId: request.id, visitId }
}

const unrecordedSeenBy = async (member: typeof olga) =>
  (await member.get('/staff/visits')).json<{ unrecorded: DayVisit[] }>().unrecorded.map(({ id }) => id)

describe('a visit of which nobody has told anything', () => {
  test.each(['2026-11-21', '2026-11-19'])(
    'on %s is before the office and its inspector, and stays booked',
    async (day) => {
      const { visitId } = await aSilentVisit(day)
      const petr = await aMember(api, ['inspector'], 'Пётр')

      expect(await unrecordedSeenBy(olga)).toContain(visitId)
      expect(await unrecordedSeenBy(ivan)).toContain(visitId)
      expect(await unrecordedSeenBy(petr)).toEqual([])

      await work()
      expect(await api.db.visit.findUnique({ where: { id: visitId } })).toMatchObject({ state: 'booked' })
    },
  )

  test('for more than three days is one that we missed, once, and whoever waited chooses first', async () => {
    const { anna, requestId, visitId } = await aSilentVisit(LONG_AGO)

    await Promise.all([work(), work(), work()])

    expect(await visitsSeenBy(anna, requestId)).toMatchObject({
      current: { id: visitId, state: 'missed', missedBy: 'utility' },
      isPriority: true,
      may: ['book'],
    })
    expect(await unrecordedSeenBy(olga)).not.toContain(visitId)
    expect(await lettersTo(api, anna.email, 'request_changed')).toMatchObject([
      { data: { event: 'visit_missed', visit: { day: LONG_AGO, from: '09:00', missedBy: 'utility' } } },
    ])
  })

  test('has its record count when it comes at last', async () => {
    const { anna, requestId, visitId } = await aSilentVisit(LONG_AGO)
    await work()

    const found = resultOf([foundOn(anna.meter.id)], { enteredAt: `${LONG_AGO}T05:12:00.000Z` })

    expect((await record(ivan, visitId, found)).statusCode).toBe(200)
    expect(await visitsSeenBy(anna, requestId)).toMatchObject({ current: { id: visitId, state: 'done' } })
  })
})
