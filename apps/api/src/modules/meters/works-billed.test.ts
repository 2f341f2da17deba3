import { setTimeout as sleep } from 'node:timers/promises'
import type { Bill } from '@rodnik/contract/bills'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../test/close-months.ts'
import { type MeterDesk, meterDesk, NEW_METER, replacement } from '../../../test/meter-desk.ts'
import { aFlat, type Flat, recalculationDesk } from '../../../test/recalculation-desk.ts'
import { finalisePeriod, recordInspection } from '../billing/index.ts'
import { workOnMeter } from './work-on-meter.service.ts'

const STEADY = {
  '2026-02': 103_000,
  '2026-03': 106_000,
  '2026-04': 109_000,
  '2026-05': 112_000,
  '2026-06': 115_000,
  '2026-07': 118_000,
  '2026-08': 121_000,
}

let api: Api
let desk: MeterDesk
let replaced: Flat
let silent: Flat
let failed: Flat
let expired: Flat
let sound: Flat
let sealed: Flat
let below: Flat

const meterOf = (serial: string) => ({ ...NEW_METER, serial, verifiedOn: '2026-06-01' })
const act = { actNumber: '1' }

/** A reading that came by telephone in its days and was typed in after them. */
async function told({ account }: Flat, reading: { meterId: string; valueLitres: number }) {
  const body = { channel: 'phone', receivedOn: '2026-09-24', readings: [reading] }
  const answer = await desk.member.post(`/staff/accounts/${account.id}/submissions`, body)
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

/** An inspector took the meter away at a visit: it showed two cubic metres less than was billed. */
function leftBelow({ account, meter }: Flat): Promise<string> {
  const found = { meterId: meter.id, foundOn: '2026-09-12', foundLitres: 119_000 }
  const wish = replacement({ doneOn: found.foundOn, valueLitres: found.foundLitres, meter: meterOf('4') })
  const ivan = {
    name: 'staff:ivan',
    source: 'inspector',
    days: { today: '2026-10-03', firstDay: '2023-10-01' },
    closesOn: () => '2026-09-25',
  } as const
  return api.db.$transaction(async (tx) => {
    const target = { accountId: account.id, meterId: meter.id }
    const { meterId } = await workOnMeter(tx, ivan, target, { ...wish, isInspected: true })
    const facts = { kind: 'inspection', ...found } as const
    await recordInspection(tx, ivan.name, { accountId: account.id, facts, reason: 'Акт 1' })
    return meterId
  })
}

/** What a month has charged of cold water, part by part. */
async function partsOf({ account }: Flat, period: string) {
  const charge = await api.db.charge.findFirstOrThrow({
    where: { accountId: account.id, service: 'cold_water', period: new Date(`${period}-01`) },
  })
  const lines = charge.lines as Bill['services'][0]['lines']
  return lines.flatMap(({ kind, explanation }) =>
    kind === 'charge' && explanation.formula === 'volume_by_price'
      ? explanation.parts.map((part) => ({
          method: part.method,
          days: `${part.from.slice(8)}-${part.to.slice(8)}`,
          litres: part.litres,
        }))
      : [],
  )
}

beforeAll(async () => {
  api = await startApi({ now: '2026-10-03T09:00:00Z' })
  desk = await meterDesk(api)
  replaced = await aFlat(api, STEADY)
  silent = await aFlat(api, STEADY)
  failed = await aFlat(api, STEADY)
  expired = await aFlat(api, STEADY)
  sound = await aFlat(api, { ...STEADY, '2026-09': 124_000 })
  sealed = await aFlat(api, { ...STEADY, '2026-09': 124_000 })
  await api.db.meter.update({
    where: { id: expired.meter.id },
    data: { verificationDueOn: new Date('2026-08-25') },
  })
  const { meterId } = desk.done(
    await desk.work(
      replaced,
      replacement({ doneOn: '2026-09-12', valueLitres: 122_200, meter: meterOf('1') }),
    ),
  )
  await told(replaced, { meterId, valueLitres: 1900 })
  await desk.work(silent, replacement({ doneOn: '2026-09-12', valueLitres: 122_200, meter: meterOf('2') }))
  await desk.work(failed, { kind: 'fail', ...act, doneOn: '2026-09-04' })
  await desk.work(failed, replacement({ doneOn: '2026-09-14', valueLitres: null, meter: meterOf('3') }))
  const verification = { kind: 'verify', ...act, doneOn: '2026-09-11', sealNumber: 'П-5' } as const
  await desk.work(expired, { ...verification, valueLitres: 122_000, verificationDueOn: '2032-09-11' })
  await told(expired, { meterId: expired.meter.id, valueLitres: 124_500 })
  below = await aFlat(api, STEADY)
  await told(below, { meterId: await leftBelow(below), valueLitres: 1900 })
  await closeMonths(api, '2026-08')
  await draftMonth(api, '2026-09')
}, 60_000)
afterAll(() => api.stop())

test('a draft that began before a work becomes stale and is made anew', async () => {
  await desk.work(sealed, {
    kind: 'seal',
    ...act,
    doneOn: '2026-09-10',
    sealNumber: 'П-6',
    valueLitres: 122_500,
  })

  const finalise = () => finalisePeriod(api.databaseUrl, { period: '2026-09', by: 'staff:vera' })
  expect((await desk.meters(sealed))[0]).toMatchObject({ sealNumber: 'П-6' })
  await desk.work(sealed, { kind: 'control', ...act, doneOn: '2026-09-28', valueLitres: 124_000 })
  await expect(finalise()).rejects.toMatchObject({ code: 'billing_stale' })
  await draftMonth(api, '2026-09', { isAnew: true })
  await finalise()
})

describe('the month of a work is charged by what the act says', () => {
  test('a replacement with both readings: the old meter to its last litre, the new one from its first', async () => {
    expect(await partsOf(replaced, '2026-09')).toEqual([
      { method: 'meter', days: '01-12', litres: 1200 },
      { method: 'meter', days: '12-30', litres: 1400 },
    ])
  })

  test('a new meter that nobody has read since: the norm for its days, of which the first was the old one’s too', async () => {
    expect(await partsOf(silent, '2026-09')).toMatchObject([
      { method: 'meter', days: '01-12', litres: 1100 },
      { method: 'norm', days: '12-30' },
    ])
  })

  test('a replacement that showed less than was billed: nothing more of the old meter, and the difference back', async () => {
    expect(await partsOf(below, '2026-09')).toEqual([
      { method: 'meter', days: '01-12', litres: 0 },
      { method: 'meter', days: '12-30', litres: 1400 },
    ])
    expect(
      (await (await recalculationDesk(api)).added(below, '2026-09')).map(([, , litres]) => litres),
    ).toEqual([-2000, -2000])
  })

  test('a meter that failed before it was replaced: the average until the new one came', async () => {
    expect(await partsOf(failed, '2026-09')).toMatchObject([
      { method: 'average', days: '01-13' },
      { method: 'norm', days: '14-30' },
    ])
  })

  test('a meter that was verified too late: the average for the days before, its readings after', async () => {
    expect(await partsOf(expired, '2026-09')).toMatchObject([
      { method: 'meter', days: '11-30', litres: 2500 },
      { method: 'average', days: '01-10' },
    ])
  })

  test('and in the month in which it ran out, though its papers are in order now', async () => {
    expect(await partsOf(expired, '2026-08')).toMatchObject([
      { method: 'meter', days: '01-22', litres: 3000 },
      { method: 'average', days: '23-31' },
    ])
  })

  test('a seal changes nothing of the bill', async () => {
    expect(await partsOf(sealed, '2026-09')).toEqual(await partsOf(sound, '2026-09'))
  })
})

describe('a work of a month that has been charged', () => {
  test('says which months want a recalculation, and the recalculation charges them by it', async () => {
    const clerks = await recalculationDesk(api)

    const { recalculation } = desk.done(
      await desk.work(sound, {
        kind: 'fail',
        ...act,
        doneOn: '2026-09-03',
      }),
    )

    expect(recalculation).toEqual({ from: '2026-09', to: '2026-09' })
    expect(await clerks.listed(sound)).toMatchObject({ owed: { from: '2026-09', to: '2026-09' } })
    await clerks.ask(sound, { kind: 'months', from: '2026-09', to: '2026-09' })
    expect(await clerks.listed(sound)).toMatchObject({ owed: null })
  })
})

test('a draft waits for whoever is recording something, and has it', async () => {
  const { account } = sound
  const client = await api.pool.connect()
  await client.query('BEGIN')
  await client.query(`SELECT pg_advisory_xact_lock_shared(hashtextextended('month-changes', 0))`)
  await client.query(`UPDATE accounts SET residents_count = 7 WHERE id = $1`, [account.id])

  const drafting = draftMonth(api, '2026-10')
  const first = await Promise.race([drafting.then(() => 'drafted'), sleep(500, 'waiting')])
  await client.query('COMMIT')
  client.release()
  await drafting

  expect(first).toBe('waiting')
})
