import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

async function aFlatWithTwoMeters() {
  const account = await api.given.account()
  const cold = await api.given.meter(account.id)
  const hot = await api.given.meter(account.id, { service: 'hot', readings: { '2026-10': 87_120 } })
  return { account, cold, hot, guest: await guestOf(api, account.entry) }
}

const readingsOf = (meterId: string) =>
  api.db.reading.findMany({ where: { meterId, submissionId: { not: null } }, orderBy: { revision: 'asc' } })

describe('a resident', () => {
  test('sends two meters at once and gets one numbered confirmation', async () => {
    const { guest, account, cold, hot } = await aFlatWithTwoMeters()

    const response = await guest.submit([
      { meterId: cold.id, valueLitres: 126_670 },
      { meterId: hot.id, valueLitres: 88_000 },
    ])

    expect(response.statusCode).toBe(201)
    expect(response.json()).toMatchObject({
      number: expect.stringMatching(/^2611-\d{7}-\d$/),
      accountNumber: account.number,
      period: '2026-11',
      closesOn: '2026-11-25',
      source: 'accountless',
      readings: [
        { meterId: cold.id, previousLitres: 123_456, usedLitres: 3214, state: 'accepted' },
        { meterId: hot.id, previousLitres: 87_120, usedLitres: 880 },
      ],
    })
    expect(await readingsOf(cold.id)).toMatchObject([{ valueLitres: 126_670, usedLitres: 3214, revision: 2 }])
  })

  test('sees the reading in the cabinet and in the confirmation afterwards', async () => {
    const { guest, cold } = await aFlatWithTwoMeters()
    const sent = (await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }])).json()

    const cabinet = (await guest.get('/cabinet')).json()
    const confirmation = await guest.get(`/submissions/${sent.number}`)

    expect(cabinet.meters[0]).toMatchObject({ current: { valueLitres: 126_670 }, revision: 2 })
    expect(cabinet.versions).toMatchObject([{ valueLitres: 126_670, submissionNumber: sent.number }])
    expect(confirmation.json()).toEqual(sent)
  })

  test('changes a reading until the window closes, and the older version stays visible', async () => {
    const { guest, cold } = await aFlatWithTwoMeters()
    const first = (await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }])).json()

    const second = (await guest.submit([{ meterId: cold.id, valueLitres: 125_000, seenRevision: 2 }])).json()

    expect(second.readings[0]).toMatchObject({
      usedLitres: 1544,
      previousLitres: 123_456,
      replacesLitres: 126_670,
    })
    expect((await guest.get(`/submissions/${first.number}`)).json().readings[0]).toMatchObject({
      isReplaced: true,
      replacedBy: second.number,
    })
    expect((await guest.get('/cabinet')).json().versions).toHaveLength(2)
  })

  test('is refused when someone else has sent a reading since the page was opened', async () => {
    const { guest, cold } = await aFlatWithTwoMeters()
    await guest.submit([{ meterId: cold.id, valueLitres: 126_670, seenRevision: 1 }])

    const late = await guest.submit([{ meterId: cold.id, valueLitres: 127_000, seenRevision: 1 }])

    expect(late.json()).toMatchObject({ status: 409, code: 'readings_changed_meanwhile' })
  })

  test('loses nothing of a submission in which one reading is wrong: none is recorded, the wrong one is named', async () => {
    const { guest, cold, hot } = await aFlatWithTwoMeters()

    const response = await guest.submit([
      { meterId: cold.id, valueLitres: 126_670 },
      { meterId: hot.id, valueLitres: 80_000 },
    ])

    expect(response.json()).toMatchObject({
      status: 409,
      code: 'readings_refused',
      readings: [{ index: 1, outcome: 'refused', reason: 'below_previous' }],
    })
    expect(await readingsOf(cold.id)).toEqual([])
  })

  test('is asked about an implausible jump and may confirm it; staff will look at it', async () => {
    const { guest, account } = await aFlatWithTwoMeters()
    const meter = await api.given.meter(account.id, {
      serial: '1',
      readings: {
        '2026-06': 100_000,
        '2026-07': 103_000,
        '2026-08': 106_000,
        '2026-09': 109_000,
        '2026-10': 112_000,
      },
    })
    const asked = await guest.submit([{ meterId: meter.id, valueLitres: 150_000 }])
    expect(asked.json()).toMatchObject({ readings: [{ outcome: 'to_confirm', reason: 'jump' }] })

    const confirmed = await guest.submit([{ meterId: meter.id, valueLitres: 150_000, confirmed: ['jump'] }])

    expect(confirmed.statusCode).toBe(201)
    expect(await readingsOf(meter.id)).toMatchObject([{ state: 'accepted', reviewReason: 'jump' }])
  })

  test('reports that the face has come round to zero', async () => {
    const { guest, account } = await aFlatWithTwoMeters()
    const meter = await api.given.meter(account.id, { serial: '2', readings: { '2026-10': 99_998_000 } })

    const confirmed = await guest.submit([{ meterId: meter.id, valueLitres: 1500, confirmed: ['rollover'] }])

    expect(confirmed.json().readings[0]).toMatchObject({ usedLitres: 3500, isRollover: true })
  })

  test('may send with an expired verification and is told what follows', async () => {
    const { guest, account } = await aFlatWithTwoMeters()
    const meter = await api.given.meter(account.id, { serial: '3', verificationDueOn: '2026-11-21' })

    const response = await guest.submit([{ meterId: meter.id, valueLitres: 124_000 }])

    expect(response.json().readings[0].notices).toEqual(['verification_expired'])
  })

  test('cannot send for a meter that was taken out', async () => {
    const { guest, account } = await aFlatWithTwoMeters()
    const meter = await api.given.meter(account.id, { serial: '4', removedOn: '2026-11-10' })

    const response = await guest.submit([{ meterId: meter.id, valueLitres: 124_000 }])

    expect(response.json()).toMatchObject({ readings: [{ reason: 'meter_out_of_service' }] })
  })

  test("does not find another account's meter", async () => {
    const [mine, theirs] = [await aFlatWithTwoMeters(), await aFlatWithTwoMeters()]

    const response = await mine.guest.submit([{ meterId: theirs.cold.id, valueLitres: 126_670 }])

    expect(response.json()).toMatchObject({ status: 404, code: 'not_found' })
    expect(await readingsOf(theirs.cold.id)).toEqual([])
  })

  test("does not find another account's submission", async () => {
    const [mine, theirs] = [await aFlatWithTwoMeters(), await aFlatWithTwoMeters()]
    const sent = (await theirs.guest.submit([{ meterId: theirs.cold.id, valueLitres: 126_670 }])).json()

    expect((await mine.guest.get(`/submissions/${sent.number}`)).statusCode).toBe(404)
  })

  test('cannot name the same meter twice in one submission', async () => {
    const { guest, cold } = await aFlatWithTwoMeters()
    const reading = { meterId: cold.id, valueLitres: 126_670 }

    expect((await guest.submit([reading, reading])).json()).toMatchObject({
      code: 'invalid_request',
      fields: { readings: 'same_meter_twice' },
    })
  })

  test('may replace a reading fifty times a day; then a person has to wait', async () => {
    const { guest, account, cold } = await aFlatWithTwoMeters()
    await api.db.submission.createMany({
      data: Array.from({ length: 50 }, () => ({
        accountId: account.id,
        period: new Date('2026-11-01'),
        source: 'accountless' as const,
        checkCode: crypto.randomUUID(),
      })),
    })

    const response = await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }])

    expect(response.json()).toMatchObject({ status: 429, code: 'too_many_attempts', retryAfterSeconds: 3600 })
  })

  test('never replaces a reading that the owner sent with a password: it waits for an operator', async () => {
    const { guest, cold } = await aFlatWithTwoMeters()
    await api.db.reading.create({
      data: {
        meterId: cold.id,
        revision: 2,
        period: new Date('2026-11-01'),
        valueLitres: 125_000,
        usedLitres: 1544,
        takenOn: new Date('2026-11-20'),
        source: 'account',
      },
    })

    const response = await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }])

    expect(response.json().readings[0]).toMatchObject({ state: 'on_review' })
    expect((await guest.get('/cabinet')).json().meters[0].current.valueLitres).toBe(125_000)
  })
})

describe('the public check', () => {
  test('shows what was accepted, without the account, the address or the whole marking', async () => {
    const { guest, cold, account } = await aFlatWithTwoMeters()
    const sent = (await guest.submit([{ meterId: cold.id, valueLitres: 126_670 }])).json()

    const check = await api.app.inject({ url: `/api/v1/checks/${sent.checkCode}` })

    expect(check.json()).toMatchObject({
      number: sent.number,
      readings: [{ valueLitres: 126_670, serialEnding: cold.serial.slice(-3), isReplaced: false }],
    })
    expect(check.body).not.toContain(account.number)
    expect(check.body).not.toContain(cold.serial)
  })

  test('knows nothing of a code that nobody was given', async () => {
    const check = await api.app.inject({ url: `/api/v1/checks/${'A'.repeat(22)}` })

    expect(check.json()).toMatchObject({ status: 404, code: 'not_found' })
  })
})
