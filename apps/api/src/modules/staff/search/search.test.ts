import type { FoundGroups, SearchKind } from '@rodnik/contract/staff-search'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pays } from '../../../../test/acquirer.ts'
import { type Api, signedIn } from '../../../../test/api.ts'
import { aLegalEntity } from '../../../../test/organisations.ts'
import { aPayer, type Shop, startShop } from '../../../../test/paying.ts'
import { anOwner } from '../../../../test/people.ts'
import { newWord, petrovas } from '../../../../test/petrovas.ts'
import { aMember } from '../../../../test/staff.ts'

type Staff = Awaited<ReturnType<typeof signedIn>>

let shop: Shop
let api: Api
let operator: Staff
beforeAll(async () => {
  shop = await startShop()
  api = shop.api
  operator = await aMember(api, ['operator'])
})
afterAll(() => shop.stop())

const search = async (query: string, staff = operator) =>
  (await staff.get(`/staff/search?query=${encodeURIComponent(query)}`)).json<FoundGroups>()
const of = (kind: SearchKind, { groups }: FoundGroups) =>
  groups.find((group) => group.kind === kind)?.found ?? []
const namesOf = (kind: SearchKind, found: FoundGroups) => of(kind, found).map(({ name }) => name)
const numbers = (found: FoundGroups) => namesOf('account', found)

test.each([
  ['the beginning of the number', (number: string) => number.slice(0, 9)],
  [
    'the number as it is printed',
    (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
  ],
  ['the e-mail of the owner', (number: string) => ` Anna-${number}@Example.ru`],
  ['the phone of the owner as typed', (number: string) => `8 (9${number.slice(1, 3)}) ${number.slice(3)}`],
])('an operator finds an account by %s', async (_name, query) => {
  const { account } = await petrovas(api)

  expect(numbers(await search(query(account.number)))).toContain(account.number)
})

test('an operator finds an account by its address, however it is typed', async () => {
  const { account } = await petrovas(api)
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

  expect(found.groups).toMatchObject([{ kind: 'account', hasMore: true }])
  expect(numbers(found)).toHaveLength(50)
  expect(numbers(await search('тысячный 7'))).toHaveLength(1)
})

test.each(["'", '\\', ':*', '&|!()', 'а', '<script>', '%_', "12' OR '1'='1"])(
  'whatever is typed is a query: %s',
  async (query) => {
    expect((await operator.get(`/staff/search?query=${encodeURIComponent(query)}`)).statusCode).toBe(200)
  },
)

test.each(['clerk', 'inspector'] as const)('%s does not search in contacts', async (role) => {
  const staff = await signedIn(api, await api.given.person({ roles: [role] }))
  const { owner, account } = await petrovas(api)

  expect(numbers(await search(owner.email ?? '', staff))).toEqual([])
  expect(numbers(await search(owner.phone ?? '', staff))).toEqual([])
  expect(numbers(await search(account.number, staff))).toEqual([account.number])
})

test.each([
  ['a wrong letter', (street: string) => street.replace('Свободы', 'Свабоды'), ''],
  [
    'a letter left out, with house and flat',
    (street: string) => street.replace('Свободы', 'Свбоды'),
    ' 12-45',
  ],
])('an address with %s finds what looks like it, and says so', async (_name, misspell, place) => {
  const { account } = await petrovas(api)
  const { street } = await api.db.premises.findUniqueOrThrow({ where: { id: account.premisesId } })

  expect(of('account', await search(misspell(street) + place))).toContainEqual(
    expect.objectContaining({ id: account.id, foundBy: 'similar' }),
  )
})

test('an address that is right is not mixed with those that look like it', async () => {
  const word = newWord()
  const right = await api.given.account({ street: `улица ${word}` })
  await api.given.account({ street: `улица ${word.slice(0, -1)}` })

  expect(numbers(await search(word))).toEqual([right.number])
})

test('an account is found by digits in the middle of its number', async () => {
  const { account } = await petrovas(api)

  expect(numbers(await search(account.number.slice(4)))).toContain(account.number)
})

test('an inspector finds a meter by a part of its serial, and whose it is', async () => {
  const inspector = await aMember(api, ['inspector'])
  const { account } = await petrovas(api)
  await api.given.meter(account.id, { serial: 'АБ-7745-118' })
  await api.given.meter(account.id, { serial: 'АБ-7745-117', removedOn: '2026-11-10' })
  const found = of('meter', await search('7745-11', inspector))

  expect(found).toMatchObject([
    { id: account.id, name: 'СХВ-15 АБ-7745-118', person: 'Петрова Анна Сергеевна', isOver: false },
    { id: account.id, name: 'СХВ-15 АБ-7745-117', isOver: true },
  ])
})

test('a submission is found by the number on its confirmation, a wrong check digit finds none', async () => {
  const owner = await anOwner(api)
  const sent = await owner.post(`/my/accounts/${owner.account.id}/submissions`, {
    readings: [{ meterId: owner.meter.id, valueLitres: 126_670 }],
  })
  const { number } = sent.json<{ number: string }>()
  const wrong = number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10)

  expect(of('submission', await search(` ${number} `))).toMatchObject([
    { id: owner.account.id, name: number },
  ])
  expect((await search(wrong)).groups).toEqual([])
})

test('a payment is found by its number, with a Russian «Р» too, but not by an inspector', async () => {
  const payer = await aPayer(shop)
  const { payment } = await payer.opens()
  await pays(payment)
  const typed = payment.number.toLowerCase().replace('p', 'р')

  expect(of('payment', await search(typed))).toMatchObject([{ id: payer.account.id, name: payment.number }])
  expect(of('payment', await search(typed, await aMember(api, ['inspector'])))).toEqual([])
})

test('an organisation is found by name, ИНН and contract, the account of the contract too', async () => {
  const facts = aLegalEntity({ name: `АО «${newWord()}»` })
  const { id } = (await operator.post('/staff/organisations', facts)).json<{ id: string }>()
  const account = await api.given.account({ kind: 'legal' })
  await operator.post(`/staff/organisations/${id}/accounts`, { accountNumber: account.number })
  await api.db.legalTerms.create({ data: { accountId: account.id, contractNumber: 'В-117/2024' } })
  const found = async (query: string) => of('organisation', await search(query)).map((one) => one.id)

  expect(await found(facts.name.slice(4, 10))).toEqual([id])
  expect(await found(facts.inn)).toEqual([id])
  expect(await found('в-117/2024')).toEqual([id])
  expect(of('account', await search('в-117/2024'))).toMatchObject([{ id: account.id, foundBy: 'contract' }])
})

test('a person is found by e-mail, the beginning of it, phone and name; by those alone who see contacts', async () => {
  const name = newWord()
  const { id, email, phone } = await api.given.person({ name: `${name} Иван`, phone: '+79000000017' })
  const ways = [email ?? '', (email ?? '').split('.')[0] ?? '', phone ?? '', `${name} и`]
  const found = await Promise.all(
    ways.map(async (query) => of('person', await search(query)).map((one) => one.id)),
  )
  const clerk = await aMember(api, ['clerk'])

  expect(found).toEqual(ways.map(() => [id]))
  expect(of('person', await search(email ?? '', clerk))).toEqual([])
})

test('members of staff are nobody’s customers: they are not found', async () => {
  const name = newWord()
  await api.given.person({ roles: ['operator'], name })

  expect((await search(name)).groups).toEqual([])
})
