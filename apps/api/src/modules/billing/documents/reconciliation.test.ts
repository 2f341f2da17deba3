import type { ReconciliationAct, SupplyDocument } from '@rodnik/contract/legal-documents'
import { addDays } from '@rodnik/domain/calendar/days'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import { openPdf, wordsOf } from '../../../../test/pdf.ts'
import { aShop, type Shop } from '../../../../test/shops.ts'
import { post } from '../ledger.repo.ts'

let api: Api
let shop: Shop

beforeAll(async () => {
  api = await startApi()
  shop = await aShop(api)
  await closeMonths(api, '2026-08', '2026-09')
  await post(api.db, {
    kind: 'payment',
    operation: 'test:shop',
    occurredOn: '2026-10-08',
    actor: 'system',
    entries: [
      { book: 'bank', amountKopecks: 50_000n },
      {
        book: 'receivable',
        accountId: shop.account.id,
        service: 'cold_water',
        period: '2026-08',
        amountKopecks: -50_000n,
      },
    ],
  })
  await closeMonths(api, '2026-10')
})
afterAll(() => api.stop())

const october = async () => (await shop.get(`${shop.documents}/2026-10`)).json<SupplyDocument>()

describe('a reconciliation statement', () => {
  test('says what was owed, what happened and what is owed, for any days', async () => {
    const act = (await shop.act('', 'from=2026-09-01&to=2026-10-31')).json<ReconciliationAct>()

    expect(act.rows.map(({ occurredOn, kind, period }) => [occurredOn, kind, period])).toEqual([
      ['2026-09-30', 'charge', '2026-09'],
      ['2026-10-08', 'payment', '2026-08'],
      ['2026-10-31', 'charge', '2026-10'],
    ])
    expect(act.creditKopecks).toBe(50_000)
    expect(act.closingKopecks).toBe(act.openingKopecks + act.debitKopecks - 50_000)
    expect(act.penaltyClosingKopecks).toBeGreaterThan(0)
  })

  test('ends where the bill begins to ask', async () => {
    const { closingKopecks } = (await shop.act('', 'from=2026-10-01&to=2026-10-31')).json<ReconciliationAct>()

    const { payments } = await october()
    const [debt, month] = payments.filter(({ what }) => what !== 'advance')
    expect((debt?.amountKopecks ?? 0) + (month?.amountKopecks ?? 0)).toBe(closingKopecks)
  })

  test('comes as PDF and as a workbook', async () => {
    const days = 'from=2026-09-01&to=2026-10-31'
    const words = await wordsOf((await shop.act('/act.pdf', days)).rawPayload)
    const rows = await readSheet((await shop.act('/act.xlsx', days)).rawPayload)

    expect(words).toContain('Акт сверки с 1 сентября 2026 по 31 октября 2026 г.')
    expect(words).toContain('Оплата, август 2026')
    expect(words).toContain('Сальдо на конец')
    expect(rows).toHaveLength(4)
    expect(rows[2]?.slice(1)).toEqual(['Оплата, август 2026', 0, 500])
  })

  test('runs over pages where there is much of it', async () => {
    const line = { accountId: shop.account.id, service: 'cold_water', period: null } as const
    for (let i = 0; i < 60; i += 1) {
      await post(api.db, {
        kind: 'payment',
        operation: `test:many:${i}`,
        occurredOn: addDays('2026-09-01', i),
        actor: 'system',
        entries: [
          { book: 'bank', amountKopecks: 100n },
          { book: 'receivable', ...line, amountKopecks: -100n },
        ],
      })
    }
    const { rawPayload } = await shop.act('/act.pdf', 'from=2020-01-01&to=2026-11-30')

    expect((await openPdf(rawPayload)).numPages).toBe(2)
  })

  test.each([
    ['days the wrong way round', 'from=2026-10-31&to=2026-10-01'],
    ['no day', 'from=2026-10-01'],
    ['no such day', 'from=2026-02-30&to=2026-10-01'],
  ])('is not made for %s', async (_, days) => {
    expect((await shop.act('', days)).json()).toMatchObject({ status: 400, code: 'invalid_request' })
  })
})
