import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../test/api.ts'

type Problem = { code: string; fields?: Record<string, string> }

let api: Api
let clerk: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  api = await startApi()
  clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
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
const add = (row: object) => clerk.post('/staff/reference', row)
const withdraw = (path: string) => clerk.delete(`/staff/reference/${path}`)
const day = '2027-07-01'
const year = {
  kind: 'calendar',
  year: 2027,
  validFrom: '2027-01-01',
  daysOff: ['2027-01-01'],
  workingDays: [],
  act,
}
const steps = { kind: 'penalty_steps', payer: 'resident', validFrom: day, act }

test.each<[string, object]>([
  ['kind', { kind: 'weather', validFrom: day, act }],
  ['act', { kind: 'vat', validFrom: day, percent: 22, act: ' ' }],
  ['validFrom', { kind: 'vat', validFrom: '2027-06-31', percent: 22, act }],
  ['priceKopecks', { ...tariff, validFrom: day, priceKopecks: 0 }],
  ['priceKopecks', { ...tariff, validFrom: day, priceKopecks: 40.22 }],
  ['consumerGroup', { ...tariff, validFrom: day, consumerGroup: 'cold water' }],
  ['service', { ...tariff, validFrom: day, service: 'hot' }],
  ['validTo', { ...tariff, validFrom: day, validTo: '2027-12-31' }],
  [
    'normLitres',
    { kind: 'norm', housingGroup: 'standpipe', service: 'cold', validFrom: day, normLitres: -1, act },
  ],
  ['percent', { kind: 'coefficient', service: 'cold', validFrom: day, percent: 99, act }],
  ['percent', { kind: 'vat', validFrom: day, percent: 101, act }],
  ['basisPoints', { kind: 'key_rate', validFrom: day, basisPoints: null, act }],
  ['basisPoints', { kind: 'penalty_cap', validFrom: day, basisPoints: '950', act }],
  ['payer', { ...steps, payer: 'anybody', steps: [{ fromDay: 1, denominator: 130 }] }],
  ['steps', { ...steps, steps: [] }],
  ['steps', { ...steps, steps: [{ fromDay: 31, denominator: 300 }] }],
  [
    'steps',
    {
      ...steps,
      steps: [
        { fromDay: 1, denominator: null },
        { fromDay: 1, denominator: 300 },
      ],
    },
  ],
  ['steps.0.denominator', { ...steps, steps: [{ fromDay: 1, denominator: 0 }] }],
  [
    'validFrom',
    { kind: 'due_day', consumerGroup: 'residents', validFrom: '2027-07-15', dayOfMonth: 15, act },
  ],
  ['dayOfMonth', { kind: 'due_day', consumerGroup: 'residents', validFrom: day, dayOfMonth: 31, act }],
  ['dayOfMonth', { kind: 'bill_day', validFrom: day, dayOfMonth: 0, act }],
  ['daysOff', { ...year, daysOff: ['2026-12-31'] }],
  ['workingDays', { ...year, workingDays: ['2028-01-01'] }],
  ['daysOff', { ...year, workingDays: ['2027-01-01'] }],
  [
    'leastMonths',
    { kind: 'average_rules', validFrom: day, historyMonths: 3, leastMonths: 6, lastsMonths: 3, act },
  ],
  [
    'onceHours',
    {
      kind: 'interruption_rules',
      validFrom: day,
      monthHours: 8,
      onceHours: 745,
      perHourBasisPoints: 15,
      act,
    },
  ],
  ['longerThanDays', { kind: 'absence_rules', validFrom: day, longerThanDays: -1, act }],
  [
    'hoursPerDay',
    {
      kind: 'legal_rules',
      validFrom: day,
      averageDays: 60,
      silentMonths: 6,
      speedMmPerSecond: 1200,
      hoursPerDay: 25,
      act,
    },
  ],
  [
    'hotWater',
    {
      kind: 'charge_policies',
      validFrom: day,
      hotWater: 'free',
      isTrueUp: true,
      tariffChange: 'by_days',
      coefficientChange: 'by_days',
      act,
    },
  ],
])('a wrong %s is named, and nothing is recorded', async (field, row) => {
  const before = await api.db.referenceValue.count()
  const refused = await add(row)

  expect([refused.statusCode, refused.json<Problem>().code]).toEqual([400, 'invalid_request'])
  expect(Object.keys(refused.json<Problem>().fields ?? {})).toContain(field)
  expect(await api.db.referenceValue.count()).toBe(before)
})

test.each(['weather/2027-01-01', 'vat/tomorrow', 'vat/2027-01-01?subject=%27'])(
  'nothing is withdrawn by %s',
  async (path) => {
    expect((await withdraw(path)).statusCode).toBe(400)
  },
)
