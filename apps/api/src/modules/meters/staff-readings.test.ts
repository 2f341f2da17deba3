import type { Confirmation } from '@rodnik/contract/submissions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { draftMonth } from '../../../test/close-months.ts'
import { type MeterDesk, meterDesk, replacement } from '../../../test/meter-desk.ts'
import { anOwner, lettersTo } from '../../../test/people.ts'

type Owner = Awaited<ReturnType<typeof anOwner>>

let api: Api
let desk: MeterDesk
beforeAll(async () => {
  api = await startApi({ now: '2026-12-02T09:00:00Z' })
  desk = await meterDesk(api)
})
afterAll(() => api.stop())

const told = (by: MeterDesk, { account, meter }: Owner, facts: object = {}, key?: string) =>
  by.member.call(`/staff/accounts/${account.id}/submissions`, {
    method: 'POST',
    payload: {
      channel: 'phone',
      receivedOn: '2026-11-25',
      readings: [{ meterId: meter.id, valueLitres: 126_000 }],
      ...facts,
    },
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  })

describe('an operator types in what a caller has told', () => {
  test('in time, though the days for it are over by now: it is of the month in which it came', async () => {
    const owner = await anOwner(api)

    const answer = await told(desk, owner)

    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      period: '2026-11',
      source: 'staff',
      readings: [{ previousLitres: 123_456, usedLitres: 2544, state: 'accepted' }],
    })
    const [meter] = await desk.meters(owner)
    expect(meter?.readings[0]).toMatchObject({
      takenOn: '2026-11-25',
      channel: 'phone',
      source: 'staff',
      submissionNumber: answer.json<Confirmation>().number,
    })
  })

  test('and the owners are told by letter, the log by whom and how', async () => {
    const owner = await anOwner(api)

    const { number } = (await told(desk, owner, { channel: 'office' })).json<Confirmation>()

    expect(await lettersTo(api, owner.email, 'office_submission')).toMatchObject([
      { data: { submissionNumber: number, accountNumber: owner.account.number } },
    ])
    const event = await api.db.auditEvent.findFirstOrThrow({
      where: { accountId: owner.account.id, action: 'readings.submitted' },
    })
    expect(event).toMatchObject({ actor: `staff:${desk.member.id}`, details: { channel: 'office' } })
  })

  test('once, when the same is sent again under its key', async () => {
    const owner = await anOwner(api)
    const first = await told(desk, owner, {}, 'a-call-of-today')

    const again = await told(desk, owner, {}, 'a-call-of-today')

    expect(again.json()).toEqual(first.json())
    expect(await api.db.submission.count({ where: { accountId: owner.account.id } })).toBe(1)
  })

  test('and is asked about a jump as a resident is', async () => {
    const owner = await anOwner(api)
    const jump = { meterId: owner.meter.id, valueLitres: 323_456 }

    const asked = await told(desk, owner, { readings: [jump] })
    const confirmed = await told(desk, owner, { readings: [{ ...jump, confirmed: ['jump'] }] })

    expect(asked.json()).toMatchObject({ readings: [{ outcome: 'to_confirm', reason: 'jump' }] })
    expect(confirmed.statusCode).toBe(201)
  })

  test('of this month, on the day on which it comes', async () => {
    const answer = await told(desk, await anOwner(api), { receivedOn: '2026-12-02' })

    expect(answer.json()).toMatchObject({ period: '2026-12' })
  })
})

describe('it is not taken', () => {
  test('when it came after the last day of its month', async () => {
    const answer = await told(desk, await anOwner(api), { receivedOn: '2026-11-27' })

    expect(answer.json()).toMatchObject({ code: 'readings_refused', readings: [{ reason: 'window_closed' }] })
  })

  test('of a day to come', async () => {
    expect((await told(desk, await anOwner(api), { receivedOn: '2026-12-03' })).statusCode).toBe(400)
  })

  test('from a clerk, an inspector or a resident', async () => {
    const owner = await anOwner(api)
    const [clerk, inspector] = [await meterDesk(api, ['clerk']), await meterDesk(api, ['inspector'])]

    expect((await told(clerk, owner)).statusCode).toBe(403)
    expect((await told(inspector, owner)).statusCode).toBe(403)
    expect((await owner.post(`/staff/accounts/${owner.account.id}/submissions`, {})).statusCode).toBe(403)
  })

  test('when a reading of a later day counts, be it the last one of a meter that is gone', async () => {
    const [owner, replaced] = [await anOwner(api), await anOwner(api)]
    await told(desk, owner)
    await desk.work(replaced, replacement({ doneOn: '2026-11-20' }))

    for (const known of [owner, replaced]) {
      const answer = await told(desk, known, { receivedOn: '2026-11-08' })
      expect(answer.json()).toMatchObject({ code: 'already_recorded' })
    }
  })

  test('for a meter of another account, or an account that is not there', async () => {
    const [owner, other] = [await anOwner(api), await anOwner(api)]

    expect((await told(desk, { ...other, meter: owner.meter })).json()).toMatchObject({ code: 'not_found' })
    const nobody = { ...owner, account: { ...owner.account, id: crypto.randomUUID() } }
    expect((await told(desk, nobody)).json()).toMatchObject({ code: 'not_found' })
  })

  test('with a source or a period of its own', async () => {
    const owner = await anOwner(api)

    for (const extra of [{ source: 'account' }, { period: '2026-11' }, { channel: 'pigeon' }]) {
      expect((await told(desk, owner, extra)).statusCode).toBe(400)
    }
  })

  test('once the bills of the month are begun', async () => {
    const owner = await anOwner(api)
    await draftMonth(api, '2026-11')

    const answer = await told(desk, owner)

    expect(answer.json()).toMatchObject({ code: 'billing_drafted' })
    expect(await api.db.submission.count({ where: { accountId: owner.account.id } })).toBe(0)
  })
})
