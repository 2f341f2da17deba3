import type { WorkWish } from '@rodnik/contract/meter-works'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { type MeterDesk, meterDesk, NEW_METER, replacement } from '../../../test/meter-desk.ts'
import { anOwner } from '../../../test/people.ts'

let api: Api
let desk: MeterDesk
beforeAll(async () => {
  api = await startApi()
  desk = await meterDesk(api)
})
afterAll(() => api.stop())

const act = { doneOn: '2026-11-20', actNumber: '7' }
const stateOf = (id: string) => api.db.meter.findUniqueOrThrow({ where: { id } })

describe('a meter is replaced', () => {
  test('with both readings: the old one leaves, the new one counts from what it showed', async () => {
    const owner = await anOwner(api)

    const answer = await desk.work(owner, replacement())

    expect(answer.statusCode).toBe(201)
    const [now, before] = await desk.meters(owner)
    expect(now).toMatchObject({
      id: desk.done(answer).meterId,
      serial: '900001',
      installedOn: '2026-11-20',
      works: [{ kind: 'replace', valueLitres: 500, actNumber: '12-З', recordedBy: 'Ольга' }],
      readings: [{ period: '2026-10', takenOn: '2026-11-20', valueLitres: 500, state: 'counts' }],
    })
    expect(before).toMatchObject({
      id: owner.meter.id,
      removedOn: '2026-11-20',
      works: [{ kind: 'replace', valueLitres: 125_000, newMeterSerial: '900001', newValueLitres: 500 }],
    })
    expect(before?.readings[0]).toMatchObject({ period: '2026-11', valueLitres: 125_000, source: 'staff' })
  })

  test('and the resident sends the next reading of the new one', async () => {
    const owner = await anOwner(api)
    const { meterId } = desk.done(await desk.work(owner, replacement()))

    const sent = await owner.post(`/my/accounts/${owner.account.id}/submissions`, {
      readings: [{ meterId, valueLitres: 1200 }],
    })

    expect(sent.json()).toMatchObject({ readings: [{ previousLitres: 500, usedLitres: 700 }] })
  })

  test('once, however often the same is sent', async () => {
    const owner = await anOwner(api)
    const first = await desk.work(owner, replacement())

    const again = await desk.work(owner, replacement())

    expect(again.json()).toEqual(first.json())
    expect(await api.db.meter.count({ where: { accountId: owner.account.id } })).toBe(2)
  })

  test('once, when two members of staff put in different meters at the same instant', async () => {
    const owner = await anOwner(api)
    const others = await meterDesk(api, ['inspector'])
    const wishes = ['111', '222', '333', '444'].map((serial) =>
      replacement({ meter: { ...NEW_METER, serial } }),
    )

    const answers = await Promise.all(wishes.map((wish, i) => (i % 2 ? desk : others).work(owner, wish)))

    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      201, 409, 409, 409,
    ])
    expect(await api.db.meter.count({ where: { accountId: owner.account.id } })).toBe(2)
  })

  test('not by a meter that the account has already', async () => {
    const owner = await anOwner(api)
    const { type, serial } = await api.given.meter(owner.account.id)

    const answer = await desk.work(owner, replacement({ meter: { ...NEW_METER, type, serial } }))

    expect(answer.json()).toMatchObject({ code: 'already_recorded' })
    expect((await stateOf(owner.meter.id)).removedOn).toBeNull()
  })
})

describe('a work that cannot have been done so is refused, with the field and the reason', () => {
  test.each([
    ['on a day to come', replacement({ doneOn: '2026-11-23' }), { doneOn: 'in_the_future' }],
    [
      'longer ago than bills are corrected',
      { kind: 'fail', ...act, doneOn: '2023-03-01' },
      { doneOn: 'too_old' },
    ],
    ['with less than the last reading', replacement({ valueLitres: 1 }), { valueLitres: 'below_previous' }],
    [
      'with more than the pipe can carry',
      replacement({ valueLitres: 9_000_000 }),
      { valueLitres: 'impossible_volume' },
    ],
    ['without the closing reading', replacement({ valueLitres: null }), { valueLitres: 'reading_needed' }],
    [
      'with papers that have run out',
      replacement({ meter: { ...NEW_METER, verificationDueOn: '2026-11-20' } }),
      { 'meter.verificationDueOn': 'due_not_later' },
    ],
    [
      'a repair of what is sound',
      {
        kind: 'repair',
        ...act,
        valueLitres: 125_000,
        verificationDueOn: '2032-01-01',
        sealNumber: null,
      },
      { meter: 'not_failed' },
    ],
    [
      'access given that was not refused',
      { kind: 'access_given', ...act, valueLitres: 125_000 },
      { meter: 'not_refused' },
    ],
  ] satisfies [string, WorkWish, object][])('%s', async (_what, wish, fields) => {
    const owner = await anOwner(api)

    const answer = await desk.work(owner, wish)

    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'facts_refused', fields })
    expect(await api.db.meterWork.count({ where: { meterId: owner.meter.id } })).toBe(0)
  })
})

test('a meter that failed is repaired, and the bill goes on seeing the days between', async () => {
  const owner = await anOwner(api)
  await desk.work(owner, { kind: 'fail', ...act, doneOn: '2026-11-03' })
  expect((await stateOf(owner.meter.id)).failedOn).not.toBeNull()

  const answer = await desk.work(owner, {
    kind: 'repair',
    ...act,
    valueLitres: 124_000,
    verificationDueOn: '2032-11-20',
    sealNumber: 'П-9',
  })

  expect(answer.statusCode).toBe(201)
  expect(await stateOf(owner.meter.id)).toMatchObject({ failedOn: null, sealNumber: 'П-9' })
  expect(await api.db.meterOutage.findMany({ where: { meterId: owner.meter.id } })).toMatchObject([
    {
      reason: 'failed',
      since: new Date('2026-11-03'),
      endedOn: new Date('2026-11-20'),
      openingLitres: 124_000,
    },
  ])
})

test('access refused and given, a seal and a control reading stand in the history of the meter', async () => {
  const owner = await anOwner(api)
  const { work } = await meterDesk(api, ['inspector'])
  await work(owner, { kind: 'access_refused', ...act, doneOn: '2026-11-02' })
  await work(owner, { kind: 'access_given', ...act, doneOn: '2026-11-09', valueLitres: 124_000 })
  await work(owner, { kind: 'seal', ...act, doneOn: '2026-11-10', sealNumber: 'П-1', valueLitres: null })
  await work(owner, { kind: 'control', ...act, doneOn: '2026-11-12', valueLitres: 124_500 })

  const [meter] = await desk.meters(owner)

  expect(meter).toMatchObject({ sealNumber: 'П-1', accessRefusedOn: null })
  expect(meter?.works.map(({ kind }) => kind)).toEqual(['control', 'seal', 'access_given', 'access_refused'])
  expect(meter?.readings[0]).toMatchObject({ valueLitres: 124_500, source: 'inspector', state: 'counts' })
})

test('each work is in the log with what was before and after', async () => {
  const owner = await anOwner(api)
  await desk.work(owner, {
    kind: 'verify',
    ...act,
    valueLitres: 125_000,
    verificationDueOn: '2032-11-20',
    sealNumber: null,
  })

  const event = await api.db.auditEvent.findFirstOrThrow({
    where: { accountId: owner.account.id, action: 'meter.verify' },
  })

  expect(event).toMatchObject({
    actor: `staff:${desk.member.id}`,
    details: {
      before: { verificationDueOn: '2029-03-14' },
      after: { verificationDueOn: '2032-11-20' },
    },
  })
})

describe('nobody works on meters who should not', () => {
  test('a meter of another account is not there', async () => {
    const [owner, other] = [await anOwner(api), await anOwner(api)]

    const answer = await desk.work({ account: other.account, meter: owner.meter }, replacement())

    expect(answer.json()).toMatchObject({ code: 'not_found' })
    expect((await stateOf(owner.meter.id)).removedOn).toBeNull()
  })

  test('a clerk and a resident are not let in', async () => {
    const owner = await anOwner(api)
    const clerk = await meterDesk(api, ['clerk'])

    expect((await clerk.work(owner, replacement())).statusCode).toBe(403)
    const url = `/staff/accounts/${owner.account.id}/meters/${owner.meter.id}/works`
    expect((await owner.post(url, replacement())).statusCode).toBe(403)
  })

  test('fields that nobody asked for are refused', async () => {
    const owner = await anOwner(api)

    for (const extra of [{ accountId: owner.account.id }, { removedOn: '2026-11-01' }, { recordedBy: 'x' }]) {
      const wish = { ...replacement(), ...extra }
      expect((await desk.work(owner, wish)).statusCode).toBe(400)
    }
  })

  test('what was done to a meter cannot be changed or taken back', async () => {
    const owner = await anOwner(api)
    await desk.work(owner, replacement())

    for (const table of ['meter_works', 'meter_outages', 'month_changes', 'reading_reviews']) {
      await expect(api.pool.query(`DELETE FROM ${table}`)).rejects.toThrow('only ever added')
    }
  })
})
