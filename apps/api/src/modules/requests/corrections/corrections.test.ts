import type { CorrectionCase, CorrectionPreview } from '@rodnik/contract/reading-corrections'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../../test/close-months.ts'
import { actionsOf, statuses } from '../../../../test/people.ts'
import { aFlat, type Flat, recalculationDesk, SPRING } from '../../../../test/recalculation-desk.ts'
import { aGuest, fileAs, filedBy, keyed, workOn } from '../../../../test/requests.ts'
import { aMember } from '../../../../test/staff.ts'
import { finalisePeriod } from '../../billing/index.ts'

/** August was sent as 14 instead of 12 cubic metres more than spring; September and October are right. */
const MISTYPED = { ...SPRING, '2026-08': 114_000, '2026-09': 115_000, '2026-10': 119_000 }

let api: Api
let desk: Awaited<ReturnType<typeof recalculationDesk>>
let vera: Awaited<ReturnType<typeof aMember>>
const flats: Flat[] = []
let next = 0
/** A resident with a mistyped August, whom no other test has used. */
const aMistyped = () => flats[next++]!

beforeAll(async () => {
  api = await startApi()
  desk = await recalculationDesk(api)
  vera = await aMember(api, ['clerk'], 'Вера')
  for (let made = 0; made < 14; made++) flats.push(await aFlat(api, MISTYPED))
  await closeMonths(api, '2026-07', '2026-08', '2026-09')
})
afterAll(() => api.stop())

const wanted = (flat: Flat, litres = 112_000, period = '2026-08') => [
  { meterId: flat.meter.id, period, litres },
]
const asked = (flat: Flat, litres?: number, period?: string) => ({
  kind: 'correction',
  fields: { readings: wanted(flat, litres, period), reason: 'mistyped' },
})
const preview = async (flat: Flat, litres?: number, period?: string) =>
  (
    await flat.post(`/my/accounts/${flat.account.id}/correction-preview`, {
      readings: wanted(flat, litres, period),
    })
  ).json<CorrectionPreview>()
const caseOf = async (id: string) =>
  (await vera.get(`/staff/requests/${id}/correction`)).json<CorrectionCase>()
const approve = (id: string, amountKopecks: number, key?: string) =>
  vera.call(`/staff/requests/${id}/correction/approve`, {
    method: 'POST',
    payload: { amountKopecks, text: 'Исправили, разница — в следующей квитанции.' },
    headers: keyed(key),
  })
const take = (id: string) => workOn(vera, id, { type: 'taken', assigneeId: null })
const readingsOf = ({ meter }: Flat) =>
  api.db.reading.findMany({ where: { meterId: meter.id }, orderBy: { revision: 'asc' } })

describe('a resident who has sent a wrong reading', () => {
  test('finds it among the readings of the meter, and sees which months are charged', async () => {
    const flat = aMistyped()

    const { meters } = (await flat.get(`/my/accounts/${flat.account.id}/correctable-readings`)).json()

    expect(meters).toMatchObject([
      {
        id: flat.meter.id,
        readings: [
          { period: '2026-10', isFinal: false },
          { period: '2026-09', isFinal: true },
          { period: '2026-08', isFinal: true, valueLitres: 114_000 },
          { period: '2026-07', isFinal: true },
        ],
      },
    ])
  })

  test('sees month by month what it was, will be and costs, before sending; nothing is written', async () => {
    const flat = aMistyped()

    const shown = await preview(flat)

    expect(shown).toMatchObject({
      ok: true,
      readings: [{ period: '2026-08', wasLitres: 114_000, willBeLitres: 112_000 }],
      charges: { ok: true, takenIn: '2026-10', amountKopecks: 0 },
    })
    const services = shown.ok && shown.charges?.ok ? shown.charges.services : []
    expect(services.filter(({ service }) => service === 'cold_water')).toMatchObject([
      { period: '2026-08', wereLitres: 5000, willBeLitres: 3000, pricesKopecks: [4022] },
      { period: '2026-09', wereLitres: 1000, willBeLitres: 3000, pricesKopecks: [4022] },
    ])
    expect(await readingsOf(flat)).toHaveLength(7)
    expect(await api.db.recalculation.count({ where: { accountId: flat.account.id } })).toBe(0)
  })

  test('is told that nothing is charged yet for a month that is not final', async () => {
    const flat = aMistyped()

    expect(await preview(flat, 120_000, '2026-10')).toMatchObject({ ok: true, charges: null })
  })

  test.each([
    [100_000, '2026-08', 'below_previous'],
    [116_000, '2026-08', 'above_later'],
    [114_000, '2026-08', 'same_value'],
    [112_000, '2026-11', 'no_reading'],
  ])('%i litres for %s are no correction: %s', async (litres, period, fault) => {
    const flat = flats[0]!

    expect(await preview(flat, litres, period)).toEqual({
      ok: false,
      faults: [{ meterId: flat.meter.id, period, fault }],
    })
    const filed = await fileAs(flat, flat.account.id, asked(flat, litres, period))
    expect(filed.json()).toMatchObject({
      status: 400,
      code: 'invalid_request',
      fields: { 'fields.readings.0': fault },
    })
  })

  test('names a month twice and is told so', async () => {
    const flat = flats[0]!
    const readings = [...wanted(flat), ...wanted(flat, 111_000)]

    const filed = await fileAs(flat, flat.account.id, {
      kind: 'correction',
      fields: { readings, reason: 'mistyped' },
    })

    expect(filed.json()).toMatchObject({ fields: { 'fields.readings': 'same_month_twice' } })
  })

  test('does not see or correct the meter of a neighbour', async () => {
    const [flat, other] = [flats[0]!, flats[1]!]
    const url = `/my/accounts/${flat.account.id}/correction-preview`

    expect((await flat.post(url, { readings: wanted(other) })).json().code).toBe('not_found')
    expect((await other.post(url, { readings: wanted(flat) })).json().code).toBe('not_found')
    expect((await fileAs(flat, flat.account.id, asked(other))).json().code).toBe('not_found')
  })

  test('does the same without registration', async () => {
    const flat = aMistyped()
    const guest = await aGuest(api, { accountNumber: flat.account.number, house: '12а', flat: '45' })

    const shown = await guest.post('/correction-preview', { readings: wanted(flat) })
    const filed = await guest.file(asked(flat))

    const { meters } = (await guest.get('/correctable-readings')).json()
    expect(meters).toMatchObject([{ serial: `…${flat.meter.serial.slice(-4)}` }])
    expect(meters[0].readings.map(({ period }: { period: string }) => period)).toEqual([
      '2026-10',
      '2026-09',
      '2026-08',
    ])
    const older = await guest.post('/correction-preview', { readings: wanted(flat, 108_500, '2026-07') })
    expect(older.json()).toMatchObject({ code: 'recalculation_too_old' })
    expect(shown.json()).toMatchObject({ ok: true, charges: { amountKopecks: 0 } })
    expect(filed.statusCode).toBe(201)
  })
})

describe('a clerk', () => {
  test('sees the numbers that the resident saw, approves them, and the next draft charges just them', async () => {
    const flat = aMistyped()
    const shown = await preview(flat, 113_000, '2026-09')
    const { request } = await filedBy(flat, flat.account.id, asked(flat, 116_000, '2026-09'))
    await take(request.id)
    const standing = await caseOf(request.id)

    const done = await approve(request.id, standing.seen?.amountKopecks ?? 0)

    expect(shown).toMatchObject({ ok: false })
    expect(standing).toMatchObject({
      seen: {
        amountKopecks: 4022 + 2685,
        takenIn: '2026-10',
        readings: [{ period: '2026-09', wasLitres: 115_000, willBeLitres: 116_000 }],
      },
      preview: { ok: true, charges: { amountKopecks: 4022 + 2685 } },
      approved: null,
    })
    expect(done.json()).toMatchObject({
      state: 'done',
      steps: [{ step: 'recalculation', hasHappened: true }],
    })
    expect((await readingsOf(flat)).slice(7)).toMatchObject([
      { valueLitres: 116_000, usedLitres: 2000, source: 'staff', recountOf: null },
      { valueLitres: 119_000, usedLitres: 3000, recountOf: 7 },
    ])
    expect(await actionsOf(api, { accountId: flat.account.id })).toEqual(
      expect.arrayContaining([
        'recalculation.added',
        'reading.corrected',
        'request.step_done',
        'request.done',
      ]),
    )
    await draftMonth(api, '2026-10', { isAnew: false })
    expect(await desk.added(flat, '2026-10')).toEqual([
      ['2026-09', 'cold_water', 1000, 4022],
      ['2026-09', 'wastewater', 1000, 2685],
    ])
  })

  test('approves twice and five times at once: it is recorded once', async () => {
    const flat = aMistyped()
    const { request } = await filedBy(flat, flat.account.id, asked(flat))
    await take(request.id)
    const key = crypto.randomUUID()

    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => approve(request.id, 0, key)))
    const other = await approve(request.id, 0)

    expect(statuses(answers).at(0)).toBe(200)
    expect(await api.db.recalculation.count({ where: { accountId: flat.account.id } })).toBe(1)
    expect((await readingsOf(flat)).filter(({ valueLitres }) => valueLitres === 112_000)).toHaveLength(1)
    expect(other.json()).toMatchObject({ status: 409, code: 'request_state_changed' })
  })

  test('corrects a month whose draft is made: the draft is stale and cannot become final with the wrong reading', async () => {
    const flat = aMistyped()
    const { request } = await filedBy(flat, flat.account.id, asked(flat, 118_000, '2026-10'))
    await take(request.id)
    await draftMonth(api, '2026-10', { isAnew: true })

    const done = await approve(request.id, 0)

    expect(done.json()).toMatchObject({ state: 'done' })
    await expect(
      finalisePeriod(api.databaseUrl, { period: '2026-10', by: 'staff:vera' }),
    ).rejects.toMatchObject({
      code: 'billing_stale',
    })
  })

  test('is shown other numbers before approving them', async () => {
    const flat = aMistyped()
    const { request } = await filedBy(flat, flat.account.id, asked(flat))
    await take(request.id)

    const answer = await approve(request.id, 100)

    expect(answer.json()).toMatchObject({ status: 409, code: 'correction_changed_meanwhile' })
    expect(await readingsOf(flat)).toHaveLength(7)
    expect(await actionsOf(api, { accountId: flat.account.id })).not.toContain('request.step_done')
  })
})
