import type { Bill } from '@rodnik/contract/bills'
import type { WaitingReading } from '@rodnik/contract/staff-readings'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../test/api.ts'
import { draftMonth } from '../../../test/close-months.ts'
import { type MeterDesk, meterDesk } from '../../../test/meter-desk.ts'
import { anOwner } from '../../../test/people.ts'

let api: Api
let desk: MeterDesk
beforeAll(async () => {
  api = await startApi()
  desk = await meterDesk(api)
})
afterAll(() => api.stop())

const numberOf = (answer: { json: () => { number: string } }) => answer.json().number

/** The owner has sent 126 m³, a guest 127 m³ over it: that one waits. */
async function aDoubt() {
  const owner = await anOwner(api)
  const { account, meter } = owner
  const url = `/my/accounts/${account.id}`
  const own = await owner.post(`${url}/submissions`, {
    readings: [{ meterId: meter.id, valueLitres: 126_000 }],
  })
  const guest = await guestOf(api, account.entry)
  const sent = await guest.submit([{ meterId: meter.id, valueLitres: 127_000 }])
  const seen = async (number: string) =>
    (await owner.get(`${url}/submissions/${number}`)).json<{ readings: object[] }>().readings[0]
  return { ...owner, own: numberOf(own), sent: numberOf(sent), seen, url }
}
type Doubt = Awaited<ReturnType<typeof aDoubt>>

const decide = (by: MeterDesk, { meter }: Pick<Doubt, 'meter'>, counts: boolean, revision = 3) =>
  by.member.post(`/staff/reading-reviews/${meter.id}/${revision}`, { counts, reason: 'Звонок абоненту' })

const waiting = async (by: MeterDesk = desk) =>
  (await by.member.get('/staff/reading-reviews')).json<{ readings: WaitingReading[] }>().readings

async function billedTo({ account }: Doubt) {
  await draftMonth(api, '2026-11', { isAnew: true })
  const charge = await api.db.charge.findFirstOrThrow({
    where: { accountId: account.id, service: 'cold_water' },
  })
  return (charge.lines as Bill['services'][0]['lines'])[0]?.litres
}

test('a reading that waits is in the queue with what counts so far', async () => {
  const doubt = await aDoubt()

  expect((await waiting()).find(({ meterId }) => meterId === doubt.meter.id)).toMatchObject({
    account: { number: doubt.account.number },
    valueLitres: 127_000,
    countsLitres: 126_000,
    previousLitres: 123_456,
    reason: 'over_confirmed',
    source: 'accountless',
    submissionNumber: doubt.sent,
  })
})

describe('once it counts', () => {
  test('it is what the bill is made of, and the one before is replaced', async () => {
    const doubt = await aDoubt()
    expect(await billedTo(doubt)).toBe(2544)

    expect((await decide(desk, doubt, true)).statusCode).toBe(200)

    expect(await doubt.seen(doubt.sent)).toMatchObject({ state: 'accepted', isReplaced: false })
    expect(await doubt.seen(doubt.own)).toMatchObject({ isReplaced: true, replacedBy: doubt.sent })
    expect(await billedTo(doubt)).toBe(3544)
    expect((await waiting()).map(({ meterId }) => meterId)).not.toContain(doubt.meter.id)
  })

  test('the cabinet and the office say so', async () => {
    const doubt = await aDoubt()
    await decide(desk, doubt, true)

    const cabinet = (await doubt.get(`${doubt.url}/cabinet`)).json<{ versions: object[] }>()
    expect(cabinet.versions).toMatchObject([{ state: 'accepted' }, { state: 'accepted' }])
    const [meter] = await desk.meters(doubt)
    expect(meter?.readings.map(({ state }) => state)).toEqual(['counts', 'replaced', 'counts'])
  })
})

describe('once it does not count', () => {
  test('the bill stays, and whoever sent it sees the decision', async () => {
    const doubt = await aDoubt()

    await decide(desk, doubt, false)

    expect(await doubt.seen(doubt.sent)).toMatchObject({ state: 'not_counted' })
    expect(await doubt.seen(doubt.own)).toMatchObject({ state: 'accepted', isReplaced: false })
    expect(await billedTo(doubt)).toBe(2544)
    const [meter] = await desk.meters(doubt)
    expect(meter?.readings.map(({ state }) => state)).toEqual(['not_counted', 'counts', 'counts'])
  })
})

test('of several who decide at once one does', async () => {
  const doubt = await aDoubt()

  const answers = await Promise.all([true, false, true].map((counts) => decide(desk, doubt, counts)))

  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await api.db.readingReview.count({ where: { meterId: doubt.meter.id } })).toBe(1)
})

test('what does not fit between its neighbours any more cannot be made to count', async () => {
  const doubt = await aDoubt()
  await api.db.reading.create({
    data: {
      meterId: doubt.meter.id,
      revision: 4,
      period: new Date('2026-12-01'),
      valueLitres: 126_500,
      usedLitres: 500,
      takenOn: new Date('2026-12-01'),
      source: 'inspector',
    },
  })

  expect((await decide(desk, doubt, true)).json()).toMatchObject({
    code: 'facts_refused',
    fields: { valueLitres: 'above_later' },
  })
})

test('only the office decides, and only of what waits', async () => {
  const doubt = await aDoubt()
  const inspector = await meterDesk(api, ['inspector'])

  expect((await decide(inspector, doubt, true)).statusCode).toBe(403)
  expect((await decide(desk, doubt, true, 2)).statusCode).toBe(404)
  expect((await decide(desk, { meter: { ...doubt.meter, id: crypto.randomUUID() } }, true)).statusCode).toBe(
    404,
  )
  expect((await doubt.post(`/staff/reading-reviews/${doubt.meter.id}/3`, {})).statusCode).toBe(403)
})
