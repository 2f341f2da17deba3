import type { RegisterPage } from '@rodnik/contract/registers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { owes } from '../../../../test/paying.ts'
import { newWord } from '../../../../test/petrovas.ts'
import { aMember } from '../../../../test/staff.ts'
import { countDebts, countLastPeriods } from './city-counts.repo.ts'

type Staff = Awaited<ReturnType<typeof aMember>>

let api: Api
let clerk: Staff
beforeAll(async () => {
  api = await startApi()
  clerk = await aMember(api, ['clerk'])
})
afterAll(() => api.stop())

const page = async (register: string, filter: Record<string, string>, staff = clerk) =>
  (await staff.get(`/staff/registers/${register}?${new URLSearchParams(filter)}`)).json<RegisterPage>()
const accountsOf = async (filter: Record<string, string>) =>
  (await page('accounts', filter)).rows.map(({ cells }) => cells[0])
const metersOf = async (filter: Record<string, string>) =>
  (await page('meters', filter)).rows.map(({ cells }) => cells[3])

/** A street of the test's own, so that its register is too. */
const aStreet = () => {
  const word = newWord()
  const street = `улица ${word}`
  return { word, anAccount: (facts: object = {}) => api.given.account({ street, ...facts }) }
}

describe('the register of accounts', () => {
  test('has what a clerk looks for in a row, with its units', async () => {
    const { word, anAccount } = aStreet()
    const account = await anAccount({ holderName: 'Петрова А. С.' })
    await api.given.meter(account.id)
    await owes(api, account.id, 123_456)

    expect(await page('accounts', { street: word })).toMatchObject({
      columns: ['Лицевой счёт', 'Адрес', 'Абонент', 'Проживает', 'Счётчиков', 'Долг, ₽', 'Закрыт'],
      rows: [
        {
          id: account.id,
          cells: [
            account.number,
            `улица ${word}, 12а-45`,
            'Петрова А. С.',
            '0',
            '1',
            { kopecks: 123_456 },
            null,
          ],
        },
      ],
      nextCursor: null,
    })
  })

  test('finds debtors by what the ledger says now', async () => {
    const { word, anAccount } = aStreet()
    const [poor, rich, paid] = [
      await anAccount(),
      await anAccount({ flat: '46' }),
      await anAccount({ flat: '47' }),
    ]
    await owes(api, poor.id, 100_001)
    await owes(api, rich.id, 100_000)
    await owes(api, paid.id, 500_000)
    await api.db.cityCount.deleteMany()
    await countDebts(api)
    await owes(api, paid.id, -500_000)

    expect(await accountsOf({ street: word, debtOver: '1000' })).toEqual([poor.number])
  })

  test('counts the debts of the city anew once the ledger has grown, ten minutes later at the earliest', async () => {
    await api.db.cityCount.deleteMany()
    const { anAccount } = aStreet()
    const account = await anAccount()
    const counts = [await countDebts(api), await countDebts(api)]
    await owes(api, account.id, 10_000)
    counts.push(await countDebts(api))
    await api.db.$executeRaw`UPDATE city_counts SET counted_at = counted_at - interval '11 minutes'`
    counts.push(
      ...(await Promise.all([countDebts(api), countDebts(api)])).toSorted((a, b) => Number(a) - Number(b)),
    )

    expect(counts).toEqual([true, false, false, false, true])
    expect(await api.db.accountDebt.findUnique({ where: { accountId: account.id } })).toMatchObject({
      kopecks: 10_000n,
    })
  })

  test('finds who has no meter, a closed entry or a closed account', async () => {
    const { word, anAccount } = aStreet()
    const [bare, shut, closed] = [
      await anAccount(),
      await anAccount({ flat: '46', isAccountlessAllowed: false }),
      await anAccount({ flat: '47', closedOn: '2026-10-01' }),
    ]
    await api.given.meter(shut.id)
    await api.given.meter(bare.id, { removedOn: '2026-11-01' })

    expect(await accountsOf({ street: word, noMeter: 'yes' })).toEqual([bare.number])
    expect(await accountsOf({ street: word, accountlessOff: 'yes' })).toEqual([shut.number])
    expect(await accountsOf({ street: word, closed: 'yes' })).toEqual([closed.number])
  })

  test('comes page by page, each account once', async () => {
    const { word, anAccount } = aStreet()
    for (let i = 0; i < 60; i++) await anAccount({ house: String(i + 1) })
    const first = await page('accounts', { street: word })
    const second = await page('accounts', { street: word, cursor: first.nextCursor ?? '' })
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)

    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([50, 10, null])
    expect(new Set(ids).size).toBe(60)
  })
})

const names = (serials: string[]) => serials.map((serial) => `СХВ-15 ${serial}`)

describe('the register of meters', () => {
  test('finds what is due for verification, what has expired and what failed, the most urgent first', async () => {
    const { word, anAccount } = aStreet()
    const { id } = await anAccount()
    const meter = (serial: string, facts: object) => api.given.meter(id, { serial, ...facts })
    await meter('soon', { verificationDueOn: '2026-12-22' })
    await meter('today', { verificationDueOn: '2026-11-22' })
    await meter('later', { verificationDueOn: '2026-12-23' })
    await meter('expired', { verificationDueOn: '2026-11-21' })
    await meter('unknown', { verificationDueOn: null })
    const { id: broken } = await meter('broken', {})
    await api.db.meter.update({ where: { id: broken }, data: { failedOn: new Date('2026-11-01') } })
    await meter('gone', { verificationDueOn: '2026-11-01', removedOn: '2026-11-10' })

    expect(await metersOf({ street: word, dueWithin: '30' })).toEqual(names(['today', 'soon']))
    expect(await metersOf({ street: word, expired: 'yes' })).toEqual(names(['expired']))
    expect(await metersOf({ street: word, failed: 'yes' })).toEqual(names(['broken']))
    expect(await metersOf({ street: word })).toEqual(
      names(['expired', 'today', 'soon', 'later', 'broken', 'unknown']),
    )
  })

  test('finds what is not sealed, and what was silent for months that are over', async () => {
    const { word, anAccount } = aStreet()
    const { id } = await anAccount()
    const sealed = await api.given.meter(id, { serial: 'sealed', readings: { '2026-09': 1000 } })
    await api.db.meter.update({ where: { id: sealed.id }, data: { sealNumber: '0012' } })
    await api.given.meter(id, { serial: 'silent', readings: { '2026-07': 1000 } })
    const woken = await api.given.meter(id, { serial: 'woken', readings: { '2026-01': 1000 } })
    await api.db.meter.update({ where: { id: woken.id }, data: { sealNumber: '0013' } })
    await api.db.cityCount.deleteMany()
    await countLastPeriods(api)
    const taken = {
      period: new Date('2026-10-01'),
      takenOn: new Date('2026-10-22'),
      source: 'staff',
    } as const
    await api.db.reading.create({
      data: { meterId: woken.id, revision: 2, valueLitres: 2000, usedLitres: 1000, ...taken },
    })

    expect(await metersOf({ street: word, notSealed: 'yes' })).toEqual(['СХВ-15 silent'])
    expect(await metersOf({ street: word, silentFor: '3' })).toEqual(['СХВ-15 silent'])
    expect(await metersOf({ street: word, silentFor: '4' })).toEqual([])
  })

  test('goes on behind a meter that nobody knows the verification of', async () => {
    const { word, anAccount } = aStreet()
    const { id } = await anAccount()
    for (let i = 0; i < 51; i++) await api.given.meter(id, { verificationDueOn: null, readings: {} })
    const first = await page('meters', { street: word })

    expect((await page('meters', { street: word, cursor: first.nextCursor ?? '' })).rows).toHaveLength(1)
  })
})

const filtersOf = async (staff: Staff) =>
  (await staff.get('/staff/saved-filters?register=accounts')).json<{ filters: { id: string }[] }>().filters

describe('a filter', () => {
  test.each([
    { debtOver: '-1' },
    { debtOver: '1e3' },
    { noMeter: 'no' },
    { role: 'administrator' },
    { street: ' '.repeat(5) },
    { cursor: 'WyJ4IiwieSJd' },
    { cursor: Buffer.from('["0","00000000-0000-0000-0000-000000000000"]').toString('base64url') },
  ])('of no sense is refused: %j', async (filter) => {
    const answer = await clerk.get(`/staff/registers/accounts?${new URLSearchParams(Object.entries(filter))}`)

    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' })
  })

  test('is kept by a name, replaced under it, and is its owner’s alone', async () => {
    const vera = await aMember(api, ['clerk'])
    const keep = (name: string, filter: object) =>
      clerk.post('/staff/saved-filters', { name, wish: { register: 'accounts', filter } })
    await keep('Должники', { debtOver: '1000' })
    const { id } = (await keep('Должники', { debtOver: '5000' })).json<{ id: string }>()

    expect(await filtersOf(clerk)).toEqual([{ id, name: 'Должники', filter: { debtOver: '5000' } }])
    expect(await filtersOf(vera)).toEqual([])
    expect((await vera.delete(`/staff/saved-filters/${id}`)).statusCode).toBe(404)
    expect((await clerk.delete(`/staff/saved-filters/${id}`)).statusCode).toBe(204)
    expect(await filtersOf(clerk)).toEqual([])
  })

  test.each([
    { register: 'accounts', filter: { dueWithin: '30' } },
    { register: 'people', filter: {} },
    { register: 'meters', filter: {}, userId: 'x' },
  ])('of another register, or with something more, is not kept: %j', async (wish) => {
    expect((await clerk.post('/staff/saved-filters', { name: 'x', wish })).statusCode).toBe(400)
  })
})

test('an inspector sees the meters, but not the accounts with their debts', async () => {
  const inspector = await aMember(api, ['inspector'])

  expect((await inspector.get('/staff/registers/meters')).statusCode).toBe(200)
  expect((await inspector.get('/staff/registers/accounts')).json()).toMatchObject({ code: 'not_allowed' })
})
