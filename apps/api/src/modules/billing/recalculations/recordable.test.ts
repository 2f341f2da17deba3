import type { RecalculationFacts } from '@rodnik/contract/recalculations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../../../../test/close-months.ts'
import { statuses } from '../../../../test/people.ts'
import {
  AUGUST,
  aFlat,
  type Flat,
  REASON,
  recalculationDesk,
  SPRING,
} from '../../../../test/recalculation-desk.ts'

const TRUTH = { ...SPRING, '2026-08': 112_000, '2026-09': 115_000 }
const NOBODY = '018f3c5a-0000-7000-8000-000000000001'

let api: Api
let desk: Awaited<ReturnType<typeof recalculationDesk>>
let mistyped: Flat
let quiet: Flat

beforeAll(async () => {
  api = await startApi()
  desk = await recalculationDesk(api)
  mistyped = await aFlat(api, { ...TRUTH, '2026-08': 114_000 })
  quiet = await aFlat(api, TRUTH)
  await closeMonths(api, '2026-07', '2026-08', '2026-09')
})
afterAll(() => api.stop())

const COLD = 4022
const SEWER = 2685
const month = (period: string, service: string, [were, willBe]: [number, number], price: number) => ({
  period,
  service,
  wereLitres: were,
  willBeLitres: willBe,
  wereKopecks: (were * price) / 1000,
  willBeKopecks: (willBe * price) / 1000,
  pricesKopecks: [price],
})

async function codesOf(role: 'operator' | 'clerk' | 'inspector' | 'administrator') {
  const { get, post } = await signedIn(api, await api.given.person({ roles: [role] }))
  const answers = [
    await get(quiet.url),
    await post(`${quiet.url}/preview`, { facts: AUGUST }),
    await post(`${quiet.url}/${NOBODY}/withdraw`, { reason: 'Нет' }),
  ]
  return answers.map(({ statusCode }) => statusCode)
}

describe('before a recalculation is recorded', () => {
  test('the clerk sees month by month what was charged and what will be', async () => {
    await desk.corrected(mistyped, '2026-08', 112_000)

    const seen = await desk.preview(mistyped)

    expect(seen).toEqual({
      ok: true,
      takenIn: '2026-10',
      // The month after settles what the mistyped one took too much.
      services: [
        month('2026-08', 'cold_water', [5000, 3000], COLD),
        month('2026-08', 'wastewater', [5000, 3000], SEWER),
        month('2026-09', 'cold_water', [1000, 3000], COLD),
        month('2026-09', 'wastewater', [1000, 3000], SEWER),
      ],
      amountKopecks: 0,
    })
    expect((await desk.listed(mistyped)).recalculations).toEqual([])
  })

  test.each<[string, RecalculationFacts, number, string]>([
    ['a month that is not final', { ...AUGUST, to: '2026-10' }, 422, 'recalculation_month_open'],
    ['a month to come', { kind: 'months', from: '2027-01', to: '2027-01' }, 422, 'recalculation_month_open'],
    ['a month before the account', { ...AUGUST, from: '2026-06' }, 422, 'recalculation_before_account'],
    [
      'a month too long ago',
      { kind: 'unauthorised', foundOn: '2023-10-01', months: 3, actNumber: '7' },
      422,
      'recalculation_too_old',
    ],
    [
      'more months than the Rules let back',
      { kind: 'unauthorised', foundOn: '2026-10-15', months: 4, actNumber: '7' },
      422,
      'recalculation_too_many_months',
    ],
    [
      'an act of tomorrow',
      { kind: 'unauthorised', foundOn: '2026-11-23', months: 3, actNumber: '7' },
      422,
      'recalculation_in_the_future',
    ],
    [
      'months the wrong way round',
      { kind: 'months', from: '2026-09', to: '2026-08' },
      400,
      'invalid_request',
    ],
    [
      'a meter of somebody else',
      {
        kind: 'inspection',
        meterId: NOBODY,
        foundOn: '2026-10-15',
        foundLitres: 1,
      },
      404,
      'not_found',
    ],
  ])('%s is refused, in the preview too', async (_, facts, status, code) => {
    const answers = [await desk.ask(quiet, facts), await desk.anna.post(`${quiet.url}/preview`, { facts })]

    for (const answer of answers) expect(answer.json()).toMatchObject({ status, code })
  })

  test('no reason, or an account that is not there, is no recalculation', async () => {
    const nowhere = `/staff/accounts/${NOBODY}/recalculations`

    expect((await desk.ask(quiet, AUGUST, ' ')).statusCode).toBe(400)
    expect((await desk.anna.post(nowhere, { facts: AUGUST, reason: 'Нет' })).statusCode).toBe(404)
    expect((await desk.anna.get(nowhere)).statusCode).toBe(404)
  })
})

describe('recalculations', () => {
  test('are looked at by every member of staff, and recorded and withdrawn by clerks and administrators', async () => {
    expect(await codesOf('operator')).toEqual([200, 403, 403])
    expect(await codesOf('inspector')).toEqual([200, 403, 403])
    expect(await codesOf('clerk')).toEqual([200, 200, 404])
    expect(await codesOf('administrator')).toEqual([200, 200, 404])
  })

  test('of the same months, pressed three times at once, are recorded once, with who and why', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => desk.ask(mistyped)))

    expect(statuses(answers)).toEqual([201, 409, 409])
    expect(await desk.listed(mistyped)).toMatchObject({
      closed: { from: '2026-07', to: '2026-09' },
      recalculations: [
        { facts: AUGUST, state: 'waiting', recordedBy: 'Анна', takenIn: null, amountKopecks: null },
      ],
    })
    const log = await api.db.auditEvent.findMany({ where: { action: 'recalculation.added' } })
    expect(log).toMatchObject([
      {
        actor: `staff:${desk.anna.id}`,
        accountId: mistyped.account.id,
        details: { ...AUGUST, reason: REASON },
      },
    ])
  })

  test('of an account are not withdrawn through another one', async () => {
    const [waiting] = (await desk.listed(mistyped)).recalculations

    const answer = await desk.anna.post(`${quiet.url}/${waiting?.id}/withdraw`, { reason: 'Чужой счёт' })

    expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('are not for residents, nor for whoever has not signed in', async () => {
    expect((await quiet.get(quiet.url)).statusCode).toBe(403)
    expect((await api.app.inject({ url: `/api/v1${quiet.url}` })).statusCode).toBe(401)
  })
})
