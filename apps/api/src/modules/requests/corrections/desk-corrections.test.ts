import type { CorrectionCase } from '@rodnik/contract/reading-corrections'
import type { RequestFiled } from '@rodnik/contract/requests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import { aFlat, type Flat, SPRING } from '../../../../test/recalculation-desk.ts'
import { filedBy, keyed, workOn } from '../../../../test/requests.ts'
import { aMember } from '../../../../test/staff.ts'

let api: Api
let vera: Awaited<ReturnType<typeof aMember>>
let flats: [Flat, Flat]

beforeAll(async () => {
  api = await startApi()
  vera = await aMember(api, ['clerk'], 'Вера')
  const readings = { ...SPRING, '2026-08': 112_000, '2026-09': 115_000, '2026-10': 119_000 }
  flats = [await aFlat(api, readings), await aFlat(api, readings)]
  await closeMonths(api, '2026-07', '2026-08', '2026-09')
})
afterAll(() => api.stop())

/** A cubic metre more for the last closed month. */
const wanted = ({ meter }: Flat) => [{ meterId: meter.id, period: '2026-09', litres: 116_000 }]

describe('an operator with somebody on the phone', () => {
  test('tells them what their correction will cost and files it for them', async () => {
    const [flat] = flats
    const olga = await aMember(api, ['operator'], 'Ольга')
    const account = `/staff/accounts/${flat.account.id}`

    const { meters } = (await olga.get(`${account}/correctable-readings`)).json()
    const told = await olga.call(`${account}/correction-preview`, {
      method: 'POST',
      payload: { readings: wanted(flat) },
    })
    const filed = await olga.call(`${account}/requests`, {
      method: 'POST',
      payload: {
        filled: { kind: 'correction', fields: { readings: wanted(flat), reason: 'mistyped' } },
        language: 'ru',
        channel: 'phone',
      },
      headers: keyed(),
    })

    expect(meters).toMatchObject([{ id: flat.meter.id, readings: [{}, {}, {}, {}] }])
    expect(told.json()).toMatchObject({ ok: true, charges: { amountKopecks: 4022 + 2685 } })
    const { request } = filed.json<RequestFiled>()
    const { seen } = (await vera.get(`/staff/requests/${request.id}/correction`)).json<CorrectionCase>()
    expect(seen?.amountKopecks).toBe(4022 + 2685)
  })

  test('finds no account that is not there, and no meter of another', async () => {
    const [flat, other] = flats
    const olga = await aMember(api, ['operator'])
    const previewOf = (accountId: string) =>
      olga.call(`/staff/accounts/${accountId}/correction-preview`, {
        method: 'POST',
        payload: { readings: wanted(other) },
      })
    const nowhere = crypto.randomUUID()

    expect((await previewOf(flat.account.id)).json().code).toBe('not_found')
    expect((await previewOf(nowhere)).json().code).toBe('not_found')
    expect((await olga.get(`/staff/accounts/${nowhere}/correctable-readings`)).json().code).toBe('not_found')
  })

  test('an inspector tells nobody what a correction costs', async () => {
    const [flat] = flats
    const igor = await aMember(api, ['inspector'])
    const account = `/staff/accounts/${flat.account.id}`

    expect((await igor.get(`${account}/correctable-readings`)).json().code).toBe('not_allowed')
    const asks = { method: 'POST', payload: { readings: wanted(flat) } } as const
    expect((await igor.call(`${account}/correction-preview`, asks)).json().code).toBe('not_allowed')
  })
})

describe('a correction', () => {
  test('is seen and approved by clerks: an operator does not', async () => {
    const [flat] = flats
    const { request } = await filedBy(flat, flat.account.id, {
      kind: 'correction',
      fields: { readings: wanted(flat), reason: 'mistyped' },
    })
    const olga = await aMember(api, ['operator'])

    expect((await olga.get(`/staff/requests/${request.id}/correction`)).json().code).toBe('not_allowed')
  })

  test('is not found behind a request of another kind', async () => {
    const [flat] = flats
    const fields = { persons: 2, since: '2026-11-01', proof: 'birth' }
    const { request } = await filedBy(flat, flat.account.id, { kind: 'persons', fields })
    const approved = await vera.call(`/staff/requests/${request.id}/correction/approve`, {
      method: 'POST',
      payload: { amountKopecks: 0, text: 'Исправили.' },
      headers: keyed(),
    })

    expect((await vera.get(`/staff/requests/${request.id}/correction`)).json().code).toBe('not_found')
    expect(approved.json().code).toBe('not_found')
  })

  test('that was refused is not approved', async () => {
    const [, flat] = flats
    const { request } = await filedBy(flat, flat.account.id, {
      kind: 'correction',
      fields: { readings: wanted(flat), reason: 'mistyped' },
    })
    await workOn(vera, request.id, { type: 'taken', assigneeId: null })
    await workOn(vera, request.id, { type: 'refused', text: 'На фото другое показание.' })
    const before = await api.db.reading.count({ where: { meterId: flat.meter.id } })

    const approved = await vera.call(`/staff/requests/${request.id}/correction/approve`, {
      method: 'POST',
      payload: { amountKopecks: 4022 + 2685, text: 'Исправили.' },
      headers: keyed(),
    })

    expect(approved.json()).toMatchObject({ code: 'request_state_changed' })
    expect(await api.db.reading.count({ where: { meterId: flat.meter.id } })).toBe(before)
  })
})
