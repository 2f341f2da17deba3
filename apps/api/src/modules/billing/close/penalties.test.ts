import type { Bill } from '@rodnik/contract/bills'
import { recompute } from '@rodnik/domain/billing/recompute'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../../test/close-months.ts'
import { aDebtor, COLD_KOPECKS, type Debtor, pays, tookOver } from '../../../../test/debtors.ts'

let api: Api
let flats: Record<'silent' | 'prompt' | 'tardy' | 'found' | 'shop' | 'heir', Debtor>

beforeAll(async () => {
  api = await startApi()
  flats = {
    silent: await aDebtor(api),
    prompt: await aDebtor(api),
    tardy: await aDebtor(api),
    found: await aDebtor(api),
    shop: await aDebtor(api, 'legal'),
    heir: await aDebtor(api),
  }
  await tookOver(api, flats.heir)
  await closeMonths(api, '2026-05')
  await pays(api, flats.prompt, '2026-06-14', '2026-05')
  await closeMonths(api, '2026-06')
  await pays(api, flats.prompt, '2026-07-15', '2026-06')
  await pays(api, flats.tardy, '2026-07-20', '2026-05')
  await closeMonths(api, '2026-07')
  await pays(api, flats.found, '2026-07-18', '2026-05')
  await closeMonths(api, '2026-08')
})
afterAll(() => api.stop())

/** By month of debt and service: what the penalty has grown by. */
const grown = ({ penalties }: Bill) =>
  penalties.map(({ debtPeriod, service, amountKopecks }) => [debtPeriod, service, amountKopecks])

describe('a resident', () => {
  test('is charged from the 31st day on, in the bill of the month it falls into', async () => {
    const { bill } = flats.silent

    expect(grown(await bill('2026-06'))).toEqual([])
    // The bill of May is due on 15 June; 16 July is day 31, so 16 days of 9.5 % ÷ 300.
    expect(grown(await bill('2026-07'))).toEqual([
      ['2026-05', 'cold_water', 204],
      ['2026-05', 'wastewater', 136],
    ])
  })

  test('finds the days, the rate and the paragraph, and they give the sum again', async () => {
    const { penalties } = await flats.silent.bill('2026-08')

    expect(penalties[0]).toMatchObject({
      debtPeriod: '2026-05',
      dueOn: '2026-06-15',
      asOf: '2026-08-31',
      chargedBeforeKopecks: 204,
      segments: [
        { debtKopecks: COLD_KOPECKS, fromDay: 31, toDay: 77, rateBasisPoints: 950, law: ['zhk:155.14'] },
      ],
    })
    for (const { segments, amountKopecks, chargedBeforeKopecks } of penalties) {
      const whole = segments.reduce((sum, segment) => sum + recompute(segment), 0)
      expect(whole - chargedBeforeKopecks).toBe(amountKopecks)
    }
    expect(penalties.map(({ debtPeriod }) => debtPeriod)).toEqual([
      '2026-05',
      '2026-05',
      '2026-06',
      '2026-06',
    ])
  })

  test('who pays in time is charged nothing', async () => {
    const { bill } = flats.prompt

    expect([...grown(await bill('2026-07')), ...grown(await bill('2026-08'))]).toEqual([])
  })

  test('who pays late is charged to the day of payment, once', async () => {
    const { bill } = flats.tardy

    // Days 31 to 35.
    expect(grown(await bill('2026-07'))).toEqual([
      ['2026-05', 'cold_water', 64],
      ['2026-05', 'wastewater', 43],
    ])
    expect(grown(await bill('2026-08')).filter(([debtPeriod]) => debtPeriod === '2026-05')).toEqual([])
  })

  test('whose payment is found after the bill gets back what was charged too much', async () => {
    const { bill } = flats.found

    expect(grown(await bill('2026-07')).map(([, , kopecks]) => kopecks)).toEqual([204, 136])
    // Days 31 to 33 remain.
    expect(grown(await bill('2026-08')).slice(0, 2)).toEqual([
      ['2026-05', 'cold_water', 38 - 204],
      ['2026-05', 'wastewater', 26 - 136],
    ])
  })

  test('who was taken over with a debt and its penalty pays no day twice', async () => {
    const [first] = (await flats.heir.bill('2026-05')).penalties

    // The bill of January was due on 10 February; 30 April is day 79, 31 May day 110.
    expect(first).toMatchObject({ debtPeriod: '2026-01', dueOn: '2026-02-10', chargedBeforeKopecks: 0 })
    expect(first?.segments.map(({ fromDay, toDay, denominator }) => [fromDay, toDay, denominator])).toEqual([
      [80, 90, 300],
      [91, 110, 130],
    ])
    expect(first?.amountKopecks).toBe(348 + 1462)
  })
})

test('an organisation is charged from the first day late, by its own term', async () => {
  const penalties = (await flats.shop.bill('2026-06')).penalties

  expect(penalties.slice(0, 1)).toMatchObject([
    { debtPeriod: '2026-05', dueOn: '2026-06-10', segments: [{ fromDay: 1, toDay: 20, denominator: 130 }] },
  ])
})

describe('the city', () => {
  test('has books that sum to zero, and as much penalty in them as in its bills', async () => {
    const [sums] = await api.db.$queryRaw<Record<string, bigint>[]>`
      SELECT sum(amount_kopecks)::bigint AS all,
        (SELECT sum(amount_kopecks)::bigint FROM penalty_charges) AS charged,
        (SELECT -sum(amount_kopecks)::bigint FROM ledger_entries WHERE book = 'penalty_income') AS earned
      FROM ledger_entries`

    expect(sums?.['all']).toBe(0n)
    expect(sums?.['earned']).toBe(sums?.['charged'])
  })

  test('keeps the penalties of a final month as they are', async () => {
    const change = api.db
      .$executeRaw`UPDATE penalty_charges SET amount_kopecks = 1 WHERE period = '2026-07-01'`

    await expect(change).rejects.toThrow('final')
    await expect(api.db.$executeRaw`TRUNCATE penalty_charges`).rejects.toThrow('penalty_charges')
  })

  test('drafts the same penalties each time it is asked', async () => {
    const drafted = () =>
      api.db.penaltyCharge.findMany({
        where: { period: new Date('2026-09-01') },
        orderBy: [{ accountId: 'asc' }, { service: 'asc' }, { debtPeriod: 'asc' }],
      })
    await draftMonth(api, '2026-09')
    const first = await drafted()

    await draftMonth(api, '2026-09', { isAnew: true })

    expect(first.length).toBeGreaterThan(0)
    expect(await drafted()).toEqual(first)
  })
})
