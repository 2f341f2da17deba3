import { randomInt } from 'node:crypto'
import type { AccountCard, FoundAccounts } from '@rodnik/contract/staff-accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, enter, signedIn, startApi } from '../../../test/api.ts'
import { mailroom } from '../../../test/mailroom.ts'
import { statuses } from '../../../test/people.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>

let api: Api
let operator: Staff
beforeAll(async () => {
  api = await startApi()
  operator = await signedIn(api, await api.given.person({ roles: ['operator'], name: 'Ольга' }))
})
afterAll(() => api.stop())

const search = async (query: string, staff = operator) =>
  (await staff.get(`/staff/search?query=${encodeURIComponent(query)}`)).json<FoundAccounts>()
const numbers = ({ accounts }: FoundAccounts) => accounts.map(({ number }) => number)
const events = (accountId: string, action: string) =>
  api.db.auditEvent.findMany({ where: { accountId, action } })

/** A street of one's own, so that tests do not find each other's. */
const newWord = () => Array.from({ length: 8 }, () => String.fromCodePoint(0x430 + randomInt(32))).join('')

async function petrovas() {
  const account = await api.given.account({
    street: `улица Свободы ${newWord()}`,
    house: '12',
    flat: '45',
  })
  await api.db.account.update({ where: { id: account.id }, data: { holderName: 'Петрова Анна Сергеевна' } })
  const owner = await api.given.person({
    email: `anna-${account.number}@example.ru`,
    phone: `+79${account.number.slice(1)}`,
    name: 'Анна',
  })
  await api.given.link(owner.id, account.id)
  return { account, owner }
}

test.each([
  ['the beginning of the number', (number: string) => number.slice(0, 9)],
  [
    'the number as it is printed',
    (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
  ],
  ['the e-mail of the owner', (number: string) => ` Anna-${number}@Example.ru`],
  ['the phone of the owner as typed', (number: string) => `8 (9${number.slice(1, 3)}) ${number.slice(3)}`],
])('an operator finds an account by %s', async (_name, query) => {
  const { account } = await petrovas()

  expect(numbers(await search(query(account.number)))).toContain(account.number)
})

test('an operator finds an account by its address, however it is typed', async () => {
  const { account } = await petrovas()
  const { street } = await api.db.premises.findUniqueOrThrow({ where: { id: account.premisesId } })
  const name = street.replace('улица ', '')

  const ways = [`${name} 12-45`, `ул. ${name}, д. 12 кв. 45`, `${name.toUpperCase()} 12`, `${name} 1`]
  const found = await Promise.all(ways.map(async (query) => [query, numbers(await search(query))]))
  expect(found).toEqual(ways.map((query) => [query, [account.number]]))
  expect(numbers(await search(`${name} 13`))).toEqual([])
  expect(numbers(await search(`${name} 12-46`))).toEqual([])
})

test('an operator finds an account by the beginning of surname and name', async () => {
  const account = await api.given.account()
  await api.db.account.update({ where: { id: account.id }, data: { holderName: 'Щёткина-Ёлкина Алёна' } })

  expect(numbers(await search('щеткина а'))).toEqual([account.number])
  expect(numbers(await search('ЁЛК'))).toEqual([account.number])
  expect(numbers(await search('щеткина б'))).toEqual([])
})

test('more accounts than fit on a page are told of', async () => {
  for (let i = 0; i < 51; i++) await api.given.account({ street: 'проспект Тысячный', house: String(i + 1) })
  const found = await search('тысячный')

  expect(found.accounts).toHaveLength(50)
  expect(found.hasMore).toBe(true)
  expect((await search('тысячный 7')).accounts).toHaveLength(1)
})

test.each(["'", '\\', ':*', '&|!()', 'а', '<script>', '%_', "12' OR '1'='1"])(
  'whatever is typed is a query: %s',
  async (query) => {
    expect((await operator.get(`/staff/search?query=${encodeURIComponent(query)}`)).statusCode).toBe(200)
  },
)

test.each(['clerk', 'inspector'] as const)('%s does not search in contacts', async (role) => {
  const staff = await signedIn(api, await api.given.person({ roles: [role] }))
  const { owner, account } = await petrovas()

  expect(numbers(await search(owner.email ?? '', staff))).toEqual([])
  expect(numbers(await search(owner.phone ?? '', staff))).toEqual([])
  expect(numbers(await search(account.number, staff))).toEqual([account.number])
})

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
