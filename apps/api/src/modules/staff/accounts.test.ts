import type { AccountCard } from '@rodnik/contract/staff-accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, enter, signedIn, startApi } from '../../../test/api.ts'
import { mailroom } from '../../../test/mailroom.ts'
import { statuses } from '../../../test/people.ts'
import { petrovas as petrovasOf } from '../../../test/petrovas.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>

let api: Api
let operator: Staff
beforeAll(async () => {
  api = await startApi()
  operator = await signedIn(api, await api.given.person({ roles: ['operator'], name: 'Ольга' }))
})
afterAll(() => api.stop())

const petrovas = () => petrovasOf(api)
const events = (accountId: string, action: string) =>
  api.db.auditEvent.findMany({ where: { accountId, action } })

test('the card shows the account, its meters and people, and that somebody looked', async () => {
  const { account, owner } = await petrovas()
  await api.given.meter(account.id, {
    serial: '12345678',
    readings: { '2026-09': 120_000, '2026-10': 123_456 },
  })
  const card = (await operator.get(`/staff/accounts/${account.id}`)).json<AccountCard>()

  expect(card).toMatchObject({
    number: account.number,
    holderName: 'Петрова Анна Сергеевна',
    isAccountlessAllowed: true,
    meters: [{ serial: '12345678', last: { period: '2026-10', valueLitres: 123_456 } }],
    people: [{ userId: owner.id, email: owner.email, phone: owner.phone, role: 'owner' }],
  })
  expect(await events(account.id, 'account.viewed')).toMatchObject([{ actor: `staff:${operator.id}` }])
})

test('a clerk sees masked contacts and an inspector none', async () => {
  const { account } = await petrovas()
  const people = async (role: 'clerk' | 'inspector') => {
    const staff = await signedIn(api, await api.given.person({ roles: [role] }))
    return (await staff.get(`/staff/accounts/${account.id}`)).json<AccountCard>().people
  }

  expect(await people('clerk')).toMatchObject([
    { email: 'a•••@example.ru', phone: `+79•••••••${account.number.slice(-2)}` },
  ])
  expect(await people('inspector')).toMatchObject([{ email: null, phone: null }])
})

test('a recorded holder stands in the log with what was there before', async () => {
  const { account } = await petrovas()
  const change = () => operator.put(`/staff/accounts/${account.id}/holder`, { holderName: 'Петров Иван' })
  await change()
  await change()

  const written = await events(account.id, 'account.holder_recorded')
  expect(written.map(({ details }) => details)).toEqual([
    { before: { holderName: 'Петрова Анна Сергеевна' }, after: { holderName: 'Петров Иван' } },
  ])
})

test('an account closed for entry without registration lets nobody in, and the log says why', async () => {
  const { account } = await petrovas()
  const url = `/staff/accounts/${account.id}/accountless`
  await operator.put(url, { isAllowed: false, reason: 'Заявление № 5' })

  expect((await enter(api, account.entry)).statusCode).toBe(401)
  const [written] = await events(account.id, 'accountless.switched')
  expect(written?.details).toEqual({
    before: true,
    after: false,
    reason: 'Заявление № 5',
  })
  expect((await operator.put(url, { isAllowed: true })).statusCode).toBe(400)
})

test('an operator ends the right of somebody whose account it is not: recorded and told, once', async () => {
  const { account, owner } = await petrovas()
  const helper = await api.given.person()
  await api.given.link(helper.id, account.id, { role: 'helper' })
  const card = (await operator.get(`/staff/accounts/${account.id}`)).json<AccountCard>()
  const linkId = card.people.find(({ userId }) => userId === owner.id)?.linkId
  const end = () =>
    operator.post(`/staff/accounts/${account.id}/links/${linkId}/end`, { reason: 'Выписка из ЕГРН' })

  const answers = await Promise.all([1, 2, 3].map(end))

  expect(statuses(answers)).toEqual([204, 404, 404])
  expect(await events(account.id, 'account.unlinked')).toMatchObject([
    {
      actor: `staff:${operator.id}`,
      details: { link: linkId, reason: 'Выписка из ЕГРН' },
    },
  ])
  expect(await api.db.accountLink.count({ where: { accountId: account.id, endedAt: null } })).toBe(0)
  expect(await mailroom(api).lettersTo(owner.email ?? '')).toMatchObject([{ template: 'account_unlinked' }])
})

test('a right of another account is not found, and nobody loses anything', async () => {
  const [one, other] = [await petrovas(), await petrovas()]
  const link = await api.db.accountLink.findFirstOrThrow({ where: { accountId: other.account.id } })

  const ended = await operator.post(`/staff/accounts/${one.account.id}/links/${link.id}/end`, {
    reason: 'Ошибка',
  })

  expect(ended.statusCode).toBe(404)
  expect(await api.db.accountLink.count({ where: { id: link.id, endedAt: null } })).toBe(1)
})

test('the code of a receipt is told and recorded, without the code', async () => {
  const { account } = await petrovas()
  const told = (await operator.post(`/staff/accounts/${account.id}/receipt-code`)).json<{ code: string }>()

  expect(told.code).toMatch(/^\d{8}$/)
  const written = await events(account.id, 'account.receipt_code_told')
  expect(written).toHaveLength(1)
  expect(JSON.stringify(written[0]?.details)).not.toContain(told.code)
})

test('an account that is not there is not found, and nothing is recorded', async () => {
  const id = crypto.randomUUID()

  expect((await operator.get(`/staff/accounts/${id}`)).statusCode).toBe(404)
  expect((await operator.put(`/staff/accounts/${id}/holder`, { holderName: '' })).statusCode).toBe(404)
  expect((await operator.post(`/staff/accounts/${id}/receipt-code`)).statusCode).toBe(404)
  expect(await api.db.auditEvent.count({ where: { accountId: id } })).toBe(0)
})
