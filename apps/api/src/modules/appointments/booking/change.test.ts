import { randomUUID } from 'node:crypto'
import type { Appointment } from '@rodnik/contract/appointments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { mailroom } from '../../../../test/mailroom.ts'
import { aBooker, aGuest, anOffice, at, codeOf, MONDAY, offered } from '../../../../test/offices.ts'
import { actionsOf, anOwner, lettersTo, statuses } from '../../../../test/people.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: MONDAY })
})
afterAll(() => api.stop())

const aBooked = async (startsAt = at('04:00')) => {
  const office = await anOffice(api)
  const person = await aBooker(api, office)
  return { office, person, booked: await person.books({ startsAt }) }
}

test('a moved appointment has its new time, and gives its old one to others', async () => {
  const { office, person, booked } = await aBooked()
  const moved = await person.move(booked.number, at('04:40', '2026-12-02'))

  expect(moved.json<Appointment>()).toMatchObject({
    number: booked.number,
    startsAt: at('04:40', '2026-12-02'),
  })
  expect(await office.startsOn()).toEqual(['04:00', '04:20', '04:40'])
  expect(await office.startsOn('2026-12-02')).toEqual(['04:00', '04:20'])
  expect(await actionsOf(api, { accountId: person.account.id })).toEqual([
    'appointments.booked',
    'appointments.moved',
  ])
})

test('when the new time is taken, the old one is kept', async () => {
  const { office, person, booked } = await aBooked()
  const other = await aBooker(api, office)
  await other.books({ startsAt: at('04:20') })
  const refused = await person.move(booked.number, at('04:20'))

  expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'slot_taken'])
  expect(offered(refused)).toContain(at('04:40'))
  expect((await person.list())[0]).toMatchObject({ startsAt: at('04:00'), state: 'booked' })
  expect(await office.startsOn()).toEqual(['04:40'])
})

test('twenty people move to one time at once: one does, the others keep what they had', async () => {
  const office = await anOffice(api, { seats: 20 })
  const small = await anOffice(api, {
    plan: {
      specialists: [
        {
          id: null,
          name: { ru: 'Окно', en: 'Window' },
          seats: 1,
          week: null,
          absences: [],
          topicIds: [office.topicId],
          isActive: true,
        },
      ],
    },
  })
  const people = await Promise.all(Array.from({ length: 20 }, () => aBooker(api, office)))
  const booked = await Promise.all(people.map(({ books }) => books()))
  const answers = await Promise.all(
    people.map(({ move }, i) => move(booked[i]?.number ?? '', at('04:20'), small.officeId)),
  )

  expect(statuses(answers)).toEqual([200, ...Array.from({ length: 19 }, () => 409)])
  const lists = await Promise.all(people.map(({ list }) => list()))
  const places = lists.map(([first]) => first?.office.id)
  expect(places.filter((id) => id === small.officeId)).toHaveLength(1)
  expect(places.filter((id) => id === office.officeId)).toHaveLength(19)
})

test('two people who swap their times at once both keep a time, and never the same', async () => {
  const { office, person, booked } = await aBooked(at('04:00'))
  const other = await aBooker(api, office)
  const others = await other.books({ startsAt: at('04:20') })
  const answers = await Promise.all([
    person.move(booked.number, at('04:20')),
    other.move(others.number, at('04:00')),
  ])

  expect(statuses(answers)).toEqual([409, 409])
  expect(await office.startsOn()).toEqual(['04:40'])
})

test('a cancelled time is free again; to cancel twice is harmless', async () => {
  const { office, person, booked } = await aBooked()
  const answers = await Promise.all([person.cancel(booked.number), person.cancel(booked.number)])
  const third = await person.cancel(booked.number)

  expect(statuses([...answers, third])).toEqual([200, 200, 200])
  expect(third.json<Appointment>()).toMatchObject({ state: 'cancelled', canChange: false })
  expect(await office.startsOn()).toEqual(['04:00', '04:20', '04:40'])
  expect(await actionsOf(api, { accountId: person.account.id })).toEqual([
    'appointments.booked',
    'appointments.cancelled',
  ])
  expect(await lettersTo(api, person.email, 'appointment_cancelled')).toHaveLength(1)
  expect(codeOf(await person.move(booked.number, at('04:20')))).toBe('appointment_over')
})

test('what has begun is neither moved nor cancelled by its people', async () => {
  const late = await startApi({ now: MONDAY })
  try {
    const office = await anOffice(late)
    const person = await aBooker(late, office)
    const { number } = await person.books({ startsAt: at('04:20', '2026-11-30') })
    await late.pool.query(
      `UPDATE appointments SET starts_at = app_now() - interval '1 minute', sequence = sequence + 1 WHERE number = $1`,
      [number],
    )
    expect(codeOf(await person.cancel(number))).toBe('appointment_over')
    expect(codeOf(await person.move(number, at('04:00')))).toBe('appointment_over')
  } finally {
    await late.stop()
  }
})

test('the appointments of others are not found, whoever asks', async () => {
  const { office, person, booked } = await aBooked()
  const stranger = await aBooker(api, office)
  const answers = [
    await stranger.cancel(booked.number),
    await stranger.move(booked.number, at('04:20')),
    await stranger.file(booked.number),
    await stranger.cancel('A2611-0000000-0'),
    await stranger.cancel('nonsense'),
  ]
  expect(answers.map(codeOf)).toEqual(Array.from({ length: 5 }, () => 'not_found'))
  expect((await person.list())[0]?.state).toBe('booked')
})

test('a new owner does not see what the people before had booked', async () => {
  const { office, person } = await aBooked()
  const boris = await anOwner(api)
  await api.given.link(boris.id, person.account.id)
  const next = await aBooker(api, office, { ...boris, account: person.account })

  expect(await next.list()).toEqual([])
  await next.books({ startsAt: at('04:40') })
  expect(await next.list()).toHaveLength(1)
})

const line = (file: { body: string }, name: string) =>
  file.body.split('\r\n').find((each) => each.startsWith(`${name}:`))

test('the calendar file keeps its name for ever and counts its versions', async () => {
  const { person, booked } = await aBooked()
  const first = await person.file(booked.number)
  await person.move(booked.number, at('04:20'))
  const second = await person.file(booked.number)
  await person.cancel(booked.number)
  const third = await person.file(booked.number)

  expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(first.headers['content-disposition']).toContain(`filename="${booked.number}.ics"`)
  expect(new Set([first, second, third].map((file) => line(file, 'UID'))).size).toBe(1)
  expect([first, second, third].map((file) => line(file, 'SEQUENCE'))).toEqual([
    'SEQUENCE:0',
    'SEQUENCE:1',
    'SEQUENCE:2',
  ])
  expect([first, second].map((file) => line(file, 'DTSTART'))).toEqual([
    'DTSTART:20261201T040000Z',
    'DTSTART:20261201T042000Z',
  ])
  expect(line(third, 'METHOD')).toBe('METHOD:CANCEL')
  expect(first.body.split('\r\n').every((each) => Buffer.byteLength(each) <= 75)).toBe(true)
})

test('letters tell of booking, moving and cancelling, to the person or to whom a guest names', async () => {
  const { office, person, booked } = await aBooked()
  await person.move(booked.number, at('04:40'))
  await person.cancel(booked.number)
  const guest = await aGuest(api, office)
  const address = `guest-${randomUUID()}@example.ru`
  const made = (await guest.book({ email: address, language: 'en' })).json<Appointment>()

  const letters = await mailroom(api).lettersTo(person.email)
  expect(letters.map(({ template }) => template)).toEqual([
    'appointment_booked',
    'appointment_moved',
    'appointment_cancelled',
  ])
  const [letter] = await mailroom(api).lettersTo(address)
  expect(letter?.text).toContain(`Code: ${made.code}`)
  expect(made.isReminded).toBe(true)
})

test('whoever deletes their profile is no more written to', async () => {
  const { person, booked } = await aBooked()
  await api.db.user.update({ where: { id: person.id }, data: { disabledAt: new Date() } })
  const staff = await anOffice(api)
  const [stored] = await api.db.appointment.findMany({ where: { number: booked.number } })
  await staff.administrator.post(`/staff/appointments/${stored?.id}/cancel`, { reason: 'Закрыто' })

  expect(await lettersTo(api, person.email, 'appointment_cancelled')).toEqual([])
})
