import type { BillingMonth, DraftReport } from '@rodnik/contract/staff-billing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { closeMonths } from '../index.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

let api: Api
let anna: Staff
let vera: Staff
beforeAll(async () => {
  api = await startApi()
  anna = await signedIn(api, await api.given.person({ roles: ['clerk'] }))
  vera = await signedIn(api, await api.given.person({ roles: ['administrator'] }))
  for (let i = 0; i < 3; i++) {
    const { id } = await api.given.account()
    await api.given.meter(id, { readings: { '2026-09': 120_000, '2026-10': 123_000 + i * 1000 } })
  }
})
afterAll(() => api.stop())

const work = () => closeMonths({ db: api.db, log: SILENT, connectionString: api.databaseUrl })
const months = async (staff = anna) =>
  (await staff.get('/staff/billing')).json<{ months: BillingMonth[]; next: string }>()

test('a clerk asks for the month that has ended, the worker drafts it, and the report says what is in it', async () => {
  expect((await months()).next).toBe('2026-10')

  const asked = await anna.post('/staff/billing/2026-10/draft', { isAnew: false })
  expect(asked.statusCode).toBe(202)
  expect((await months()).months).toMatchObject([
    { period: '2026-10', state: 'drafting', doneSlices: 0, slices: 1 },
  ])
  await work()

  expect((await months()).months).toMatchObject([
    { period: '2026-10', state: 'draft', accounts: 3, refusedAccounts: 0, doneSlices: 1, draftedByMe: true },
  ])
  const report = (await vera.get('/staff/billing/2026-10')).json<DraftReport>()
  expect(report.totals).toMatchObject([
    { service: 'cold_water', method: 'meter', accounts: 3, litres: 12_000 },
    { service: 'wastewater', method: 'meter', accounts: 3, litres: 12_000 },
  ])
  expect(report.largest).toHaveLength(3)
  expect(await months(vera)).toMatchObject({ months: [{ draftedByMe: false }], next: '2026-11' })
})

test('every account that is not charged can be downloaded, with what is missing', async () => {
  const account = await api.given.account()
  await api.db.refusedCharge.create({
    data: {
      period: new Date('2026-10-01'),
      accountId: account.id,
      code: 'norm_missing',
      subject: 'cold villa',
      day: new Date('2026-10-05'),
    },
  })

  const file = await vera.get('/staff/billing/2026-10/refused.csv')

  expect(file.body).toContain(`${account.number};norm_missing;cold villa;05.10.2026`)
  const inspector = await signedIn(api, await api.given.person({ roles: ['inspector'] }))
  expect((await inspector.get('/staff/billing/2026-10/refused.csv')).statusCode).toBe(403)
  await api.db.refusedCharge.deleteMany()
  await api.db.account.update({ where: { id: account.id }, data: { closedOn: new Date('2020-01-01') } })
})

test('there is one draft, unless it is asked for anew', async () => {
  const again = await anna.post('/staff/billing/2026-10/draft', { isAnew: false })
  expect(again.json()).toMatchObject({ status: 409, code: 'billing_drafted' })

  expect((await anna.post('/staff/billing/2026-10/draft', { isAnew: true })).statusCode).toBe(202)
  await work()
  expect((await months()).months).toMatchObject([{ state: 'draft', accounts: 3 }])
})

test('whoever drafted it does not make it final; a second person does, and the worker posts it once', async () => {
  const own = await anna.post('/staff/billing/2026-10/final')
  expect(own.json()).toMatchObject({ status: 403, code: 'billing_same_person' })

  const answers = await Promise.all([1, 2, 3].map(() => vera.post('/staff/billing/2026-10/final')))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202])
  expect((await months()).months).toMatchObject([{ state: 'draft', isBeingFinalised: true }])
  await Promise.all([work(), work()])

  expect((await months()).months).toMatchObject([{ state: 'final', isBeingFinalised: false, failure: null }])
  expect(await api.db.ledgerTransaction.count()).toBe(1)
  const late = await vera.post('/staff/billing/2026-10/final')
  expect(late.json()).toMatchObject({ status: 409, code: 'billing_final' })
})

test('what speaks against it meanwhile is told, and the draft stays', async () => {
  await anna.post('/staff/billing/2026-11/draft', { isAnew: false })
  await work()
  await api.db.$executeRaw`
    UPDATE billing_periods SET final_asked_by = ${`staff:${vera.id}`} WHERE period = '2026-11-01'`
  await work()

  expect((await months()).months[0]).toMatchObject({
    period: '2026-11',
    state: 'draft',
    isBeingFinalised: false,
    failure: 'billing_month_runs',
  })
})

test.each([
  ['a month that has not begun', '2027-01', 'billing_month_runs'],
  ['no month', '2026-13', 'invalid_request'],
])('%s is not drafted', async (_, period, code) => {
  const refused = await anna.post(`/staff/billing/${period}/draft`, { isAnew: false })

  expect(refused.json()).toMatchObject({ code })
})

test('nobody but clerks and administrators sees or asks for anything', async () => {
  const operator = await signedIn(api, await api.given.person({ roles: ['operator', 'inspector'] }))

  const answers = [
    await operator.get('/staff/billing'),
    await operator.get('/staff/billing/2026-10'),
    await operator.post('/staff/billing/2026-10/draft', { isAnew: true }),
    await operator.post('/staff/billing/2026-10/final'),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
  expect((await anna.get('/staff/billing/2020-01')).statusCode).toBe(404)
})
