import type { ImportRun } from '@rodnik/contract/staff-imports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, signedIn, startApi } from '../../../../test/api.ts'
import { aReadMeter, importRunsDesk, readingsFile, table } from '../../../../test/import-runs.ts'

let api: Api
let desk: Awaited<ReturnType<typeof importRunsDesk>>
let boris: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  api = await startApi()
  desk = await importRunsDesk(api)
  boris = await signedIn(api, await api.given.person({ roles: ['clerk'], name: 'Борис Ильин' }))
})
afterAll(() => api.stop())

const debts = (number: string, roubles: string) => ({
  name: 'balances.csv',
  content: table(
    'Лицевой счёт;Услуга;Месяц долга;Долг, ₽;На дату',
    `${number};ХВС;08.2026;${roubles};30.09.2026`,
  ),
})

const openings = (accountId: string) =>
  api.db.ledgerTransaction.findMany({
    where: { kind: 'opening', entries: { some: { accountId } } },
    include: { entries: { where: { accountId } } },
    orderBy: { id: 'asc' },
  })

const forColleague = async (id: string) => {
  const seen = await boris.get(`/staff/imports/${id}`)
  return [(await desk.show(id)).isForColleague, seen.json<ImportRun>().isForColleague]
}

describe('debts are loaded by somebody else than the clerk who sent them', () => {
  test('not by the sender, in whatever way; the colleague stands in the ledger, and the run', async () => {
    const account = await api.given.account()
    const { id } = await desk.check(debts(account.number, '461,79'))

    for (const decision of ['load', 'load_good'] as const) {
      expect((await desk.decide(id, decision)).json()).toMatchObject({
        status: 403,
        code: 'import_same_person',
      })
    }
    await desk.work()
    expect(await openings(account.id)).toEqual([])
    expect(await forColleague(id)).toEqual([true, false])

    expect(await desk.settle(id, 'load', boris)).toMatchObject({ state: 'loaded', endedBy: 'Борис Ильин' })
    expect(await openings(account.id)).toMatchObject([
      {
        actor: `staff:${boris.id}`,
        operation: expect.stringContaining(`:${id}:`),
        entries: [{ amountKopecks: 46_179n }],
      },
    ])
  })

  test('a debt is not set to nothing by one clerk alone', async () => {
    const account = await api.given.account()
    await desk.settle((await desk.check(debts(account.number, '500'))).id, 'load', boris)
    const { id } = await desk.check(debts(account.number, '0'))
    await desk.settle(id, 'check_replacing')

    expect((await desk.decide(id, 'load')).json()).toMatchObject({ code: 'import_same_person' })
    expect(await openings(account.id)).toHaveLength(1)
    await desk.settle(id, 'load', boris)
    const kopecks = (await openings(account.id)).flatMap(({ entries }) => entries.map((e) => e.amountKopecks))
    expect(kopecks).toEqual([50_000n, -50_000n])
  })

  test('two files of one run with debts of one day are both in the ledger', async () => {
    const [first, second] = [await api.given.account(), await api.given.account()]
    const { id } = await desk.check(debts(first.number, '1'), debts(second.number, '2'))
    await desk.settle(id, 'load', boris)

    expect([await openings(first.id), await openings(second.id)]).toMatchObject([[{}], [{}]])
  })
})

describe('recorded values', () => {
  test('are not replaced by the clerk who sent the others', async () => {
    const meter = await aReadMeter(api)
    const { id } = await desk.check(readingsFile([meter.line('124', '20.10.2026')]))
    expect(await forColleague(id)).toEqual([false, false])
    await desk.settle(id, 'check_replacing')

    expect((await desk.decide(id, 'load')).json()).toMatchObject({ code: 'import_same_person' })
    expect(await forColleague(id)).toEqual([true, false])
    await desk.settle(id, 'check')
    expect(await forColleague(id)).toEqual([false, false])
  })

  test('the sender may still cancel', async () => {
    const account = await api.given.account()
    const { id } = await desk.check(debts(account.number, '1'))

    expect((await desk.decide(id, 'cancel')).json()).toMatchObject({ state: 'cancelled' })
  })
})

describe('an account that an import changes', () => {
  test('has it recorded by whom and by which run, with what was and what is; a new one has not', async () => {
    const account = await api.given.account()
    const { premises, ...was } = await api.db.account.findUniqueOrThrow({
      where: { id: account.id },
      include: { premises: true },
    })
    const place = [premises.street, premises.house, premises.flat].join(';')
    const added = '3147770044'
    const accounts = table(
      'Лицевой счёт;Улица;Дом;Квартира;Владелец;Проживает',
      `${account.number};${place};Новикова А. П.;7`,
      `${added};улица Труда;7;4;Лапин Б. Б.;1`,
    )
    const { id } = await desk.check({ name: 'accounts.csv', content: accounts })
    const changes = () => api.db.auditEvent.findMany({ where: { action: 'import.account_changed' } })
    expect(await changes()).toEqual([])
    await desk.settle(id, 'load')

    expect(await changes()).toMatchObject([
      {
        actor: `staff:${desk.anna.id}`,
        accountId: account.id,
        details: {
          run: id,
          before: { holderName: was.holderName, residents: was.residentsCount },
          after: { holderName: 'Новикова А. П.', residents: 7 },
        },
      },
    ])
  })
})
