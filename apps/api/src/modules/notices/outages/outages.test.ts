import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Outage } from '@rodnik/contract/outages'
import type { OutageReach, StaffOutage } from '@rodnik/contract/staff-outages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, guestOf, startApi } from '../../../../test/api.ts'
import { anOutageNotice, asked, noticeDesk } from '../../../../test/notices.ts'
import { anOwner, statuses } from '../../../../test/people.ts'
import { aMember } from '../../../../test/staff.ts'

/** Ten in the morning in the city; the outage of `anOutageNotice` began at nine. */
const NOW = '2026-11-24T05:00:00Z'

let api: Api
beforeAll(async () => {
  api = await startApi({ now: NOW })
})
afterAll(() => api.stop())

const aDesk = async (role: StaffRole = 'operator') => noticeDesk(await aMember(api, [role]))
const on = (street: string) => ({
  streets: [{ street, houses: [], houseFrom: null, houseTo: null, side: null }],
})
const found = async (query: string) =>
  (await asked(api, `/public/outages?${query}`)).json<{ outages: Outage[] }>().outages
const statesOf = async (street: string) =>
  (await found(`street=${encodeURIComponent(street)}`)).map(({ state }) => state)
const idsOf = (outages: { id: string }[]) => outages.map(({ id }) => id)

test('an operator publishes an outage, and everybody finds it by an address typed in their own way', async () => {
  const { id } = await (await aDesk()).outage({
    streets: [{ street: 'проспект Победы', houses: [], houseFrom: 1, houseTo: 25, side: 'odd' }],
  })

  expect(
    idsOf(await found(`street=${encodeURIComponent('победы')}&house=${encodeURIComponent('д. 13-а')}`)),
  ).toEqual([id])
  expect(idsOf(await found(`street=${encodeURIComponent('ПР-Т ПОБЕДЫ')}`))).toEqual([id])
  expect(await found(`street=${encodeURIComponent('победы')}&house=14`)).toEqual([])
  expect(await found('house=13')).toEqual([])
})

test('what lasts comes first, then what comes; what was called off is not shown, what is over stays for a month', async () => {
  const desk = await aDesk()
  const street = on('улица Порядковая')
  const past = { startsAt: '2026-11-01T04:00:00Z', expectedEndAt: '2026-11-01T12:00:00Z' }
  const later = { startsAt: '2026-11-29T19:00:00Z', expectedEndAt: null }
  const over = await desk.outage({ ...street, ...past })
  await desk.outage({ ...street, startsAt: '2026-10-01T04:00:00Z', expectedEndAt: '2026-10-01T12:00:00Z' })
  const planned = await desk.outage({ ...street, ...later })
  const lasting = await desk.outage(street)
  const off = await desk.outage({ ...street, ...later })
  await desk.staff.post(`/staff/outages/${off.id}/cancel`, { version: 1, reason: 'Перенесли' })

  const outages = await found(`street=${encodeURIComponent('порядковая')}`)

  expect(outages.map(({ id, state }) => [id, state])).toEqual([
    [lasting.id, 'under_way'],
    [planned.id, 'planned'],
    [over.id, 'over'],
  ])
})

test('whoever has the list already is told so, until something changes', async () => {
  const desk = await aDesk()
  const url = `/public/outages?street=${encodeURIComponent('Кешевая')}`
  const { headers } = await asked(api, url)
  const tag = String(headers.etag)

  expect([headers['cache-control'], (await asked(api, url, { 'if-none-match': tag })).statusCode]).toEqual([
    'public, max-age=60',
    304,
  ])
  await desk.outage(on('Кешевая'))
  expect((await asked(api, url, { 'if-none-match': `W/"other", ${tag}` })).statusCode).toBe(200)
})

test('an outage whose end nobody has ever told is over three days after it was last written about', async () => {
  const desk = await aDesk()
  const street = on('улица Забытая')
  const { id } = await desk.outage({ ...street, startsAt: '2026-11-20T04:00:00Z', expectedEndAt: null })
  const written = await statesOf('забытая')
  await api.db.supplyOutage.update({ where: { id }, data: { changedAt: new Date('2026-11-21T05:00:00Z') } })

  expect(written).toEqual(['under_way'])
  expect(await statesOf('забытая')).toEqual(['over'])
})

test('an address that asks without end is asked to wait', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.99' }
  const answers = await Promise.all(
    Array.from({ length: 125 }, () => asked(api, '/public/outages?street=никакая', headers)),
  )

  expect(statuses(answers).filter((status) => status === 429)).toHaveLength(5)
})

test.each<StaffRole>(['clerk', 'inspector'])('a %s reads outages and publishes none', async (role) => {
  const desk = await aDesk(role)

  expect((await desk.staff.get('/staff/outages')).statusCode).toBe(200)
  expect((await desk.addOutage(anOutageNotice())).statusCode).toBe(403)
})

test('sent at the same instant under one key, an outage is published once; another one under it is refused', async () => {
  const desk = await aDesk()
  const notice = anOutageNotice(on('улица Однажды'))
  const answers = await Promise.all([1, 2, 3].map(() => desk.addOutage(notice, 'the-same-wish')))

  expect(new Set(answers.map((answer) => answer.json<StaffOutage>().id)).size).toBe(1)
  expect(await found(`street=${encodeURIComponent('Однажды')}`)).toHaveLength(1)
  const other = await desk.addOutage(anOutageNotice(), 'the-same-wish')
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused' })
})

test('of two colleagues who change an outage at the same instant one is told so, and the other text stays', async () => {
  const desk = await aDesk()
  const { id } = await desk.outage()
  const change = (ru: string) =>
    desk.staff.put(`/staff/outages/${id}`, {
      version: 1,
      notice: anOutageNotice({ title: { ru, en: ru } }),
    })
  const answers = await Promise.all([change('Первый'), change('Второй')])

  expect(statuses(answers)).toEqual([200, 409])
  const kept = answers.find(({ statusCode }) => statusCode === 200)?.json<StaffOutage>()
  const { version, title } = (await desk.staff.get(`/staff/outages/${id}`)).json<StaffOutage>()
  expect([version, title]).toEqual([2, kept?.title])
})

test('each change is in the log with what it was before', async () => {
  const desk = await aDesk()
  const { id } = await desk.outage()
  await desk.staff.put(`/staff/outages/${id}`, { version: 1, notice: anOutageNotice({ kind: 'emergency' }) })
  await desk.staff.post(`/staff/outages/${id}/end`, { version: 2, endedAt: '2026-11-24T04:30:00Z' })

  const events = await api.db.auditEvent.findMany({
    where: { details: { path: ['outageId'], equals: id } },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ action }) => action)).toEqual([
    'notices.outage_added',
    'notices.outage_changed',
    'notices.outage_ended',
  ])
  expect(events[1]?.details).toMatchObject({ before: { kind: 'planned' }, after: { kind: 'emergency' } })
})

test.each([
  ['tomorrow', '2026-11-25T05:00:00Z'],
  ['before it began', '2026-11-24T03:59:59Z'],
])('water does not come back %s', async (_, endedAt) => {
  const desk = await aDesk()
  const { id } = await desk.outage()

  expect((await desk.staff.post(`/staff/outages/${id}/end`, { version: 1, endedAt })).statusCode).toBe(400)
})

test('what was called off is changed no more', async () => {
  const desk = await aDesk()
  const { id } = await desk.outage()
  await desk.staff.post(`/staff/outages/${id}/cancel`, { version: 1, reason: 'Ошибка' })

  const answer = await desk.staff.post(`/staff/outages/${id}/end`, { version: 2, endedAt: NOW })
  expect(answer.json()).toMatchObject({ code: 'notice_closed' })
})

test('before it is published, staff see whom it would reach', async () => {
  const desk = await aDesk()
  await Promise.all(
    ['3', '3', '4', '27'].map((house, i) =>
      api.given.account({ street: 'улица Охвата', house, flat: String(i) }),
    ),
  )
  await api.given.account({ street: 'улица Охвата', house: '5', closedOn: '2026-01-01' })
  const part = { street: 'ул. Охвата', houses: [], houseFrom: 1, houseTo: 25, side: 'odd' }
  const unknown = { ...part, street: 'улица Которой Нет' }
  const answer = await desk.staff.post('/staff/outages/preview', { streets: [part, unknown] })

  expect(answer.json<OutageReach>()).toEqual({
    accounts: 2,
    houses: 1,
    parts: [
      { accounts: 2, houses: 1 },
      { accounts: 0, houses: 0 },
    ],
  })
})

test('a resident sees the outage at their address, a stranger is told that there is no such account', async () => {
  const [anna, other] = [await anOwner(api), await anOwner(api)]
  const { street } = await api.db.premises.findFirstOrThrow({
    where: { accounts: { some: { id: anna.account.id } } },
  })
  const { id } = await (await aDesk()).outage(on(street))
  const url = `/my/accounts/${anna.account.id}/outages`

  expect(idsOf((await anna.get(url)).json<{ outages: Outage[] }>().outages)).toEqual([id])
  expect((await other.get(url)).statusCode).toBe(404)
  const ofOther = await other.get(`/my/accounts/${other.account.id}/outages`)
  expect(ofOther.json()).toEqual({ outages: [] })
})

test('a guest is told that there is an outage, and nothing that names the street', async () => {
  const account = await api.given.account({ street: 'улица Тайная' })
  await (await aDesk()).outage({ ...on('улица Тайная'), title: { ru: 'Авария на Тайной', en: 'Тайная' } })
  const guest = await guestOf(api, account.entry)
  const answer = await guest.get('/cabinet/outages')

  expect(answer.json<{ outages: object[] }>().outages).toMatchObject([
    { kind: 'planned', state: 'under_way' },
  ])
  expect(answer.body).not.toContain('Тайн')
  await guest.leave()
  expect((await guest.get('/cabinet/outages')).statusCode).toBe(401)
})

test.each([
  ['no street', { streets: [] }],
  [
    'houses and a range together',
    { streets: [{ street: 'а', houses: ['1'], houseFrom: 1, houseTo: 2, side: null }] },
  ],
  ['an end before its beginning', { expectedEndAt: '2026-11-24T03:00:00Z' }],
  ['one service twice', { services: ['cold_water', 'cold_water'] }],
  ['a title with a line break', { title: { ru: 'а\nб', en: 'a' } }],
  ['a control character', { advice: { ru: '\u0000', en: '' } }],
])('%s is refused', async (_, facts) => {
  const desk = await aDesk()

  expect((await desk.addOutage({ ...anOutageNotice(), ...facts })).statusCode).toBe(400)
})
