import type { GrantedAccount, GrantedMeter } from '@rodnik/contract/integrators'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { anIntegrator, anIntegratorOfFlat } from '../../../../test/integrators.ts'
import { aLegalEntity } from '../../../../test/organisations.ts'

type Page = { accounts: GrantedAccount[]; nextCursor: string | null }

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const numbers = ({ accounts }: Page) => accounts.map(({ number }) => number)

test('a program sees a granted account by what it needs, and nobody who lives there', async () => {
  const { get, granted } = await anIntegrator(api)
  const account = await api.given.account({
    holderName: 'Петров Иван',
    street: 'улица Труда',
    house: '7',
    flat: '3',
  })
  await api.given.meter(account.id)
  await api.given.meter(account.id, { service: 'hot', removedOn: '2026-10-01' })
  await granted({ kind: 'account', number: account.number })
  const answer = await get('/integrator/accounts')

  expect(answer.json()).toEqual({
    accounts: [
      {
        number: account.number,
        kind: 'resident',
        street: 'улица Труда',
        house: '7',
        flat: '3',
        hasSewer: true,
        meters: 1,
      },
    ],
    nextCursor: null,
  })
})

test('the accounts of a house are those of today: one that is closed is gone at once', async () => {
  const { get, granted } = await anIntegrator(api)
  const street = 'проспект Победы'
  const flats = [
    await api.given.account({ street, house: '12а', flat: '1' }),
    await api.given.account({ street, house: '12а', flat: '2' }),
  ]
  await api.given.account({ street, house: '12', flat: '1' })
  const given = await granted({ kind: 'house', street: 'ПРОСПЕКТ победы', house: 'д. 12-А' })
  const before = (await get('/integrator/accounts')).json<Page>()
  await api.db.account.update({
    where: { id: flats[0]?.id ?? '' },
    data: { closedOn: new Date('2026-11-20') },
  })
  const after = (await get('/integrator/accounts')).json<Page>()

  expect(given.json().grants).toMatchObject([
    { target: { kind: 'house', street, house: '12а' }, accounts: 2 },
  ])
  expect(numbers(before)).toEqual(flats.map(({ number }) => number).toSorted((a, b) => a.localeCompare(b)))
  expect(numbers(after)).toEqual([flats[1]?.number])
})

test('the accounts of an organisation leave with the organisation; one that is granted twice is one', async () => {
  const { administrator, get, granted } = await anIntegrator(api)
  const { id, number } = await api.given.account({ kind: 'legal' })
  const other = await api.given.account({ kind: 'legal' })
  const organisation = aLegalEntity({ accounts: [number, other.number] })
  const registered = await administrator.post('/staff/organisations', organisation)
  await granted({ kind: 'organisation', inn: organisation.inn, kpp: '' })
  await granted({ kind: 'account', number: other.number })
  const before = (await get('/integrator/accounts')).json<Page>()
  await administrator.delete(`/staff/organisations/${registered.json().id}/accounts/${id}`)
  const after = (await get('/integrator/accounts')).json<Page>()

  expect(new Set(numbers(before))).toEqual(new Set([number, other.number]))
  expect(before.accounts).toHaveLength(2)
  expect(numbers(after)).toEqual([other.number])
})

test('pages follow each other by number without gaps or repeats', async () => {
  const { get, granted } = await anIntegrator(api)
  const street = 'улица Страниц'
  const flats = await Promise.all(
    Array.from({ length: 7 }, (_, i) => api.given.account({ street, house: '1', flat: String(i + 1) })),
  )
  await granted({ kind: 'house', street, house: '1' })
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Page = (
      await get(`/integrator/accounts?limit=3${cursor && `&cursor=${cursor}`}`)
    ).json<Page>()
    seen.push(...numbers(page))
    cursor = page.nextCursor
  }

  expect(seen).toEqual(flats.map(({ number }) => number).toSorted((a, b) => a.localeCompare(b)))
})

test.each([
  'limit=0',
  'limit=501',
  'limit=two',
  'limit=1e2',
  'limit=0x10',
  'limit=%205',
  'cursor=zzz',
  'cursor=',
  'number=1',
  'house=1',
  'limit=1&limit=2',
])('a question for accounts that makes no sense is refused: %s', async (query) => {
  const { get } = await anIntegrator(api)
  expect((await get(`/integrator/accounts?${query}`)).json()).toMatchObject({ code: 'invalid_request' })
})

test('the meters of a granted account come with their last readings and the days of the month', async () => {
  const { get, account, meter } = await anIntegratorOfFlat(api)
  const answer = await get(`/integrator/accounts/${account.number}/meters`)
  const { window, meters } = answer.json<{ window: object; meters: GrantedMeter[] }>()

  expect(window).toEqual({ period: '2026-11', opensOn: '2026-11-01', closesOn: '2026-11-25', isOpen: true })
  expect(meters).toMatchObject([
    {
      id: meter.id,
      serial: meter.serial,
      isInService: true,
      current: null,
      previous: { valueLitres: 123_456 },
    },
  ])
  expect(Object.keys(meters[0] ?? {})).not.toContain('sealNumber')
})

describe('an account that was not granted is not there:', () => {
  test('by its number, by the list, by a filter, by a batch; and the log keeps who asked', async () => {
    const { id, get, sends } = await anIntegratorOfFlat(api)
    const { account, meter } = await anIntegratorOfFlat(api)
    const list = (await get('/integrator/accounts')).json<Page>()
    const filtered = (await get(`/integrator/accounts?number=${account.number}`)).json<Page>()
    const [foreign, nobody] = [
      await get(`/integrator/accounts/${account.number}/meters`),
      await get('/integrator/accounts/3149999999/meters'),
    ]
    const sent = await sends([{ accountNumber: account.number, meterId: meter.id, valueLitres: 124_000 }])
    const recorded = async () =>
      (
        await api.db.auditEvent.findMany({ where: { actor: `integrator:${id}`, action: 'access.not_found' } })
      ).map(({ details }) => details)

    expect(numbers(list)).not.toContain(account.number)
    expect(filtered).toEqual({ accounts: [], nextCursor: null })
    expect({ ...foreign.json(), instance: '' }).toEqual({ ...nobody.json(), instance: '' })
    expect(foreign.statusCode).toBe(404)
    expect(sent.json()).toMatchObject({ accepted: 0, rows: [{ outcome: 'refused', code: 'not_found' }] })
    expect(await api.db.submission.count({ where: { accountId: account.id } })).toBe(0)
    // Written when the answer is out already.
    await expect
      .poll(async () => new Set(await recorded()))
      .toEqual(
        new Set([
          { asked: 'GET /api/v1/integrator/accounts/:number/meters', number: account.number },
          { asked: 'GET /api/v1/integrator/accounts/:number/meters', number: '3149999999' },
          { asked: 'POST /api/v1/integrator/readings', rows: '1' },
        ]),
      )
  })

  test.each([
    ['before its first day', { from: '2026-11-23' }],
    ['after its last day', { from: '2026-10-01', until: '2026-11-22' }],
  ])('%s', async (_, days) => {
    const { get, granted } = await anIntegrator(api)
    const { number } = await api.given.account()
    expect((await granted({ kind: 'account', number }, days)).statusCode).toBe(201)
    if ('until' in days) {
      await api.db.integratorGrant.updateMany({
        where: { endsAt: { not: null } },
        data: { endsAt: new Date('2026-11-21T19:00:00Z') },
      })
    }

    expect((await get(`/integrator/accounts/${number}/meters`)).statusCode).toBe(404)
    expect((await get('/integrator/accounts')).json<Page>().accounts).toEqual([])
  })

  test('after its grant has been ended', async () => {
    const { administrator, path, grantId, get, account } = await anIntegratorOfFlat(api)
    await administrator.post(`${path}/grants/${grantId}/end`, { reason: 'договор расторгнут' })

    expect((await get(`/integrator/accounts/${account.number}/meters`)).statusCode).toBe(404)
  })

  test('when another flat with the meter is named', async () => {
    const { granted, sends, account } = await anIntegratorOfFlat(api)
    const other = await api.given.account()
    const meter = await api.given.meter(other.id)
    await granted({ kind: 'account', number: other.number })
    const sent = await sends([{ accountNumber: account.number, meterId: meter.id, valueLitres: 124_000 }])

    expect(sent.json()).toMatchObject({ rows: [{ code: 'not_found' }] })
  })
})
