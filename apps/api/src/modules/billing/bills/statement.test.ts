import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import {
  aDebtor,
  COLD_KOPECKS,
  type Debtor,
  pays,
  SEWER_KOPECKS,
  tookOver,
} from '../../../../test/debtors.ts'

let api: Api
let flats: Record<'silent' | 'tardy' | 'heir', Debtor>

beforeAll(async () => {
  api = await startApi()
  flats = { silent: await aDebtor(api), tardy: await aDebtor(api), heir: await aDebtor(api) }
  await tookOver(api, flats.heir)
  await closeMonths(api, '2026-05', '2026-06')
  await pays(api, flats.tardy, '2026-07-20', '2026-05')
  await closeMonths(api, '2026-07')
})
afterAll(() => api.stop())

describe('the statement of a bill', () => {
  test('goes from bill to bill without a gap, and ends in what is to be paid', async () => {
    for (const flat of Object.values(flats)) {
      const first = (await flat.bill('2026-05')).statement
      let { openingKopecks: owed, penaltyOpeningKopecks: penalty } = first
      for (const period of ['2026-05', '2026-06', '2026-07']) {
        const { statement, totalKopecks, penalties } = await flat.bill(period)
        expect([statement.openingKopecks, statement.penaltyOpeningKopecks]).toEqual([owed, penalty])
        expect(statement.chargedKopecks).toBe(totalKopecks)
        expect(statement.penaltyChargedKopecks).toBe(
          penalties.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0),
        )
        owed = statement.openingKopecks - statement.paidKopecks + statement.chargedKopecks
        penalty =
          statement.penaltyOpeningKopecks - statement.penaltyPaidKopecks + statement.penaltyChargedKopecks
        expect(statement.toPayKopecks).toBe(Math.max(0, Math.max(0, owed) + penalty))
      }
    }
  })

  test('stays as it was issued, whatever is paid later', async () => {
    const before = await flats.silent.bill('2026-07')

    await pays(api, flats.silent, '2026-11-20', '2026-07')
    const after = await flats.silent.bill('2026-07')

    expect(after.statement).toEqual(before.statement)
    expect(after.owed.toPayKopecks).toBe(before.owed.toPayKopecks - COLD_KOPECKS - SEWER_KOPECKS)
  })

  test('takes what was taken over as owed before', async () => {
    const { statement } = await flats.heir.bill('2026-05')

    expect(statement).toMatchObject({ openingKopecks: 100_000, penaltyOpeningKopecks: 500, paidKopecks: 0 })
  })
})
