import { REFERENCE } from '@rodnik/domain/billing/test/account'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../test/database.ts'
import { given } from '../../../../test/given.ts'
import { openDatabase } from '../../../platform/db.ts'
import { openItems } from '../ledger.repo.ts'
import { discardDraft } from './discard-draft.service.ts'
import { draftPeriod } from './draft-period.service.ts'
import { finalisePeriod } from './finalise-period.service.ts'

let url: string
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  url = (await createTestDatabase()).url
  database = openDatabase(url, 8)
})
afterAll(() => database.close())

const REFERENCE_OF_FLATS = {
  ...REFERENCE,
  norms: REFERENCE.norms.map((norm) =>
    norm.housingGroup === 'full' ? { ...norm, housingGroup: 'full_amenities' } : norm,
  ),
}

const PENALTIES = [
  { kind: 'due_day', consumerGroup: 'residents', validFrom: '2026-03-01', dayOfMonth: 15, act: 'ЖК' },
] as const

const draft = (period: string, facts: object = {}) =>
  draftPeriod({
    connectionString: url,
    period,
    referenceOf: () => Promise.resolve(REFERENCE_OF_FLATS),
    penalties: PENALTIES,
    by: 'staff:anna',
    sliceAccounts: 5,
    threads: 2,
    ...facts,
  })

/** A draft is older than the tariffs it was made by where it began before they were recorded. */
const startedAt = (instant: string) =>
  database.pool.query(`UPDATE billing_periods SET started_at = ${instant} WHERE state = 'draft'`)

const finalise = (period: string, by: string) => finalisePeriod(url, { period, by })

/** A flat with a cold and a hot meter, read in September; `october` is what the cold one shows a month later. */
async function aFlat(october?: number) {
  const account = await given(database.db).account()
  const past = { '2026-09': 123_000 }
  const readings = october === undefined ? past : { ...past, '2026-10': october }
  await given(database.db).meter(account.id, { service: 'cold', readings })
  await given(database.db).meter(account.id, {
    service: 'hot',
    readings: { '2026-09': 80_000, '2026-10': 82_000 },
  })
  return account
}

const chargesOf = (accountId: string) =>
  database.db.charge.findMany({
    where: { accountId },
    orderBy: { service: 'asc' },
    select: { service: true, method: true, litres: true, amountKopecks: true },
  })
const allCharges = () => database.db.charge.findMany({ orderBy: [{ accountId: 'asc' }, { service: 'asc' }] })

const ledgerSum = async () =>
  (
    await database.db.$queryRaw<
      [{ sum: bigint }]
    >`SELECT sum(amount_kopecks)::bigint AS sum FROM ledger_entries`
  )[0].sum

describe('the month of a city', () => {
  test('is drafted, and each flat is charged by what is known of it', async () => {
    const read = await aFlat(126_000)
    const silent = await aFlat()
    const empty = await given(database.db).account()
    await database.db.account.update({ where: { id: empty.id }, data: { residentsCount: 0, ownersCount: 0 } })
    for (let i = 0; i < 20; i++) await aFlat(124_000 + i)

    const progress = await draft('2026-10')

    expect(progress).toEqual({ doneAccounts: 23, doneSlices: 5, slices: 5, refused: 1 })
    // The price changes on the 16th: 4022 and 4400 kopecks, 2685 and 2900.
    expect(await chargesOf(read.id)).toMatchObject([
      { service: 'cold_water', method: 'meter', litres: 3000n },
      { service: 'wastewater', method: 'meter', litres: 5000n },
    ])
    expect(await chargesOf(silent.id)).toMatchObject([
      { service: 'cold_water', method: 'norm' },
      { service: 'wastewater', method: 'norm' },
    ])
    expect(await database.db.refusedCharge.findMany()).toMatchObject([
      { accountId: empty.id, code: 'persons_unknown' },
    ])
  })

  test('is drafted again only when asked for, and comes out the same', async () => {
    const before = await allCharges()

    await expect(draft('2026-10')).rejects.toMatchObject({ code: 'billing_drafted' })
    await draft('2026-10', { isAnew: true, sliceAccounts: 3, threads: 1 })

    expect(await allCharges()).toEqual(before)
  })

  test('is made final by somebody else than who drafted it, once, and then stands in the ledger', async () => {
    const [account] = await database.db.charge.findMany({ where: { method: 'meter' }, take: 1 })
    await expect(finalise('2026-10', 'staff:anna')).rejects.toMatchObject({ code: 'billing_same_person' })
    await database.pool.query(
      `INSERT INTO reference_values (kind, subject, valid_from, value, act, recorded_by)
       SELECT kind, 'cold_water other_group', valid_from, value, act, recorded_by FROM reference_values
       WHERE kind = 'tariff' AND valid_from <= '2026-09-01' LIMIT 1`,
    )
    await startedAt(`'2026-01-01'`)
    await expect(finalise('2026-10', 'staff:vera')).rejects.toMatchObject({ code: 'billing_stale' })
    await startedAt('app_now()')

    const results = await Promise.allSettled([1, 2, 3].map(() => finalise('2026-10', 'staff:vera')))

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await ledgerSum()).toBe(0n)
    expect(await database.db.auditEvent.findMany({ where: { action: 'billing.finalised' } })).toMatchObject([
      { actor: 'staff:vera', details: { period: '2026-10' } },
    ])
    const owed = await openItems(database.db, account?.accountId ?? '')
    expect(owed.map(({ service, period, kopecks }) => [service, period, kopecks])).toEqual(
      (await chargesOf(account?.accountId ?? '')).map(({ service, amountKopecks }) => [
        service,
        '2026-10',
        amountKopecks,
      ]),
    )
  })

  test('is followed by the next one, which becomes final only when it is over', async () => {
    for (const period of ['2026-08', '2026-12']) {
      await expect(draft(period)).rejects.toMatchObject({ code: 'billing_out_of_order' })
    }
    await draft('2026-11')

    await expect(finalise('2026-11', 'staff:vera')).rejects.toMatchObject({ code: 'billing_month_runs' })
  })

  test('is history once it is final', async () => {
    await expect(draft('2026-10', { isAnew: true })).rejects.toMatchObject({ code: 'billing_final' })
    await expect(database.pool.query('DELETE FROM charges_2026_10')).rejects.toThrow(/are final/)
    await expect(database.pool.query('TRUNCATE charges_2026_10')).rejects.toThrow(/are final/)
    await expect(database.pool.query('UPDATE charges_2026_10 SET litres = 0')).rejects.toThrow(/are final/)
    await expect(database.pool.query(`INSERT INTO charges SELECT * FROM charges LIMIT 1`)).rejects.toThrow(
      /are final|duplicate key/,
    )
    await expect(database.pool.query(`UPDATE billing_periods SET state = 'draft'`)).rejects.toThrow(
      /is final/,
    )
  })

  test('can be thrown away while it is a draft, and never once it is final', async () => {
    await discardDraft(url, { period: '2026-11', by: 'staff:anna' })

    expect(await database.db.billingPeriod.count({ where: { state: { not: 'final' } } })).toBe(0)
    await expect(discardDraft(url, { period: '2026-10', by: 'staff:anna' })).rejects.toMatchObject({
      code: 'billing_final',
    })
  })

  test('asked for twice at once is made once', async () => {
    const results = await Promise.allSettled([draft('2026-11'), draft('2026-11')])

    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
    expect(refused).toHaveLength(1)
    expect(['billing_running', 'billing_drafted']).toContain(refused[0].code)
  })
})
