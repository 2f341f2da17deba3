import type { Bill } from '@rodnik/contract/bills'
import { recompute } from '@rodnik/domain/billing/recompute'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../../test/close-months.ts'
import { statuses } from '../../../../test/people.ts'
import { aFlat, type Flat, REASON, recalculationDesk, SPRING } from '../../../../test/recalculation-desk.ts'
import { finalisePeriod } from '../close/finalise-period.service.ts'

const WITHOUT_AUGUST = { ...SPRING, '2026-09': 115_000, '2026-10': 119_000, '2026-11': 122_000 }
const TRUTH = { ...WITHOUT_AUGUST, '2026-08': 112_000 }
const READINGS = {
  mistyped: { ...TRUTH, '2026-08': 114_000 },
  right: TRUTH,
  late: WITHOUT_AUGUST,
  moved: TRUTH,
  inspected: { ...TRUTH, '2026-11': 124_000 },
  tapped: TRUTH,
  backwards: TRUTH,
  slow: TRUTH,
  withdrawn: TRUTH,
}

let api: Api
let desk: Awaited<ReturnType<typeof recalculationDesk>>
/** By what was wrong with them, or will happen. */
let flats: Record<keyof typeof READINGS, Flat>

// The months of a city are closed once: what is final stays.
beforeAll(async () => {
  api = await startApi()
  desk = await recalculationDesk(api)
  const made = Object.entries(READINGS).map(async ([name, readings]) => [name, await aFlat(api, readings)])
  flats = Object.fromEntries(await Promise.all(made))
  await closeMonths(api, '2026-07', '2026-08', '2026-09')
})
afterAll(() => api.stop())

const finalise = (period: string) => finalisePeriod(api.databaseUrl, { period, by: 'staff:vera' })

describe('a recalculation', () => {
  beforeAll(() => desk.corrected(flats.mistyped, '2026-08', 112_000))

  test('is charged by the next draft, each month at its own place, and by every draft made anew', async () => {
    await desk.corrected(flats.late, '2026-08', 112_000)
    await desk.ask(flats.mistyped)
    await desk.ask(flats.late)
    await desk.ask(flats.tapped, { kind: 'unauthorised', foundOn: '2026-10-15', months: 2, actNumber: 'А-7' })
    const { id: meterId } = flats.inspected.meter
    await desk.ask(flats.inspected, {
      kind: 'inspection',
      meterId,
      foundOn: '2026-10-28',
      foundLitres: 121_000,
    })

    await draftMonth(api, '2026-10')
    const first = await desk.added(flats.mistyped, '2026-10')
    await draftMonth(api, '2026-10', { isAnew: true })

    expect(first).toEqual([
      ['2026-08', 'cold_water', -2000, -8044],
      ['2026-09', 'cold_water', 2000, 8044],
      ['2026-08', 'wastewater', -2000, -5370],
      ['2026-09', 'wastewater', 2000, 5370],
    ])
    expect(await desk.added(flats.mistyped, '2026-10')).toEqual(first)
    expect(await desk.listed(flats.mistyped)).toMatchObject({
      recalculations: [{ state: 'taken', takenIn: '2026-10', amountKopecks: 0 }],
    })
  })

  test('of a reading that came late settles nothing twice', async () => {
    // August was the average of 3 m³, and September took it off again.
    expect(await desk.added(flats.late, '2026-10')).toEqual([])
    expect(await desk.chargedInAll(flats.late)).toEqual(await desk.chargedInAll(flats.right))
  })

  test('after an inspection is the difference in its month', async () => {
    expect(await desk.added(flats.inspected, '2026-10')).toEqual([
      ['2026-10', 'cold_water', 2000, 8044],
      ['2026-10', 'wastewater', 2000, 5370],
    ])
  })

  test('of water taken past the meter is ten norms for each of the months before', async () => {
    const lines = await desk.added(flats.tapped, '2026-10')

    expect(lines.map(([period, service]) => [period, service])).toEqual([
      ['2026-08', 'cold_water'],
      ['2026-09', 'cold_water'],
      ['2026-08', 'wastewater'],
      ['2026-09', 'wastewater'],
    ])
    expect(new Set(lines.map(([, , litres]) => litres)).size).toBe(1)
  })

  test('that is withdrawn from a draft makes it stale, and is not in the next one', async () => {
    await desk.corrected(flats.withdrawn, '2026-08', 111_000)
    const { id } = (await desk.ask(flats.withdrawn)).json<{ id: string }>()
    await draftMonth(api, '2026-10', { isAnew: true })
    expect(await desk.added(flats.withdrawn, '2026-10')).toHaveLength(4)
    const withdraw = () => desk.anna.post(`${flats.withdrawn.url}/${id}/withdraw`, { reason: 'Не тот счёт' })

    const answers = await Promise.all([1, 2].map(withdraw))

    expect(statuses(answers)).toEqual([204, 404])
    await expect(finalise('2026-10')).rejects.toMatchObject({ code: 'billing_stale' })
    await draftMonth(api, '2026-10', { isAnew: true })
    expect(await desk.added(flats.withdrawn, '2026-10')).toEqual([])
    expect((await desk.listed(flats.withdrawn)).recalculations).toMatchObject([
      { state: 'withdrawn', takenIn: null, withdrawal: { reason: 'Не тот счёт', by: 'Анна' } },
    ])
    const log = await api.db.auditEvent.findMany({ where: { action: 'recalculation.withdrawn' } })
    expect(log).toMatchObject([{ actor: `staff:${desk.anna.id}`, details: { recalculation: id } }])
  })

  test('that cannot be charged waits with its reason, and the month itself is charged', async () => {
    await desk.corrected(flats.backwards, '2026-08', 90_000)
    expect(await desk.preview(flats.backwards)).toMatchObject({ ok: false, code: 'negative_volume' })
    await desk.ask(flats.backwards)

    await draftMonth(api, '2026-10', { isAnew: true })

    expect((await desk.listed(flats.backwards)).recalculations).toMatchObject([
      { state: 'waiting', refusal: { code: 'negative_volume', subject: flats.backwards.meter.id } },
    ])
    expect(await desk.chargesOf(flats.backwards, '2026-10')).toMatchObject([
      { litres: 4000n },
      { litres: 4000n },
    ])
    const report = (await desk.anna.get('/staff/billing/2026-10')).json()
    expect(report.recalculations).toEqual({
      accounts: 4,
      kopecks: await sumOfTaken(),
      refused: [{ code: 'negative_volume', accounts: 1, example: flats.backwards.account.number }],
    })
  })

  test('of an account that had been closed gives back what was charged since', async () => {
    const { account } = flats.moved
    await api.db.account.update({ where: { id: account.id }, data: { closedOn: new Date('2026-08-31') } })
    await desk.ask(flats.moved, { kind: 'months', from: '2026-09', to: '2026-09' })

    await draftMonth(api, '2026-10', { isAnew: true })

    expect(await desk.added(flats.moved, '2026-10')).toEqual([
      ['2026-09', 'cold_water', -3000, -12_066],
      ['2026-09', 'wastewater', -3000, -8055],
    ])
    expect(await desk.chargesOf(flats.moved, '2026-10')).toMatchObject([
      { amountKopecks: -12_066n, method: 'difference' },
      { amountKopecks: -8055n },
    ])
  })

  test('that is recorded after the draft waits for the next one', async () => {
    await desk.corrected(flats.slow, '2026-08', 111_000)
    expect(await desk.preview(flats.slow)).toMatchObject({ takenIn: '2026-11' })

    await desk.ask(flats.slow)

    expect(await desk.added(flats.slow, '2026-10')).toEqual([])
    expect((await desk.listed(flats.slow)).recalculations).toMatchObject([{ state: 'waiting' }])
  })
})

async function sumOfTaken() {
  const taken = await api.db.recalculation.findMany({ where: { takenIn: { not: null } } })
  return taken.reduce((sum, { amountKopecks }) => sum + Number(amountKopecks), 0)
}

describe('when its month is final', () => {
  beforeAll(() => finalise('2026-10'))

  test('the resident sees it apart, with its month, its reason and its numbers', async () => {
    const { get, bills } = flats.mistyped
    const bill = (await get(`${bills}/2026-10`)).json<Bill>()

    const lines = bill.services.flatMap((service) => service.lines)
    expect(lines.filter(({ kind }) => kind === 'correction')).toMatchObject([
      { period: '2026-08', recalculation: { reason: REASON } },
      { period: '2026-09' },
      { period: '2026-08' },
      { period: '2026-09' },
    ])
    expect(lines.map(({ explanation }) => recompute(explanation))).toEqual(
      lines.map(({ amountKopecks }) => amountKopecks),
    )
    expect(lines.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0)).toBe(bill.totalKopecks)
  })

  test('the flat has paid what it would have if everything had been right from the start', async () => {
    expect(await desk.chargedInAll(flats.mistyped)).toEqual(await desk.chargedInAll(flats.right))
  })

  test('it stays: nobody withdraws it, nor changes what it found', async () => {
    const [final] = (await desk.listed(flats.mistyped)).recalculations

    const answer = await desk.anna.post(`${flats.mistyped.url}/${final?.id}/withdraw`, {
      reason: 'Передумали',
    })

    expect(final).toMatchObject({ state: 'final', takenIn: '2026-10' })
    expect(answer.json()).toMatchObject({ status: 409, code: 'recalculation_final' })
    await expect(api.pool.query(`UPDATE recalculations SET amount_kopecks = 0`)).rejects.toThrow(/is refused/)
    await expect(api.pool.query(`DELETE FROM recalculations`)).rejects.toThrow(/is refused/)
    await expect(api.pool.query(`DELETE FROM recalculated_months`)).rejects.toThrow(/is refused/)
  })

  test('another one of the same month counts it, and water is not charged past the meter twice', async () => {
    await desk.corrected(flats.mistyped, '2026-08', 111_000)
    expect((await desk.ask(flats.mistyped)).statusCode).toBe(201)
    const tapped = { kind: 'unauthorised', foundOn: '2026-10-20', months: 1, actNumber: 'А-8' } as const
    expect((await desk.ask(flats.tapped, tapped)).statusCode).toBe(409)

    await draftMonth(api, '2026-11')

    expect(await desk.added(flats.mistyped, '2026-11')).toEqual([
      ['2026-08', 'cold_water', -1000, -4022],
      ['2026-09', 'cold_water', 1000, 4022],
      ['2026-08', 'wastewater', -1000, -2685],
      ['2026-09', 'wastewater', 1000, 2685],
    ])
    expect(await desk.added(flats.slow, '2026-11')).toHaveLength(4)
  })

  test('after an inspection the count goes on from what was found', async () => {
    expect(await desk.chargesOf(flats.inspected, '2026-11')).toMatchObject([
      { litres: 3000n },
      { litres: 3000n },
    ])
  })
})
