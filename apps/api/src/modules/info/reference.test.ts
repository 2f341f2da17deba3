import type { ReferenceRow } from '@rodnik/contract/reference'
import type { ReferenceValue } from '@rodnik/contract/staff-reference'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>
type Problem = { code: string }
type Answer = { today: string; openFrom: string; values: ReferenceValue[] }

let api: Api
let clerk: Staff
beforeAll(async () => {
  api = await startApi()
  clerk = await signedIn(api, await api.given.person({ roles: ['clerk'], name: 'Раиса' }))
})
afterAll(() => api.stop())

const act = 'Постановление № 1'
const tariff = {
  kind: 'tariff',
  service: 'cold_water',
  consumerGroup: 'residents',
  priceKopecks: 4400,
  includesVat: true,
  act,
}
const add = (row: object, by = clerk) => by.post('/staff/reference', row)
const statuses = (answers: { statusCode: number }[]) =>
  answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
const list = async (query = '') => (await clerk.get(`/staff/reference${query}`)).json<Answer>()
const withdraw = (path: string) => clerk.delete(`/staff/reference/${path}`)
const ofResidents = 'subject=cold_water+residents'

test.each(['operator', 'clerk', 'inspector', 'administrator'] as const)(
  '%s sees every value with the days it holds',
  async (role) => {
    const staff = await signedIn(api, await api.given.person({ roles: [role] }))
    const answer = (await staff.get('/staff/reference')).json<Answer>()
    const key = answer.values
      .filter(({ row }) => row.kind === 'key_rate')
      .map(({ row, validTo }) => [row.validFrom, validTo])

    expect(answer).toMatchObject({ today: '2026-11-22', openFrom: '2026-11-01' })
    expect(key.slice(0, 2)).toEqual([
      ['2025-10-27', null],
      ['2025-09-15', '2025-10-26'],
    ])
    expect(new Set(answer.values.map(({ row }) => row.kind)).size).toBe(22)
  },
)

test('a clerk sets a price from a day on; what was before ends the day before, and the log knows both', async () => {
  const validFrom = '2026-12-15'
  const added = await add({ ...tariff, validFrom })

  expect(added.statusCode).toBe(201)
  expect(added.json()).toEqual({ ...tariff, validFrom })
  const { values } = await list('?kind=tariff')
  const cold = values.filter(
    ({ row }) => row.kind === 'tariff' && row.service === 'cold_water' && row.consumerGroup === 'residents',
  )
  expect(
    cold.slice(0, 2).map(({ row, validTo, recordedBy }) => [row.validFrom, validTo, recordedBy]),
  ).toEqual([
    [validFrom, null, 'Раиса'],
    ['2026-01-01', '2026-12-14', null],
  ])
  const event = await api.db.auditEvent.findFirstOrThrow({ where: { action: 'reference.added' } })
  expect(event).toMatchObject({
    actor: `staff:${clerk.id}`,
    details: {
      kind: 'tariff',
      subject: 'cold_water residents',
      validFrom,
      before: { priceKopecks: 4022 },
      after: { priceKopecks: 4400, act },
    },
  })
})

test('a price that holds from this month on is what residents are told', async () => {
  await add({ ...tariff, service: 'wastewater', priceKopecks: 3100, validFrom: '2026-11-01' })

  await expect
    .poll(async () => (await api.app.inject({ url: '/api/v1/site' })).json<{ prices: unknown }>().prices, {
      timeout: 5000,
    })
    .toEqual({ coldWaterKopecks: 4022, wastewaterKopecks: 3100 })
})

test.each(['2026-10-31', '2012-07-01'])(
  'a price from %s is refused: its month has ended',
  async (validFrom) => {
    const refused = await add({ ...tariff, validFrom })

    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([422, 'reference_in_the_past'])
  },
)

test('after a month has become final, the one after it can still be set right', async () => {
  const other = await startApi({ now: '2026-12-03T07:00:00Z' })
  const staff = await signedIn(other, await other.given.person({ roles: ['clerk'] }))
  await other.db.$executeRaw`
    INSERT INTO billing_periods (period, state, slice_count, drafted_by, drafted_at, finalised_by, finalised_at,
      ledger_cutoff)
    VALUES ('2026-10-01', 'final', 0, 'staff:a', app_now(), 'staff:b', app_now(), 0)`
  const november = await add({ ...tariff, validFrom: '2026-11-15' }, staff)
  const october = await add({ ...tariff, validFrom: '2026-10-31' }, staff)
  const { openFrom } = (await staff.get('/staff/reference')).json<Answer>()
  await other.stop()

  expect([november.statusCode, october.json<Problem>().code]).toEqual([201, 'reference_in_the_past'])
  expect(openFrom).toBe('2026-11-01')
})

test('a value is not set in a month that becomes final at the same time', async () => {
  const other = await startApi()
  const staff = await signedIn(other, await other.given.person({ roles: ['clerk'] }))
  await other.db.$executeRaw`
    INSERT INTO billing_periods (period, state, slice_count, drafted_by, drafted_at)
    VALUES ('2026-11-01', 'draft', 0, 'staff:a', app_now())`
  const answer = await other.db.$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE billing_periods SET state = 'final', finalised_by = 'staff:b', finalised_at = app_now(), ledger_cutoff = 0`
    const adding = add({ ...tariff, validFrom: '2026-11-15' }, staff)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { adding }
  })
  const refused = await answer.adding
  await other.stop()

  expect([refused.statusCode, refused.json<Problem>().code]).toEqual([422, 'reference_in_the_past'])
})

test('of two people who set the same at once one is taken, the other is told', async () => {
  const other = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
  const validFrom = '2027-03-01'
  const answers = await Promise.all([
    add({ ...tariff, validFrom, priceKopecks: 4500 }),
    add({ ...tariff, validFrom, priceKopecks: 4600 }, other),
    add({ ...tariff, validFrom, priceKopecks: 4700 }),
  ])

  expect(statuses(answers)).toEqual([201, 409, 409])
  expect(
    answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json<Problem>().code),
  ).toEqual(['reference_exists', 'reference_exists'])
  const taken = answers.find(({ statusCode }) => statusCode === 201)?.json<ReferenceRow>()
  const { values } = await list('?kind=tariff')
  expect(values.map(({ row }) => row).filter((row) => row.validFrom === validFrom)).toEqual([taken])
})

test('a value that has not begun is withdrawn once, and gives way to another of that day', async () => {
  const validFrom = '2027-05-01'
  await add({ ...tariff, validFrom })
  const both = await Promise.all([
    withdraw(`tariff/${validFrom}?${ofResidents}`),
    withdraw(`tariff/${validFrom}?${ofResidents}`),
  ])

  expect(statuses(both)).toEqual([204, 404])
  expect((await list('?kind=tariff')).values.map(({ row }) => row.validFrom)).not.toContain(validFrom)
  const again = await Promise.all([add({ ...tariff, validFrom }), add({ ...tariff, validFrom })])
  expect(statuses(again)).toEqual([201, 409])
  expect(await api.db.auditEvent.count({ where: { action: 'reference.withdrawn' } })).toBe(1)
})

test('a value that holds cannot be withdrawn', async () => {
  await add({ kind: 'vat', validFrom: '2026-11-22', percent: 23, act })

  expect((await withdraw(`tariff/2026-01-01?${ofResidents}`)).json<Problem>().code).toBe(
    'reference_has_begun',
  )
  expect((await withdraw('vat/2026-11-22')).json<Problem>().code).toBe('reference_has_begun')
  expect((await withdraw('vat/2029-11-22')).statusCode).toBe(404)
})
