import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { bankDesk, inEncoding, payment, sberText } from '../../../../test/bank-files.ts'
import { reconcileBanks } from './reconcile-banks.service.ts'

let api: Api
let desk: Awaited<ReturnType<typeof bankDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await bankDesk(api)
})
afterAll(() => api.stop())

const found = (kind: string) => api.db.paymentDifference.findMany({ where: { kind }, orderBy: { id: 'asc' } })

/** Files that were posted now are of yesterday. */
const nightPasses = () => api.db.$executeRaw`
  UPDATE registry_files SET finished_at = finished_at - interval '1 day', ordered_on = ordered_on - 8
  WHERE finished_at > app_now() - interval '1 hour'`

test('a day of bank files is compared with the ledger: what is right is even, a changed row is a difference', async () => {
  const account = await api.given.account()
  const [first, second] = [payment(account.number, 50_000), payment(account.number, 20_000)]
  await desk.take(inEncoding(sberText([first, second])))
  await desk.take(inEncoding(sberText([{ ...first, kopecks: 50_100 }])), { fileName: 'again.txt' })
  await nightPasses()
  await reconcileBanks(api)

  const [day] = await api.db.reconciledDay.findMany({ where: { source: 'registry' } })
  expect(day).toMatchObject({ checked: 2, ourKopecks: 70_000n, theirKopecks: 70_000n })
  expect(await found('file_not_even')).toEqual([])
  expect(await found('row_changed')).toMatchObject([
    { source: 'registry', ourKopecks: 50_000n, theirKopecks: 50_100n, details: { file: 'again.txt' } },
  ])
})

test('money of a file that has not come to the settlement account is a difference, once', async () => {
  const account = await api.given.account()
  await desk.take(inEncoding(sberText([payment(account.number, 30_000)], '901')), { fileName: 'late.txt' })
  await desk.take(inEncoding(sberText([payment(account.number, 40_000)], '902')), { fileName: 'come.txt' })
  await nightPasses()
  const [order] = await api.db.$queryRaw<{ day: Date }[]>`
    SELECT ordered_on AS day FROM registry_files WHERE order_number = '902'`
  await api.db.bankStatement.create({
    data: {
      fileName: 'statement.txt',
      contentHash: Buffer.from('hash'),
      settlementAccount: '40702810300000000314',
      firstDay: new Date('2026-11-01'),
      lastDay: new Date('2026-11-30'),
      incomingKopecks: 40_000n,
      incomingCount: 1,
      newCount: 1,
      receivedBy: 'staff:test',
      documents: {
        create: {
          number: '000902',
          documentedOn: order?.day ?? new Date(),
          amountKopecks: 40_000n,
          payerAccount: '30232810000000000001',
          payerName: 'Банк',
          purpose: 'Реестр',
        },
      },
    },
  })
  await api.db.reconciledDay.deleteMany()
  await reconcileBanks(api)
  await api.db.reconciledDay.deleteMany()
  await reconcileBanks(api)
  const late = (await found('money_not_come')).filter(({ details }) =>
    JSON.stringify(details).includes('late.txt'),
  )
  expect(late).toMatchObject([{ source: 'statement', ourKopecks: 30_000n, theirKopecks: 0n, state: 'open' }])
  expect(
    (await found('money_not_come')).some(({ details }) => JSON.stringify(details).includes('come.txt')),
  ).toBe(false)
})
