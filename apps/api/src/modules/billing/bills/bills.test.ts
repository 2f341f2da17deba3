import type { Bill } from '@rodnik/contract/bills'
import { recompute } from '@rodnik/domain/billing/recompute'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, signedIn, startApi } from '../../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../../test/close-months.ts'
import { aResident } from '../../../../test/people.ts'
import { post } from '../ledger.repo.ts'

type Flat = Awaited<ReturnType<typeof aFlat>>

let api: Api
/** Read every month; silent since September; silent in August and September and read again. */
let flats: { read: Flat; silent: Flat; late: Flat; neighbours: Flat }

const SPRING = { '2026-04': 100_000, '2026-05': 103_000, '2026-06': 106_000, '2026-07': 109_000 }

async function aFlat(readings: Record<string, number>) {
  const person = await aResident(api)
  const account = await api.given.account({ holderName: 'Иванова Анна Петровна' })
  await api.db.account.update({ where: { id: account.id }, data: { residentsCount: 2 } })
  const meter = await api.given.meter(account.id, { readings, serial: '07451893' })
  await api.given.link(person.id, account.id)
  return { ...person, account, meter, bills: `/my/accounts/${account.id}/bills` }
}

// The months of a city are closed once: what is final stays.
beforeAll(async () => {
  api = await startApi()
  const everyMonth = { ...SPRING, '2026-08': 112_000, '2026-09': 115_000, '2026-10': 119_000 }
  flats = {
    read: await aFlat({ ...everyMonth, '2026-11': 122_000 }),
    silent: await aFlat({ ...SPRING, '2026-08': 112_000 }),
    late: await aFlat({ ...SPRING, '2026-10': 119_500 }),
    neighbours: await aFlat(everyMonth),
  }
  await closeMonths(api, '2026-08', '2026-09', '2026-10')
  await draftMonth(api, '2026-11')
})
afterAll(() => api.stop())

const october = async ({ get, bills }: Flat) => (await get(`${bills}/2026-10`)).json<Bill>()

describe('an owner', () => {
  test('sees the months that are final, newest first, and not the draft', async () => {
    const { get, bills } = flats.read

    const list = (await get(bills)).json()
    const draft = await get(`${bills}/2026-11`)

    expect(list.bills).toMatchObject([
      { period: '2026-10', dueOn: '2026-11-16' },
      { period: '2026-09', dueOn: '2026-10-15' },
      { period: '2026-08', dueOn: '2026-09-15' },
    ])
    expect(draft.json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('sees cold water and wastewater, each line with numbers that give its sum again', async () => {
    const bill = await october(flats.read)

    // 4 m³ at 40.22 and at 26.85 roubles.
    expect(bill).toMatchObject({
      period: '2026-10',
      totalKopecks: 16_088 + 10_740,
      account: { number: flats.read.account.number, house: '12а', flat: '45' },
      services: [
        { service: 'cold_water', litres: 4000, amountKopecks: 16_088 },
        { service: 'wastewater', litres: 4000, amountKopecks: 10_740 },
      ],
      meters: [{ id: flats.read.meter.id, service: 'cold', serial: '07451893', place: 'кухня' }],
    })
    const lines = bill.services.flatMap((service) => service.lines)
    expect(lines.map(({ explanation }) => recompute(explanation))).toEqual(
      lines.map(({ amountKopecks }) => amountKopecks),
    )
  })

  test('is told why the sum is another one than in the month before', async () => {
    const { change } = await october(flats.read)

    expect(change).toEqual({
      periodBefore: '2026-09',
      amountKopecks: 4022 + 2685,
      services: [
        {
          service: 'cold_water',
          amountKopecks: 4022,
          parts: [{ because: 'volume', litresBefore: 3000, litresNow: 4000, amountKopecks: 4022 }],
        },
        {
          service: 'wastewater',
          amountKopecks: 2685,
          parts: [{ because: 'volume', litresBefore: 3000, litresNow: 4000, amountKopecks: 2685 }],
        },
      ],
    })
  })

  test('finds nothing to compare the first month with', async () => {
    const { get, bills } = flats.read

    expect((await get(`${bills}/2026-08`)).json()).toMatchObject({ change: null })
  })

  test('who sent no readings is told which months the average was made of', async () => {
    const [cold] = (await october(flats.silent)).services

    expect(cold?.lines[0]?.explanation).toMatchObject({
      formula: 'volume_by_price',
      parts: [{ method: 'average', because: 'no_reading', missedMonth: 2, litres: 3000 }],
      law: ['354:59.b'],
    })
  })

  test('who sends them again is told what of the silent months is taken off', async () => {
    const [cold] = (await october(flats.late)).services

    expect(cold).toMatchObject({ litres: 10_500 - 6000 })
    expect(cold?.lines[0]?.explanation).toMatchObject({
      parts: [
        { method: 'meter', fromLitres: 109_000, toLitres: 119_500, litres: 10_500 },
        { method: 'true_up', chargedLitres: [3000, 3000], litres: -6000 },
      ],
    })
  })

  test('owes what the ledger says now: water, penalties apart, an advance taken off', async () => {
    const { account } = flats.neighbours
    const line = { accountId: account.id, service: 'cold_water', period: null } as const
    const facts = { occurredOn: '2026-11-10', actor: 'system' }
    await post(api.db, {
      ...facts,
      kind: 'payment',
      operation: 'test:payment',
      entries: [
        { book: 'bank', amountKopecks: 100_000n },
        { book: 'receivable', ...line, amountKopecks: -100_000n },
      ],
    })
    await post(api.db, {
      ...facts,
      kind: 'penalty',
      operation: 'test:penalty',
      entries: [
        { book: 'penalty_receivable', ...line, amountKopecks: 123n },
        { book: 'penalty_income', service: 'cold_water', period: null, amountKopecks: -123n },
      ],
    })

    const { owed } = await october(flats.neighbours)

    const left = 100_000 - (3 + 3 + 4) * (4022 + 2685)
    expect(owed).toEqual({
      principalKopecks: -left,
      penaltyKopecks: 123 + 102,
      toPayKopecks: 225,
      advanceLeftKopecks: left,
    })
  })
})

describe('a bill', () => {
  test('is seen by a helper who may only look, until the owner ends the help', async () => {
    const helper = await aResident(api)
    const { account, bills } = flats.read
    const link = await api.given.link(helper.id, account.id, { role: 'helper', canSubmit: false })
    expect((await helper.get(`${bills}/2026-10`)).statusCode).toBe(200)

    await api.db.accountLink.update({
      where: { id: link.id },
      data: { endedAt: new Date('2026-11-22T07:00:00Z'), endReason: 'owner' },
    })

    expect((await helper.get(`${bills}/2026-10`)).statusCode).toBe(404)
  })

  test('is not found by a neighbour, as if the account were not there', async () => {
    const { get } = flats.neighbours
    const nowhere = '018f3c5a-0000-7000-8000-000000000001'

    const answers = [
      await get(flats.read.bills),
      await get(`${flats.read.bills}/2026-10`),
      await get(`/my/accounts/${nowhere}/bills`),
      await get(`/my/accounts/${nowhere}/bills/2026-10`),
    ]

    expect(answers.map((answer) => answer.json().code)).toEqual(Array(4).fill('not_found'))
  })

  test('is not for staff, nor for whoever has not signed in', async () => {
    const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))

    expect((await clerk.get(flats.read.bills)).statusCode).toBe(403)
    expect((await api.app.inject({ url: `/api/v1${flats.read.bills}` })).statusCode).toBe(401)
  })

  test.each(['2026-13', '2026-1', 'latest', '2026-10-01'])('of «%s» is no question', async (period) => {
    const { get, bills } = flats.read

    expect((await get(`${bills}/${period}`)).json()).toMatchObject({ status: 400, code: 'invalid_request' })
  })

  test('is awaited by a new account', async () => {
    const owner = await aResident(api)
    const account = await api.given.account()
    await api.given.link(owner.id, account.id)

    expect((await owner.get(`/my/accounts/${account.id}/bills`)).json()).toEqual({ bills: [] })
    const guest = await guestOf(api, account.entry)
    expect((await guest.get('/cabinet/bill')).json()).toEqual({ bill: null })
  })
})

describe('a guest', () => {
  test('sees the sums of the newest bill, and nobody’s name, address or meter', async () => {
    const { account } = flats.read
    const guest = await guestOf(api, account.entry)

    const answer = await guest.get('/cabinet/bill')

    expect(answer.json()).toEqual({
      bill: {
        period: '2026-10',
        totalKopecks: 26_828,
        dueOn: '2026-11-16',
        services: [
          { service: 'cold_water', litres: 4000, amountKopecks: 16_088 },
          { service: 'wastewater', litres: 4000, amountKopecks: 10_740 },
        ],
        statement: expect.objectContaining({ openingKopecks: 40_242, toPayKopecks: 67_172 }),
        owed: { principalKopecks: 67_070, penaltyKopecks: 102, toPayKopecks: 67_172, advanceLeftKopecks: 0 },
      },
    })
    expect(answer.body).not.toMatch(/Иванова|улица|12а|07451893/)
  })

  test('opens no other month', async () => {
    const guest = await guestOf(api, flats.read.account.entry)

    expect((await guest.get(`${flats.read.bills}/2026-09`)).statusCode).toBe(401)
    expect((await guest.get('/cabinet/bill/2026-09')).statusCode).toBe(404)
  })

  test('who has left sees nothing more', async () => {
    const guest = await guestOf(api, flats.read.account.entry)
    await guest.leave()
    expect((await guest.get('/cabinet/bill')).json()).toMatchObject({ code: 'sign_in_required' })
  })
})
