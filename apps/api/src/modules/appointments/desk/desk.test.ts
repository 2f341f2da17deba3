import { randomUUID } from 'node:crypto'
import type { Queue, QueuedAppointment } from '@rodnik/contract/staff-appointments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { mailroom } from '../../../../test/mailroom.ts'
import { aBooker, anOffice, at, codeOf, MONDAY, offered, type TestOffice } from '../../../../test/offices.ts'
import { actionsOf, statuses } from '../../../../test/people.ts'
import { aMember } from '../../../../test/staff.ts'

let api: Api
let operator: Awaited<ReturnType<typeof aMember>>
beforeAll(async () => {
  api = await startApi({ now: MONDAY })
  operator = await aMember(api, ['operator'])
})
afterAll(() => api.stop())

const TODAY = '2026-11-30'
const queueOf = async ({ officeId }: TestOffice, day = TODAY) =>
  (await operator.get(`/staff/appointments?officeId=${officeId}&day=${day}`)).json<Queue>()
const step = (id: string, name: string) => operator.post(`/staff/appointments/${id}/steps`, { step: name })

/** An office with three people of today, an hour and more from now. */
async function aDay() {
  const office = await anOffice(api, { seats: 3 })
  const people = await Promise.all([1, 2, 3].map(() => aBooker(api, office)))
  for (const { books } of people) await books({ startsAt: at('04:20', TODAY) })
  const { appointments } = await queueOf(office)
  return { office, people, appointments }
}

test('the queue shows whom an office expects, and today when no day is named', async () => {
  const { office, people, appointments } = await aDay()
  const named = (await operator.get(`/staff/appointments?officeId=${office.officeId}`)).json<Queue>()

  expect(named).toMatchObject({ day: TODAY, today: TODAY, outside: [], specialists: [{ lateMinutes: null }] })
  expect(appointments.map(({ accountNumber }) => accountNumber).toSorted()).toEqual(
    people.map(({ account }) => account.number).toSorted(),
  )
  expect((await queueOf(office, '2026-12-01')).appointments).toEqual([])
})

test('somebody comes, is called, is served and goes; the log has each step', async () => {
  const { appointments, people } = await aDay()
  const [first] = appointments
  const id = first?.id ?? ''
  const states: string[] = []
  for (const name of ['arrive', 'call', 'serve', 'finish']) {
    states.push((await step(id, name)).json<QueuedAppointment>().state)
  }

  expect(states).toEqual(['arrived', 'arrived', 'serving', 'done'])
  const owner = people.find(({ account }) => account.number === first?.accountNumber)
  expect(await actionsOf(api, { accountId: owner?.account.id ?? '' })).toEqual([
    'appointments.booked',
    ...Array.from({ length: 4 }, () => 'appointments.step_taken'),
  ])
  expect(codeOf(await step(id, 'arrive'))).toBe('appointment_changed_meanwhile')
})

test('of two windows that serve one person at once, one does', async () => {
  const { appointments } = await aDay()
  const id = appointments[0]?.id ?? ''
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => step(id, 'serve')))

  expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
})

/** Its time has come: it was to be in an hour and more. */
const anHourEarlier = (id: string) => api.db.$executeRaw`
  UPDATE appointments SET starts_at = starts_at - interval '2 hours', ends_at = ends_at - interval '2 hours',
    busy_until = busy_until - interval '2 hours', sequence = sequence + 1 WHERE id = ${id}::uuid`

test('who was given up may come after all', async () => {
  const { appointments } = await aDay()
  const id = appointments[0]?.id ?? ''
  await anHourEarlier(id)
  await step(id, 'miss')

  expect((await step(id, 'arrive')).json<QueuedAppointment>().state).toBe('arrived')
})

test('nobody has missed what is still to come', async () => {
  const { appointments } = await aDay()

  expect(codeOf(await step(appointments[0]?.id ?? '', 'miss'))).toBe('appointment_not_begun')
})

test('an appointment of the day frees its time when somebody is done early', async () => {
  const office = await anOffice(api)
  const person = await aBooker(api, office)
  await person.books({ startsAt: at('04:20', TODAY) })
  const [queued] = (await queueOf(office)).appointments
  await step(queued?.id ?? '', 'serve')
  await step(queued?.id ?? '', 'finish')

  expect(await office.startsOn(TODAY)).toEqual(['04:20', '04:40'])
})

const bookForCaller = (office: TestOffice, facts: object, key: string = randomUUID()) =>
  operator.call('/staff/appointments', {
    method: 'POST',
    headers: { 'idempotency-key': key },
    payload: {
      officeId: office.officeId,
      topicId: office.topicId,
      startsAt: at('04:00'),
      specialistId: null,
      language: 'ru',
      ...facts,
    },
  })

test('an operator books for a caller, beyond the limit of the site too, once for a key', async () => {
  const office = await anOffice(api, { seats: 5 })
  const person = await aBooker(api, office)
  await person.books()
  await person.books()
  const key = randomUUID()
  const facts = { accountNumber: person.account.number, email: 'caller@example.ru' }
  const twice = await Promise.all([bookForCaller(office, facts, key), bookForCaller(office, facts, key)])

  expect(statuses(twice)).toEqual([201, 201])
  expect((await person.list()).filter(({ state }) => state === 'booked')).toHaveLength(3)
  expect(twice[0]?.json()).toMatchObject({ via: 'staff', hasEmail: true, isOutside: false })
  const [letter] = await mailroom(api).lettersTo('caller@example.ru')
  expect(letter?.text).toMatch(/Код записи: \d{4} \d{4} \d{4}/)
})

test('a caller’s account has to be one, and their time has to be free', async () => {
  const office = await anOffice(api)
  const person = await aBooker(api, office)
  await person.books()
  const closed = await api.given.account({ closedOn: '2026-01-01' })
  const taken = await bookForCaller(office, { accountNumber: person.account.number })

  expect(codeOf(await bookForCaller(office, { accountNumber: closed.number }))).toBe('account_unknown')
  expect(codeOf(taken)).toBe('slot_taken')
  expect(offered(taken)).toContain(at('04:20'))
})

test('staff move and cancel for a caller, who reads the reason', async () => {
  const { office, people, appointments } = await aDay()
  const [one, two] = appointments
  const [moved, cancelled] = [
    await operator.post(`/staff/appointments/${one?.id}/move`, {
      officeId: office.officeId,
      startsAt: at('04:40'),
      specialistId: office.specialistId,
    }),
    await operator.post(`/staff/appointments/${two?.id}/cancel`, { reason: 'Специалист заболел' }),
  ]

  expect(moved.json<QueuedAppointment>().startsAt).toBe(at('04:40'))
  expect(cancelled.json<QueuedAppointment>().state).toBe('cancelled')
  const told = people.find(({ account }) => account.number === two?.accountNumber)
  const letters = await mailroom(api).lettersTo(told?.email ?? '')
  expect(letters.at(-1)?.text).toContain('Причина: Специалист заболел')
})

test('a post that runs late tells those who are next by letter, each once for so many minutes', async () => {
  const { office, people } = await aDay()
  const late = (minutes: number) =>
    operator.post(`/staff/specialists/${office.specialistId}/late`, { minutes })
  const answers = await Promise.all([late(20), late(20), late(20)])
  const again = await late(20)

  const told = [...answers, again].map((answer) => answer.json<{ told: number }>().told)
  expect(told.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 3])
  for (const { email } of people) {
    const letters = await mailroom(api).lettersTo(email)
    expect(letters.filter(({ template }) => template === 'appointment_late')).toHaveLength(1)
  }
  expect((await queueOf(office)).specialists[0]?.lateMinutes).toBe(20)
  expect((await people[0]?.list())?.[0]?.lateMinutes).toBe(20)
  expect((await late(35)).json()).toEqual({ told: 3 })
  expect((await late(0)).json()).toEqual({ told: 0 })
  expect((await queueOf(office)).specialists[0]?.lateMinutes).toBe(null)
})

test('what is not there is not found, and what is no step is refused', async () => {
  const { appointments } = await aDay()
  const nobody = randomUUID()
  const codes = [
    await step(nobody, 'arrive'),
    await operator.post(`/staff/appointments/${nobody}/cancel`, { reason: 'x' }),
    await operator.post(`/staff/specialists/${nobody}/late`, { minutes: 10 }),
    await operator.get(`/staff/appointments?officeId=${nobody}`),
    await step(appointments[0]?.id ?? '', 'fly'),
    await operator.post(`/staff/specialists/${nobody}/late`, { minutes: 10_000 }),
    await operator.get(`/staff/appointments?officeId=${nobody}&day=0000-01-01`),
  ].map(codeOf)

  expect(codes).toEqual([
    'not_found',
    'not_found',
    'not_found',
    'not_found',
    'invalid_request',
    'invalid_request',
    'invalid_request',
  ])
})
