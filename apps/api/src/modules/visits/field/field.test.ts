import type { FieldVisit } from '@rodnik/contract/field-visits'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { structureOf, wordsOf } from '../../../../test/pdf.ts'
import { actionsOf } from '../../../../test/people.ts'
import { seenByStaff } from '../../../../test/requests.ts'
import { aFieldDay, type FieldDay, foundOn, record, resultOf, visitsSeenBy } from '../../../../test/visits.ts'

let api: FieldDay['api']
let olga: FieldDay['olga']
let ivan: FieldDay['ivan']
let petr: FieldDay['petr']
let aVisit: FieldDay['aVisit']
beforeAll(async () => {
  ;({ api, olga, ivan, petr, aVisit } = await aFieldDay())
})
afterAll(() => api.stop())

const lastReading = (meterId: string) =>
  api.db.reading.findFirst({ where: { meterId, state: 'accepted' }, orderBy: { revision: 'desc' } })

const NOBODY_HOME = { outcome: 'nobody_home', enteredAt: '2026-11-23T05:12:00.000Z', note: 'Звонил дважды' }
const NEW_METER = {
  replacesMeterId: null,
  service: 'cold',
  type: 'СХВ-15',
  serial: '55501234',
  place: 'кухня',
  wholeDigits: 5,
  fractionDigits: 3,
  nominalLitresPerHour: 1500,
  verifiedOn: null,
  verificationDueOn: '2032-11-20',
  sealNumber: '74 00999002',
  valueLitres: 12,
}
const REFUSED = { ...NOBODY_HOME, outcome: 'access_refused', note: '' }

describe('the day of an inspector', () => {
  test('has what is needed at the door, of their own visits only', async () => {
    const { anna, visitId } = await aVisit()

    const mine = await ivan.get('/staff/field/day')
    const others = await petr.get('/staff/field/day')

    const { today, visits } = mine.json<{ today: string; visits: FieldVisit[] }>()
    expect(today).toBe('2026-11-23')
    expect(visits.find(({ id }) => id === visitId)).toMatchObject({
      entrance: 'код 45',
      phone: '+79000000001',
      accountNumber: anna.account.number,
      askedMeterIds: [anna.meter.id],
      meters: [{ id: anna.meter.id, lastLitres: 123_456, sealNumber: null }],
    })
    expect(others.json().visits).toEqual([])
    expect((await olga.get('/staff/field/day')).json()).toMatchObject({ code: 'not_allowed' })
    expect((await anna.get('/staff/field/day')).json()).toMatchObject({ code: 'not_allowed' })
  })

  test('in the list of the office an inspector sees their own, the office all', async () => {
    const { visitId } = await aVisit()
    const idsSeenBy = async (member: typeof olga) =>
      (await member.get('/staff/visits?day=2026-11-23'))
        .json<{ visits: { id: string }[] }>()
        .visits.map(({ id }) => id)

    expect(await idsSeenBy(olga)).toContain(visitId)
    expect(await idsSeenBy(ivan)).toContain(visitId)
    expect(await idsSeenBy(petr)).toEqual([])
  })
})

describe('what an inspector found', () => {
  test('all well: the request ends with the act, which the resident and the office can read', async () => {
    const { anna, requestId, visitId } = await aVisit()

    const recorded = await record(ivan, visitId, resultOf([foundOn(anna.meter.id)]))

    const { actNumber } = recorded.json<{ actNumber: string }>()
    expect(actNumber).toMatch(/^V2611-\d{7}-\d$/)
    expect(await seenByStaff(olga, requestId)).toMatchObject({
      state: 'done',
      steps: [{ step: 'visit', hasHappened: true }],
    })
    expect(await api.db.meter.findUnique({ where: { id: anna.meter.id } })).toMatchObject({
      sealNumber: '74 00999001',
      failedOn: null,
    })
    expect(await lastReading(anna.meter.id)).toMatchObject({ valueLitres: 124_000, source: 'inspector' })
    expect(await visitsSeenBy(anna, requestId)).toMatchObject({
      current: { state: 'done', actNumber, inspectorName: 'Иван Кузнецов' },
      may: [],
    })
    const url = `/my/accounts/${anna.account.id}/requests/${requestId}/visits/${visitId}/act`
    const [act, again] = [await anna.get(url), await anna.get(url)]
    expect(act.headers['content-type']).toBe('application/pdf')
    expect(act.rawPayload.equals(again.rawPayload)).toBe(true)
    const words = await wordsOf(act.rawPayload)
    for (const said of [
      actNumber,
      'опломбирования',
      '124,000',
      '74 00999001',
      'Иван Кузнецов',
      'Анна Иванова',
    ]) {
      expect(words).toContain(said)
    }
    expect(words).toContain('Разница 0,544 м³ войдёт в счёт за ноябрь 2026')
    const tree = await structureOf(act.rawPayload)
    expect(tree).toContain('"role":"H1"')
    expect(tree).toContain('Подпись: Анна Иванова')
    expect((await olga.get(`/staff/visits/${visitId}/act`)).statusCode).toBe(200)
    expect(await actionsOf(api, { accountId: anna.account.id })).toContain('visit.recorded')
  })

  test('a defect sends the request to the office, and the act names it', async () => {
    const { anna, requestId, visitId } = await aVisit()

    await record(ivan, visitId, resultOf([foundOn(anna.meter.id, { defects: ['leak'], note: 'гайка' })]))

    expect(await seenByStaff(olga, requestId)).toMatchObject({
      state: 'in_work',
      officeMay: expect.arrayContaining(['done']),
    })
    const act = await olga.get(`/staff/visits/${visitId}/act`)
    expect(await wordsOf(act.rawPayload)).toContain('течь; гайка.')
  })

  test('less than was billed becomes a recalculation by inspection, and the act says so', async () => {
    const { anna, requestId, visitId } = await aVisit()

    await record(ivan, visitId, resultOf([foundOn(anna.meter.id, { valueLitres: 120_000 })]))

    expect(await api.db.recalculation.findMany({ where: { accountId: anna.account.id } })).toMatchObject([
      { kind: 'inspection', meterId: anna.meter.id, foundLitres: 120_000, recordedBy: `staff:${ivan.id}` },
    ])
    expect(await seenByStaff(olga, requestId)).toMatchObject({ state: 'in_work' })
    const act = await olga.get(`/staff/visits/${visitId}/act`)
    expect(await wordsOf(act.rawPayload)).toContain('Начислено больше на 3,456 м³: перерасчёт войдёт')
  })

  test('a broken seal puts the meter out of order; its reading is kept all the same', async () => {
    const { anna, visitId } = await aVisit()

    await record(
      ivan,
      visitId,
      resultOf([foundOn(anna.meter.id, { sealNumber: null, defects: ['seal_broken'] })]),
    )

    expect(await api.db.meter.findUnique({ where: { id: anna.meter.id } })).toMatchObject({
      failedOn: new Date('2026-11-23T00:00:00Z'),
    })
    expect(await lastReading(anna.meter.id)).toMatchObject({ valueLitres: 124_000 })
  })

  test('a new meter comes in place of the old one, from what both faces showed', async () => {
    const { anna, visitId } = await aVisit()
    const newMeter = { ...NEW_METER, replacesMeterId: anna.meter.id }

    const recorded = await record(
      ivan,
      visitId,
      resultOf([foundOn(anna.meter.id, { sealNumber: null })], { newMeters: [newMeter] }),
    )

    expect(recorded.statusCode).toBe(200)
    const meters = await api.db.meter.findMany({
      where: { accountId: anna.account.id },
      orderBy: { installedOn: 'asc' },
    })
    expect(meters).toMatchObject([
      { id: anna.meter.id, removedOn: new Date('2026-11-23T00:00:00Z') },
      { serial: NEW_METER.serial, sealNumber: NEW_METER.sealNumber, removedOn: null },
    ])
    expect(await lastReading(anna.meter.id)).toMatchObject({ valueLitres: 124_000 })
  })

  test('a paper of a verification moves its next day', async () => {
    const { anna, visitId } = await aVisit()

    await record(ivan, visitId, resultOf([foundOn(anna.meter.id, { verificationDueOn: '2032-11-23' })]))

    expect(await api.db.meter.findUnique({ where: { id: anna.meter.id } })).toMatchObject({
      verificationDueOn: new Date('2032-11-23T00:00:00Z'),
      sealNumber: '74 00999001',
    })
  })

  test('nobody at home: no act, the request waits for another day, and nobody but the resident is blamed', async () => {
    const { anna, requestId, visitId } = await aVisit()

    const recorded = await record(ivan, visitId, NOBODY_HOME)

    expect(recorded.json()).toEqual({ visitId, actNumber: null })
    expect(await visitsSeenBy(anna, requestId)).toMatchObject({
      current: { state: 'missed', missedBy: 'resident', actNumber: null },
      may: ['book'],
      isPriority: false,
    })
    expect((await olga.get(`/staff/visits/${visitId}/act`)).json()).toMatchObject({ code: 'not_found' })
  })

  test('access refused: an act of it, signed by nobody, and the meter does not count', async () => {
    const { anna, visitId } = await aVisit()

    const { actNumber } = (await record(ivan, visitId, REFUSED)).json<{ actNumber: string }>()

    const words = await wordsOf((await ivan.get(`/staff/visits/${visitId}/act`)).rawPayload)
    expect(words).toContain(`Акт № ${actNumber} об отказе в допуске`)
    expect(words).toContain('Абонент от подписи отказался или не присутствовал')
    expect(await api.db.meter.findUnique({ where: { id: anna.meter.id } })).toMatchObject({
      accessRefusedOn: new Date('2026-11-23T00:00:00Z'),
    })
  })
})
