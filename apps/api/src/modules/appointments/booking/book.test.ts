import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import {
  aBooker,
  aGuest,
  anOffice,
  at,
  codeOf,
  MONDAY,
  offered,
  type TestOffice,
  TUESDAY,
} from '../../../../test/offices.ts'
import { actionsOf, anOwner, statuses } from '../../../../test/people.ts'

let api: Api
let office: TestOffice
beforeAll(async () => {
  api = await startApi({ now: MONDAY })
  office = await anOffice(api)
})
afterAll(() => api.stop())

test('a person makes an appointment: its time is free no more, and all is told', async () => {
  const own = await anOffice(api)
  const person = await aBooker(api, own)
  const answer = await person.book({ startsAt: at('04:20') })

  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toMatchObject({
    number: expect.stringMatching(/^A2611-\d{7}-\d$/),
    state: 'booked',
    startsAt: at('04:20'),
    endsAt: at('04:40'),
    canChange: true,
    isReminded: true,
    code: null,
    office: { id: own.officeId, timeZone: 'Asia/Yekaterinburg' },
    topic: { bring: { ru: 'Паспорт', en: 'Паспорт' } },
  })
  expect(await own.startsOn()).toEqual(['04:00', '04:40'])
  expect(await person.list()).toEqual([answer.json()])
  expect(await actionsOf(api, { accountId: person.account.id })).toEqual(['appointments.booked'])
})

test.each([
  ['in the past', at('04:00', '2026-11-29')],
  ['sooner than in an hour', at('03:40', '2026-11-30')],
  ['beyond thirty days', at('04:00', '2026-12-31')],
  ['of a day without hours', at('04:00', '2026-12-06')],
  ['off the grid', at('04:10')],
  ['before opening', at('03:40')],
  ['after closing', at('05:00')],
  ['of another century', '9999-12-31T04:00:00Z'],
  ['of none', '0000-01-01T04:00:00Z'],
])('a time %s is not to be had, and others are offered', async (_, startsAt) => {
  const person = await aBooker(api, office)
  const answer = await person.book({ startsAt })

  expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'slot_taken'])
  expect(offered(answer).length).toBeGreaterThan(0)
})

test('the same moment may be written with another offset', async () => {
  const own = await anOffice(api)
  const person = await aBooker(api, own)
  expect((await person.book({ startsAt: '2026-12-01T04:00:00Z' })).statusCode).toBe(201)
})

test('a wish that is sent again is the same appointment; another one under its key is refused', async () => {
  const own = await anOffice(api)
  const person = await aBooker(api, own)
  const key = randomUUID()
  const all = await Promise.all([1, 2, 3, 4].map(() => person.book({ key })))

  expect(statuses(all)).toEqual([201, 201, 201, 201])
  expect(new Set(all.map((answer) => answer.body)).size).toBe(1)
  expect(await person.list()).toHaveLength(1)
  const other = await person.book({ key, startsAt: at('04:20') })
  expect([other.statusCode, codeOf(other)]).toEqual([422, 'idempotency_key_reused'])
})

test('a wish without a key is none', async () => {
  const person = await aBooker(api, office)
  const { officeId, topicId } = office
  const answer = await person.post(`/my/accounts/${person.account.id}/appointments`, {
    officeId,
    topicId,
    startsAt: at('04:00'),
    specialistId: null,
    language: 'ru',
  })
  expect(answer.statusCode).toBe(400)
})

test('only two appointments of an account lie ahead, however many are wished for at once', async () => {
  const own = await anOffice(api, { seats: 20 })
  const person = await aBooker(api, own)
  const all = await Promise.all(Array.from({ length: 8 }, () => person.book()))

  expect(statuses(all)).toEqual([201, 201, 422, 422, 422, 422, 422, 422])
  expect(codeOf(all.find(({ statusCode }) => statusCode === 422) ?? never())).toBe('appointment_limit')
})

test('guests take no place away from the owner, nor the owner from them', async () => {
  const own = await anOffice(api, { seats: 20 })
  const person = await aBooker(api, own)
  const guest = await aGuest(api, own, { entry: { ...person.account.entry } })
  const byGuests = [await guest.book(), await guest.book(), await guest.book()]
  const byOwner = [await person.book(), await person.book(), await person.book()]

  expect(byGuests.map(({ statusCode }) => statusCode)).toEqual([201, 201, 422])
  expect(byOwner.map(({ statusCode }) => statusCode)).toEqual([201, 201, 422])
})

test.each([
  { state: 'done' },
  { via: 'staff' },
  { seat: 7 },
  { accountId: randomUUID() },
  { endsAt: at('09:00') },
  { bookedBy: 'staff:1' },
  { email: 'mine@example.ru' },
])('nobody decides what is not theirs to decide: %o', async (facts) => {
  const person = await aBooker(api, office)
  expect((await person.book(facts)).statusCode).toBe(400)
})

test('the account of somebody else is not found', async () => {
  const person = await aBooker(api, office)
  const stranger = await aBooker(api, office, await anOwner(api))
  const url = `/my/accounts/${stranger.account.id}/appointments`
  const { officeId, topicId } = office
  const payload = { officeId, topicId, startsAt: at('04:00'), specialistId: null, language: 'ru' }
  const headers = { 'idempotency-key': randomUUID() }
  const answers = [await person.get(url), await person.call(url, { method: 'POST', payload, headers })]

  expect(answers.map(codeOf)).toEqual(['not_found', 'not_found'])
})

test('a helper who may only look sees appointments and makes none', async () => {
  const own = await anOffice(api)
  const owner = await aBooker(api, own)
  await owner.books()
  const helper = await anOwner(api)
  await api.given.link(helper.id, owner.account.id, {
    role: 'helper',
    canSubmit: false,
    givenById: owner.id,
  })
  const looking = await aBooker(api, own, { ...helper, account: owner.account })
  const [seen] = await looking.list()

  expect(seen?.state).toBe('booked')
  expect(codeOf(await looking.book({ startsAt: at('04:20') }))).toBe('not_allowed')
  expect(codeOf(await looking.cancel(seen?.number ?? ''))).toBe('not_allowed')
  expect(codeOf(await looking.move(seen?.number ?? '', at('04:20')))).toBe('not_allowed')
})

test('an office, a topic or a post that is not there is not found, or not for this', async () => {
  const person = await aBooker(api, office)
  const codes = [
    await person.book({ officeId: randomUUID() }),
    await person.book({ topicId: randomUUID() }),
    await person.book({ specialistId: randomUUID() }),
  ].map(codeOf)
  expect(codes).toEqual(['not_found', 'not_found', 'appointment_topic_off'])
})

test('what guests cannot book is refused to them alone', async () => {
  const own = await anOffice(api, { topic: { isForGuests: false } })
  const [guest, person] = [await aGuest(api, own), await aBooker(api, own)]

  expect(codeOf(await guest.book())).toBe('appointment_topic_off')
  expect((await person.book()).statusCode).toBe(201)
})

test('fifty people take the last time at once: one has it, the others are shown the nearest', async () => {
  for (let round = 0; round < 4; round++) {
    const own = await anOffice(api)
    const first = await aBooker(api, own)
    await first.books({ startsAt: at('04:00') })
    await first.books({ startsAt: at('04:40') })
    const people = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? aGuest(api, own) : aBooker(api, own))),
    )
    const answers = await Promise.all(people.map(({ book }) => book({ startsAt: at('04:20') })))

    expect(statuses(answers)).toEqual([201, ...Array.from({ length: 49 }, () => 409)])
    for (const answer of answers.filter(({ statusCode }) => statusCode === 409)) {
      expect(codeOf(answer)).toBe('slot_taken')
      expect(offered(answer)).toEqual([
        at('04:20', '2026-11-30'),
        at('04:40', '2026-11-30'),
        at('04:00', '2026-12-02'),
        at('04:20', '2026-12-02'),
        at('04:40', '2026-12-02'),
        at('04:00', '2026-12-03'),
      ])
    }
    expect(await own.startsOn(TUESDAY)).toEqual([])
  }
})

test('thirty people at once fill a post of three seats to the last place, and no further', async () => {
  const own = await anOffice(api, { seats: 3 })
  const people = await Promise.all(Array.from({ length: 30 }, () => aGuest(api, own)))
  const answers = await Promise.all(people.map(({ book }) => book()))

  expect(statuses(answers).filter((status) => status === 201)).toHaveLength(3)
  expect(statuses(answers).filter((status) => status === 409)).toHaveLength(27)
})

test('the database itself lets no two live appointments meet at a seat', async () => {
  const own = await anOffice(api)
  const person = await aBooker(api, own)
  const { number } = await person.books()
  const copy = api.pool.query(
    `INSERT INTO appointments (number, office_id, specialist_id, seat, topic_id, account_id, starts_at, ends_at, busy_until,
       via, booked_by)
     SELECT 'A2611-9999999-0', office_id, specialist_id, seat, topic_id, account_id, starts_at + interval '19 minutes',
       ends_at + interval '19 minutes', busy_until + interval '19 minutes', 'staff', 'staff:x'
     FROM appointments WHERE number = $1`,
    [number],
  )
  await expect(copy).rejects.toMatchObject({ constraint: 'appointments_one_at_a_time' })
})

function never(): never {
  throw new Error('There is such an answer')
}
