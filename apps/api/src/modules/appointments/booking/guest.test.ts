import type { Appointment } from '@rodnik/contract/appointments'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { aBooker, aGuest, anOffice, at, codeOf, MONDAY } from '../../../../test/offices.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: MONDAY })
})
afterAll(() => api.stop())

test('a guest at the account’s door sees nothing of what its owner has made', async () => {
  const office = await anOffice(api)
  const person = await aBooker(api, office)
  const booked = await person.books()
  const guest = await aGuest(api, office, { entry: person.account.entry })
  const [stored] = await api.db.appointment.findMany({ where: { number: booked.number } })
  const code = '0000 0000 0000'

  expect(stored?.via).toBe('person')
  expect(await guest.list()).toEqual([])
  const answers = [
    await guest.find(booked.number, code),
    await guest.cancel(booked.number, code),
    await guest.move(booked.number, code, at('04:20')),
    await guest.file(booked.number, code),
  ]
  expect(answers.map(codeOf)).toEqual(Array.from({ length: 4 }, () => 'not_found'))
})

test('another guest of the same account needs the code; the owner sees and cancels without', async () => {
  const office = await anOffice(api)
  const person = await aBooker(api, office)
  const { account } = person
  const guest = await aGuest(api, office, account)
  const booked = (await guest.book({ email: 'guest@example.ru' })).json<Appointment>()
  const neighbour = await aGuest(api, office, account)
  const code = booked.code ?? ''

  expect(code).toMatch(/^\d{4} \d{4} \d{4}$/)
  expect(await guest.list()).toEqual([booked])
  expect(await neighbour.list()).toEqual([])
  const wrong = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
  expect(codeOf(await neighbour.cancel(booked.number, wrong))).toBe('not_found')
  expect(codeOf(await neighbour.cancel(booked.number, 'abc'))).toBe('invalid_request')
  const found = await neighbour.find(booked.number.toLowerCase().replace('a', 'А'), code.replaceAll(' ', '-'))
  expect(found.json<Appointment>()).toEqual(booked)

  const seen = await person.list()
  expect(seen).toMatchObject([{ number: booked.number, code: null }])
  expect(JSON.stringify(seen)).not.toContain('guest@example.ru')
  expect((await person.cancel(booked.number)).json<Appointment>().state).toBe('cancelled')
})

test('the code of one appointment opens no other, and none of another account', async () => {
  const office = await anOffice(api)
  const [guest, other] = [await aGuest(api, office), await aGuest(api, office)]
  const first = (await guest.book()).json<Appointment>()
  const second = (await other.book({ startsAt: at('04:20') })).json<Appointment>()

  expect(codeOf(await guest.cancel(second.number, second.code ?? ''))).toBe('not_found')
  expect(codeOf(await guest.cancel(first.number, second.code ?? ''))).toBe('not_found')
  expect((await guest.cancel(first.number, first.code ?? '')).statusCode).toBe(200)
})

test('a guest downloads the file by the code', async () => {
  const office = await anOffice(api)
  const guest = await aGuest(api, office)
  const { number, code } = (await guest.book()).json<Appointment>()
  const file = await guest.file(number, code ?? '')

  expect(file.body).toContain('METHOD:PUBLISH')
})
