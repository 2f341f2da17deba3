import type { VisitRecorded } from '@rodnik/contract/field-visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NEW_METER } from '../../../../test/meter-desk.ts'
import { wordsOf } from '../../../../test/pdf.ts'
import {
  aFieldDay,
  anotherVisitOf,
  type FieldDay,
  foundOn,
  record,
  resultOf,
} from '../../../../test/visits.ts'

let api: FieldDay['api']
let desk: Pick<FieldDay, 'olga' | 'ivan'>
let ivan: FieldDay['ivan']
let aVisit: FieldDay['aVisit']
beforeAll(async () => {
  const day = await aFieldDay()
  ;({ api, ivan, aVisit } = day)
  desk = day
})
afterAll(() => api.stop())

/** Less than the 123,456 m³ that were billed. */
const BELOW = { valueLitres: 120_000, sealNumber: null }
const TODAY = new Date('2026-11-23T00:00:00Z')

const meterOf = (id: string) => api.db.meter.findUniqueOrThrow({ where: { id } })
const worksOf = (meterId: string) =>
  api.db.meterWork.findMany({ where: { meterId }, orderBy: { recordedAt: 'asc' } })
const waitingOf = (meterId: string) =>
  api.db.recalculation.findMany({ where: { meterId, withdrawnAt: null }, orderBy: { recordedAt: 'asc' } })
const readingsOf = (meterId: string) =>
  api.db.reading.findMany({ where: { meterId }, orderBy: { revision: 'asc' } })

/** A reading of the month that somebody sent on a day. */
async function sent(meterId: string, takenOn: string, valueLitres: number) {
  const revision = (await api.db.reading.count({ where: { meterId } })) + 1
  const period = new Date(`${takenOn.slice(0, 7)}-01`)
  const taken = { period, takenOn: new Date(takenOn), source: 'staff' } as const
  await api.db.reading.create({ data: { meterId, revision, valueLitres, usedLitres: 0, ...taken } })
}

describe('less on the face than was billed keeps all that was done at the door', () => {
  test('a replacement: the old meter leaves with what it showed, the rest is given back', async () => {
    const { anna, visitId } = await aVisit()
    const before = await readingsOf(anna.meter.id)

    const recorded = await record(
      ivan,
      visitId,
      resultOf([foundOn(anna.meter.id, BELOW)], {
        newMeters: [{ ...NEW_METER, service: 'cold', replacesMeterId: anna.meter.id }],
      }),
    )

    expect(recorded.statusCode).toBe(200)
    expect(await meterOf(anna.meter.id)).toMatchObject({ removedOn: TODAY })
    expect(await worksOf(anna.meter.id)).toMatchObject([
      { kind: 'replace', valueLitres: 120_000, isBelowBilled: true },
    ])
    expect(await waitingOf(anna.meter.id)).toMatchObject([{ foundLitres: 120_000, foundOn: TODAY }])
    // No reading goes back; the closing one stands in the act and in the recalculation.
    expect(await readingsOf(anna.meter.id)).toEqual(before)
  })

  test('the paper of a verification', async () => {
    const { anna, visitId } = await aVisit()
    const paper = { ...BELOW, verificationDueOn: '2032-11-23' }

    expect((await record(ivan, visitId, resultOf([foundOn(anna.meter.id, paper)]))).statusCode).toBe(200)

    expect(await meterOf(anna.meter.id)).toMatchObject({
      verificationDueOn: new Date('2032-11-23T00:00:00Z'),
    })
    expect(await waitingOf(anna.meter.id)).toHaveLength(1)
  })

  test('a repair, and that an inspector was let in again', async () => {
    const { anna, visitId } = await aVisit()
    const since = new Date('2026-10-05')
    await api.db.meter.update({
      where: { id: anna.meter.id },
      data: { failedOn: since, accessRefusedOn: since },
    })

    await record(
      ivan,
      visitId,
      resultOf([foundOn(anna.meter.id, { ...BELOW, verificationDueOn: '2032-11-23' })]),
    )

    expect(await meterOf(anna.meter.id)).toMatchObject({ failedOn: null, accessRefusedOn: null })
    expect((await worksOf(anna.meter.id)).map(({ kind }) => kind).toSorted()).toEqual([
      'access_given',
      'control',
      'repair',
    ])
  })
})

describe('readings that came before the record of the visit', () => {
  test('a later one, above, makes no case of a right control reading', async () => {
    const { anna, visitId } = await aVisit()
    await sent(anna.meter.id, '2026-11-24', 124_500)

    const recorded = await record(ivan, visitId, resultOf([foundOn(anna.meter.id, { sealNumber: null })]))

    expect(recorded.statusCode).toBe(200)
    expect(await waitingOf(anna.meter.id)).toEqual([])
    const act = await wordsOf((await ivan.get(`/staff/visits/${visitId}/act`)).rawPayload)
    expect(act).toContain('Разница 0,544 м³')
    // The later one stands for the month.
    expect((await readingsOf(anna.meter.id)).at(-1)).toMatchObject({ valueLitres: 124_500 })
  })

  test('a later one, below, does not refuse the record: what the inspector saw counts', async () => {
    const { anna, visitId } = await aVisit()
    await sent(anna.meter.id, '2026-11-24', 123_900)

    const recorded = await record(ivan, visitId, resultOf([foundOn(anna.meter.id, { sealNumber: null })]))

    expect(recorded.statusCode).toBe(200)
    expect(await waitingOf(anna.meter.id)).toMatchObject([{ foundLitres: 124_000, foundOn: TODAY }])
  })

  test('nor one of the next month: what was found is not lost', async () => {
    const { anna, visitId } = await aVisit()
    await sent(anna.meter.id, '2026-12-02', 123_900)

    await record(ivan, visitId, resultOf([foundOn(anna.meter.id, { sealNumber: null })]))

    expect(await waitingOf(anna.meter.id)).toMatchObject([{ foundLitres: 124_000, foundOn: TODAY }])
  })
})

describe('two visits to one meter on a day', () => {
  test('are two acts, though both say the same', async () => {
    const { anna, visitId } = await aVisit()
    const second = await anotherVisitOf(anna, desk, 'verified')
    const result = resultOf([foundOn(anna.meter.id)])

    const answers = [await record(ivan, visitId, result), await record(ivan, second.visitId, result)]

    const acts = answers.map((answer) => answer.json<VisitRecorded>().actNumber)
    expect(acts).toEqual([expect.stringMatching(/^V/), expect.stringMatching(/^V/)])
    expect(await worksOf(anna.meter.id)).toMatchObject(acts.map((actNumber) => ({ kind: 'seal', actNumber })))
  })

  test('a second inspection with another value counts in place of the first, the same again is one', async () => {
    const { anna, visitId } = await aVisit()
    const visits = [
      { visitId },
      await anotherVisitOf(anna, desk, 'verified'),
      await anotherVisitOf(anna, desk, 'seal_broken'),
    ]
    const values = [120_000, 121_000, 121_000]

    for (const [i, { visitId: id }] of visits.entries()) {
      const found = foundOn(anna.meter.id, { valueLitres: values[i], sealNumber: null })
      expect((await record(ivan, id, resultOf([found]))).statusCode).toBe(200)
    }

    expect(await waitingOf(anna.meter.id)).toMatchObject([{ foundLitres: 121_000 }])
    expect(await api.db.recalculation.count({ where: { meterId: anna.meter.id } })).toBe(2)
  })
})
