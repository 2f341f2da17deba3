import type { CorrectionCase } from '@rodnik/contract/reading-corrections'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../../test/close-months.ts'
import { aFlat, type Flat, recalculationDesk, SPRING } from '../../../../test/recalculation-desk.ts'
import { filedBy, keyed, take } from '../../../../test/requests.ts'
import { aMember } from '../../../../test/staff.ts'

/** A cubic metre of water and of wastewater. */
const ONE_MORE = 4022 + 2685

let api: Api
let desk: Awaited<ReturnType<typeof recalculationDesk>>
let vera: Awaited<ReturnType<typeof aMember>>
let flat: Flat
beforeAll(async () => {
  api = await startApi()
  desk = await recalculationDesk(api)
  vera = await aMember(api, ['clerk'], 'Вера')
  flat = await aFlat(api, { ...SPRING, '2026-08': 112_000, '2026-09': 115_000, '2026-10': 119_000 })
  await closeMonths(api, '2026-07', '2026-08', '2026-09')
  await draftMonth(api, '2026-10')
})
afterAll(() => api.stop())

test('a correction goes into the draft made anew, and its numbers stay as they were approved', async () => {
  const readings = [{ meterId: flat.meter.id, period: '2026-09', litres: 116_000 }]
  const fields = { readings, reason: 'mistyped' }
  const { request } = await filedBy(flat, flat.account.id, { kind: 'correction', fields })
  const seen = async () => (await vera.get(`/staff/requests/${request.id}/correction`)).json<CorrectionCase>()
  await take(vera, request.id)
  const { preview: shown } = await seen()

  await vera.call(`/staff/requests/${request.id}/correction/approve`, {
    method: 'POST',
    payload: { amountKopecks: ONE_MORE, text: 'Исправили, разница — в следующей квитанции.' },
    headers: keyed(),
  })

  await draftMonth(api, '2026-10', { isAnew: true })
  expect(shown).toMatchObject({ charges: { takenIn: '2026-10', amountKopecks: ONE_MORE } })
  expect(await desk.added(flat, '2026-10')).toEqual([
    ['2026-09', 'cold_water', 1000, 4022],
    ['2026-09', 'wastewater', 1000, 2685],
  ])
  expect(await seen()).toMatchObject({ preview: shown, approved: { by: 'Вера' } })
})
