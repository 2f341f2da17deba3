import { randomUUID } from 'node:crypto'
import type { Queue, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import type { OfficePlan, OfficeSchedule, StaffTopic } from '@rodnik/contract/staff-offices'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import {
  aBooker,
  anOffice,
  at,
  codeOf,
  MONDAY,
  officesOf,
  type TestOffice,
} from '../../../../test/offices.ts'
import { statuses } from '../../../../test/people.ts'
import { runReferenceLoad } from '../../../load-reference.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: MONDAY })
})
afterAll(() => api.stop())

const planOf = ({ id: _id, version: _version, ...plan }: OfficeSchedule): OfficePlan => plan

async function aPlanned() {
  const office = await anOffice(api)
  const url = `/staff/offices/${office.officeId}/schedule`
  const load = async () => (await office.administrator.get(url)).json<OfficeSchedule>()
  const schedule = await load()
  return {
    office,
    load,
    plan: planOf(schedule),
    version: schedule.version,
    save: (plan: OfficePlan, version = schedule.version) => office.administrator.put(url, { version, plan }),
    preview: (plan: OfficePlan) => office.administrator.post(`${url}/preview`, plan),
  }
}

const outsideIn = (answer: Pick<LightMyRequestResponse, 'json'>) =>
  answer.json<{ outside: QueuedAppointment[] }>().outside.map(({ startsAt }) => startsAt)

const queueOf = async ({ administrator, officeId }: TestOffice) =>
  (await administrator.get(`/staff/appointments?officeId=${officeId}`)).json<Queue>()

const closedOn = (day: string) => ({ exceptions: [{ day, hours: null }] })

test('closing a day shows whom it would turn away, changes nothing by that, and keeps them', async () => {
  const { office, plan, preview, save, load } = await aPlanned()
  const person = await aBooker(api, office)
  const { number } = await person.books()
  const closed = { ...plan, ...closedOn('2026-12-01') }

  expect(outsideIn(await preview(closed))).toEqual([at('04:00')])
  expect((await load()).exceptions).toEqual([])
  const saved = await save(closed)
  expect([saved.statusCode, outsideIn(saved)]).toEqual([200, [at('04:00')]])
  expect(await office.startsOn()).toEqual([])
  expect((await person.list())[0]).toMatchObject({ number, state: 'booked' })
  const queue = await queueOf(office)
  expect(queue.outside).toMatchObject([{ number, isOutside: true, hasEmail: true }])

  await office.administrator.post(`/staff/appointments/${queue.outside[0]?.id}/move`, {
    officeId: office.officeId,
    startsAt: at('04:00', '2026-12-02'),
    specialistId: null,
  })
  expect((await queueOf(office)).outside).toEqual([])
})

test.each([
  [
    'shorter hours',
    (plan: OfficePlan) => ({
      ...plan,
      week: plan.week.map((hours) => hours && { ...hours, from: '09:10' }),
    }),
  ],
  [
    'a pause',
    (plan: OfficePlan) => ({
      ...plan,
      week: plan.week.map((hours) => hours && { ...hours, breaks: [{ from: '09:15', to: '09:30' }] }),
    }),
  ],
  [
    'an absence',
    (plan: OfficePlan) => ({
      ...plan,
      specialists: plan.specialists.map((post) => ({
        ...post,
        absences: [{ fromDay: '2026-11-30', toDay: '2026-12-04', part: { from: '09:00', to: '09:05' } }],
      })),
    }),
  ],
  [
    'hours of the post alone',
    (plan: OfficePlan) => ({
      ...plan,
      specialists: plan.specialists.map((post) => ({ ...post, week: plan.week.map(() => null) })),
    }),
  ],
  ['a post that is gone', (plan: OfficePlan) => ({ ...plan, specialists: [] })],
  ['an office that is closed', (plan: OfficePlan) => ({ ...plan, isActive: false })],
])('%s would turn somebody away', async (_, change) => {
  const { office, plan, preview } = await aPlanned()
  const person = await aBooker(api, office)
  await person.books()

  expect(outsideIn(await preview(plan))).toEqual([])
  expect(outsideIn(await preview(change(plan)))).toEqual([at('04:00')])
})

test('of two administrators who change a schedule at once, one does', async () => {
  const { plan, save } = await aPlanned()
  const answers = await Promise.all([1, 2, 3].map((day) => save({ ...plan, ...closedOn(`2026-12-0${day}`) })))

  expect(statuses(answers)).toEqual([200, 409, 409])
  expect(codeOf(await save(plan))).toBe('schedule_changed_meanwhile')
})

test('the log has a schedule before and after', async () => {
  const { office, plan, save } = await aPlanned()
  await save({ ...plan, phone: '+7 351 000-00-00' })

  expect(
    await api.db.auditEvent.findFirstOrThrow({
      where: { action: 'offices.schedule_changed', details: { path: ['officeId'], equals: office.officeId } },
    }),
  ).toMatchObject({
    actor: `staff:${office.administrator.id}`,
    details: { before: { phone: '217-05-17' }, after: { phone: '+7 351 000-00-00' } },
  })
})

test('a post of another office is none of this one', async () => {
  const [{ plan, save }, other] = [await aPlanned(), await aPlanned()]
  const answer = await save({ ...plan, specialists: other.plan.specialists })

  expect(codeOf(answer)).toBe('invalid_request')
  expect((await other.load()).specialists).toHaveLength(1)
})

const hours = { from: '09:00', to: '10:00', breaks: [] }

test.each([
  { week: [hours] },
  { week: [{ ...hours, to: '08:00' }, null, null, null, null, null, null] },
  {
    week: [{ ...hours, breaks: [{ from: '11:00', to: '12:00' }] }, null, null, null, null, null, null],
  },
  { timeZone: 'Mars/Olympus' },
  { exceptions: [...closedOn('2026-12-01').exceptions, ...closedOn('2026-12-01').exceptions] },
  { exceptions: [{ day: '2026-02-30', hours: null }] },
  { phone: '' },
  { version: 7 },
  { id: randomUUID() },
])('what is no schedule is not saved: %o', async (facts) => {
  const { plan, save } = await aPlanned()
  expect((await save({ ...plan, ...facts })).statusCode).toBe(400)
})

test('a topic is changed for the times to come; what was booked keeps its length', async () => {
  const { office } = await aPlanned()
  const person = await aBooker(api, office)
  await person.books()
  const { topics } = (await office.administrator.get('/staff/appointment-topics')).json<{
    topics: StaffTopic[]
  }>()
  const { id, ...terms } = topics.find((topic) => topic.id === office.topicId) ?? never()
  const changed = await office.administrator.put(`/staff/appointment-topics/${id}`, {
    ...terms,
    minutes: 30,
    bufferMinutes: 0,
  })

  expect(changed.json<StaffTopic>().minutes).toBe(30)
  expect(await office.startsOn()).toEqual(['04:30'])
  expect((await person.list())[0]?.endsAt).toBe(at('04:20'))
  const off = await office.administrator.put(`/staff/appointment-topics/${id}`, { ...terms, isActive: false })
  expect(off.statusCode).toBe(200)
  expect(codeOf(await person.book({ startsAt: at('04:30') }))).toBe('appointment_topic_off')
})

test('offices and topics that are not there are not found', async () => {
  const { office, plan } = await aPlanned()
  const nobody = randomUUID()
  const { administrator } = office
  const codes = [
    await administrator.get(`/staff/offices/${nobody}/schedule`),
    await administrator.post(`/staff/offices/${nobody}/schedule/preview`, plan),
    await administrator.put(`/staff/offices/${nobody}/schedule`, { version: 1, plan }),
  ].map(codeOf)
  expect(codes).toEqual(['not_found', 'not_found', 'not_found'])
})

test('everybody sees where we are, whether it is open, and what one can come about', async () => {
  const { office } = await aPlanned()
  const shown = (await officesOf(api)).find(({ id }) => id === office.officeId)

  expect(shown).toMatchObject({
    isOpen: false,
    changesAt: at('04:00', '2026-11-30'),
    topics: [{ id: office.topicId, specialists: [{ id: office.specialistId }] }],
  })
  expect(shown?.exceptions).toContainEqual({ day: '2026-12-31', hours: null })
})

test('a city starts with its offices from files; loaded again, they stay as people have changed them', async () => {
  const folder = new URL('../../../../../../prisma/reference/chelyabinsk', import.meta.url).pathname
  const before = await officesOf(api)
  const central = before.find(({ name }) => name.en === 'Central office')
  await api.pool.query(`UPDATE offices SET phone = '112' WHERE id = $1`, [central?.id])
  const loaded = await runReferenceLoad(folder, api.databaseUrl)
  const after = (await officesOf(api)).find(({ id }) => id === central?.id)

  expect(central?.topics.length).toBeGreaterThan(3)
  expect(loaded.filter((line) => line.includes('appointments'))).toEqual([])
  expect(after?.phone).toBe('112')
})

test('the days of a month say how many times are left', async () => {
  const { office } = await aPlanned()
  const person = await aBooker(api, office)
  await person.books()
  const url = `/api/v1/offices/${office.officeId}/topics/${office.topicId}/days`
  const december = (await api.app.inject({ url: `${url}?period=2026-12` })).json<{
    firstDay: string
    lastDay: string
    days: { day: string; free: number; isClosed: boolean }[]
  }>()

  expect(december).toMatchObject({ firstDay: '2026-11-30', lastDay: '2026-12-30' })
  expect(december.days.slice(0, 6)).toEqual([
    { day: '2026-12-01', free: 2, isClosed: false },
    { day: '2026-12-02', free: 3, isClosed: false },
    { day: '2026-12-03', free: 3, isClosed: false },
    { day: '2026-12-04', free: 3, isClosed: false },
    { day: '2026-12-05', free: 3, isClosed: false },
    { day: '2026-12-06', free: 0, isClosed: true },
  ])
  expect(december.days.at(-1)?.day).toBe('2026-12-30')
  expect((await api.app.inject({ url: `${url}?period=9999-12` })).json()).toMatchObject({ days: [] })
})

function never(): never {
  throw new Error('There is such a topic')
}
