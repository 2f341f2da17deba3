import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NEW_METER } from '../../../../test/meter-desk.ts'
import { wordsOf } from '../../../../test/pdf.ts'
import { anOwner } from '../../../../test/people.ts'
import { filedBy } from '../../../../test/requests.ts'
import {
  aFieldDay,
  assignTo,
  choose,
  type FieldDay,
  foundOn,
  record,
  resultOf,
  TODAY,
  visitsSeenBy,
  yesterdaysVisit,
} from '../../../../test/visits.ts'

let api: FieldDay['api']
let olga: FieldDay['olga']
let ivan: FieldDay['ivan']
beforeAll(async () => {
  ;({ api, olga, ivan } = await aFieldDay())
})
afterAll(() => api.stop())

const day = (on: string) => new Date(`${on}T00:00:00Z`)
const SAID = 'считается введённым в эксплуатацию с 19 ноября 2026'

/** Somebody applied on 19 November for a meter that they had put in, and we did not come on the 21st. */
async function weDidNotCome(what: 'replaced' | 'to_be_replaced') {
  const anna = await anOwner(api)
  const fields = {
    what,
    service: 'cold',
    type: 'СХВ-20',
    serial: '900001',
    installedOn: '2026-11-18',
    installer: 'сам',
  }
  const { request } = await filedBy(anna, anna.account.id, { kind: 'meter_replacement', fields })
  await api.db.serviceRequest.update({
    where: { id: request.id },
    data: { filedAt: new Date('2026-11-19T08:00:00Z') },
  })
  const missed = await yesterdaysVisit(api, anna, request.id)
  await api.db.visit.update({
    where: { id: missed.id },
    data: { state: 'missed', missedBy: 'utility', endedBy: 'system', endedAt: new Date() },
  })
  await api.db.serviceRequest.update({ where: { id: request.id }, data: { state: 'in_work' } })
  const visitId = (await choose(anna, request.id, TODAY)).json().current.id as string
  await assignTo(olga, [visitId], ivan.id)
  return { anna, requestId: request.id, visitId }
}

const replacing = (meterId: string, valueLitres = 124_000) =>
  resultOf([foundOn(meterId, { valueLitres, sealNumber: null })], {
    newMeters: [{ ...NEW_METER, service: 'cold', replacesMeterId: meterId }],
  })
const actOf = async (visitId: string) => wordsOf((await olga.get(`/staff/visits/${visitId}/act`)).rawPayload)
const newMeterOf = (accountId: string) =>
  api.db.meter.findFirstOrThrow({ where: { accountId, serial: NEW_METER.serial } })

describe('where we did not come, a meter that was put in counts from the day of the application', () => {
  test('in place of another one as well: it is dated as it was promised, and the act says the same', async () => {
    const { anna, requestId, visitId } = await weDidNotCome('replaced')
    expect(await visitsSeenBy(anna, requestId)).toMatchObject({ commissionedFrom: '2026-11-19' })

    expect((await record(ivan, visitId, replacing(anna.meter.id))).statusCode).toBe(200)

    expect(await newMeterOf(anna.account.id)).toMatchObject({ installedOn: day('2026-11-19') })
    expect(await api.db.meter.findUnique({ where: { id: anna.meter.id } })).toMatchObject({
      removedOn: day('2026-11-19'),
    })
    expect(await actOf(visitId)).toContain(SAID)
  })

  test('less than was billed on the old one is found on the day on which it left', async () => {
    const { anna, visitId } = await weDidNotCome('replaced')

    await record(ivan, visitId, replacing(anna.meter.id, 120_000))

    expect(await api.db.recalculation.findMany({ where: { meterId: anna.meter.id } })).toMatchObject([
      { foundOn: day('2026-11-19'), foundLitres: 120_000 },
    ])
  })

  test('not before the last day on which the old one was read', async () => {
    const { anna, visitId } = await weDidNotCome('replaced')
    await api.db.reading.create({
      data: {
        meterId: anna.meter.id,
        revision: 9,
        period: day('2026-11-01'),
        takenOn: day('2026-11-20'),
        valueLitres: 123_700,
        usedLitres: 0,
        source: 'staff',
      },
    })

    expect((await record(ivan, visitId, replacing(anna.meter.id))).statusCode).toBe(200)

    expect(await newMeterOf(anna.account.id)).toMatchObject({ installedOn: day('2026-11-23') })
    expect(await actOf(visitId)).not.toContain('считается введённым')
  })

  test('nothing is promised of one that is still to be replaced, and it counts from the visit', async () => {
    const { anna, requestId, visitId } = await weDidNotCome('to_be_replaced')
    expect(await visitsSeenBy(anna, requestId)).toMatchObject({ commissionedFrom: null })

    await record(ivan, visitId, replacing(anna.meter.id))

    expect(await newMeterOf(anna.account.id)).toMatchObject({ installedOn: day('2026-11-23') })
  })

  test('the act of a refused access does not say it: nothing was put in by it', async () => {
    const { visitId } = await weDidNotCome('replaced')

    await record(ivan, visitId, {
      outcome: 'access_refused',
      enteredAt: '2026-11-23T08:12:00.000Z',
      note: '',
    })

    expect(await actOf(visitId)).not.toContain('считается введённым')
  })
})
