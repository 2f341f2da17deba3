import type { Appointment } from '@rodnik/contract/appointments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/api.ts'
import { mailroom } from '../../../test/mailroom.ts'
import { aBooker, aGuest, anOffice, at, MONDAY } from '../../../test/offices.ts'
import { remindOfAppointments } from './index.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: MONDAY })
})
afterAll(() => api.stop())

const THURSDAY = '2026-12-03'

/** So much earlier, as if the clock had gone on. */
async function hoursBefore(hours: number, booked: Appointment, { isJustChosen = false } = {}) {
  await api.pool.query(
    `UPDATE appointments SET chosen_at = CASE WHEN $3 THEN chosen_at ELSE chosen_at - interval '30 days' END, sequence = sequence + 1,
       starts_at = app_now() + make_interval(secs => $2), ends_at = app_now() + make_interval(secs => $2 + 1200),
       busy_until = app_now() + make_interval(secs => $2 + 1200)
     WHERE number = $1`,
    [booked.number, hours * 3600, isJustChosen],
  )
}
/** Several workers look at once. */
const workersLook = () => Promise.all([1, 2, 3, 4].map(() => remindOfAppointments(api)))

const remindersTo = async (address: string) =>
  (await mailroom(api).lettersTo(address)).filter(({ template }) => template === 'appointment_reminder')

const aBooked = async () => {
  const office = await anOffice(api)
  const person = await aBooker(api, office)
  return { person, booked: await person.books({ startsAt: at('04:00', THURSDAY) }) }
}

test('a day before and two hours before a letter reminds, once each, however many workers look', async () => {
  const { person, booked } = await aBooked()
  await workersLook()
  expect(await remindersTo(person.email)).toHaveLength(0)

  await hoursBefore(23, booked)
  await workersLook()
  await workersLook()
  expect(await remindersTo(person.email)).toHaveLength(1)

  await hoursBefore(1.9, booked)
  await workersLook()
  await workersLook()
  const letters = await remindersTo(person.email)
  expect(letters.map(({ subject }) => subject.split(':')[0])).toEqual(['Скоро приём', 'Сегодня приём'])
})

test('who has cancelled is not reminded, and a reminder that has not left is taken back', async () => {
  const { person, booked } = await aBooked()
  await hoursBefore(20, booked)
  await workersLook()
  expect(await remindersTo(person.email)).toHaveLength(1)
  await person.cancel(booked.number)
  await workersLook()

  expect(await remindersTo(person.email)).toHaveLength(0)
})

test('whoever has just chosen the time, or has no right to the account any more, is not reminded', async () => {
  const office = await anOffice(api)
  const [soon, gone] = [await aBooker(api, office), await aBooker(api, office)]
  const chosen = await soon.books({ startsAt: at('04:20') })
  await hoursBefore(22, chosen, { isJustChosen: true })
  const booked = await gone.books({ startsAt: at('04:00', THURSDAY) })
  await hoursBefore(20, booked)
  await api.db.accountLink.updateMany({
    where: { userId: gone.id },
    data: { endedAt: new Date('2026-11-29'), endReason: 'sold' },
  })
  await workersLook()

  expect(await remindersTo(soon.email)).toHaveLength(0)
  expect(await remindersTo(gone.email)).toHaveLength(0)
})

test('a guest without an address has no letters; one with an address is reminded with the code', async () => {
  const office = await anOffice(api)
  const [silent, guest] = [await aGuest(api, office), await aGuest(api, office)]
  const address = 'reminded@example.ru'
  const first = (await silent.book({ startsAt: at('04:00', THURSDAY) })).json<Appointment>()
  const second = (await guest.book({ startsAt: at('04:20', THURSDAY), email: address })).json<Appointment>()
  await hoursBefore(20, first)
  await hoursBefore(20.5, second)
  await workersLook()

  expect(first.isReminded).toBe(false)
  expect((await remindersTo(address))[0]?.text).toContain(second.code)
})
