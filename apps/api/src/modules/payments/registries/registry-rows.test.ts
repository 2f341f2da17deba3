import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import {
  bankDesk,
  booksOf,
  creditedTo,
  inEncoding,
  payment,
  sberRow,
  sberText,
} from '../../../../test/bank-files.ts'
import { terminalNetwork } from '../../../../test/terminals.ts'

let api: Api
let desk: Awaited<ReturnType<typeof bankDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await bankDesk(api)
})
afterAll(() => api.stop())

const threeOf = (account: string) => [
  payment(account, 10_000),
  payment(account, 20_000),
  payment(account, 30_000),
]

test('the same file again is not taken, and a refused one may come again', async () => {
  const account = await api.given.account()
  const content = inEncoding(sberText([payment(account.number, 10_000)]))
  await desk.take(content)
  const { answer } = await desk.send(content)
  expect(answer.json()).toMatchObject({ status: 409, code: 'registry_known' })
  expect(await creditedTo(api, account.id)).toBe(10_000)

  const wrong = inEncoding(sberRow(payment(account.number, 1)))
  await desk.take(wrong)
  expect((await desk.send(wrong)).answer.statusCode).toBe(202)
})

test('the same file sent twice at the same moment is taken once', async () => {
  const account = await api.given.account()
  const content = inEncoding(sberText([payment(account.number, 10_000)]))
  const sent = await Promise.all([1, 2, 3, 4].map(() => desk.send(content)))
  await Promise.all([desk.work(), desk.work()])
  expect(sent.map(({ answer }) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([202, 409, 409, 409])
  expect(await creditedTo(api, account.id)).toBe(10_000)
})

test('rows that come again in another order, beside new ones, are known and not posted again', async () => {
  const account = await api.given.account()
  const rows = threeOf(account.number)
  await desk.take(inEncoding(sberText(rows)))
  const { file } = await desk.take(inEncoding(sberText([payment(account.number, 500), ...rows.toReversed()])))
  expect(file).toMatchObject({ state: 'posted', creditedRows: 1, knownRows: 3, differentRows: 0 })
  expect(await creditedTo(api, account.id)).toBe(60_500)
})

test('two files with the same payments, posted by two workers at once, credit them once', async () => {
  const accounts = await Promise.all(Array.from({ length: 40 }, () => api.given.account()))
  const rows = accounts.map(({ number }, i) => payment(number, 1000 + i))
  const ids: string[] = []
  for (const text of [sberText(rows, '1'), sberText(rows.toReversed(), '2')]) {
    ids.push((await desk.send(inEncoding(text))).id)
  }
  await Promise.all([desk.work(), desk.work(), desk.work()])
  await desk.work()
  const files = await Promise.all(ids.map((id) => desk.show(id)))
  expect(files.map(({ file }) => file.state)).toEqual(['posted', 'posted'])
  expect(files.reduce((sum, { file }) => sum + file.creditedRows, 0)).toBe(40)
  const credited = await Promise.all(accounts.map(({ id }) => creditedTo(api, id)))
  expect(credited).toEqual(rows.map(({ kopecks }) => kopecks))
})

test('a row that comes again with another sum or account is shown, and nothing of it is posted', async () => {
  const [mine, other] = [await api.given.account(), await api.given.account()]
  const [bySum, byAccount] = [payment(mine.number, 10_000), payment(mine.number, 20_000)]
  await desk.take(inEncoding(sberText([bySum, byAccount])))
  const changed = [
    { ...bySum, kopecks: 10_100 },
    { ...byAccount, account: other.number },
  ]
  const { file, differences } = await desk.take(inEncoding(sberText(changed)), { fileName: 'again.txt' })
  expect(file).toMatchObject({ state: 'posted', creditedRows: 0, differentRows: 2 })
  expect(differences).toMatchObject([
    { line: 1, amountKopecks: 10_100, known: { amountKopecks: 10_000, line: 1, fileName: 'file.txt' } },
    { line: 2, accountNumber: other.number, known: { accountNumber: mine.number } },
  ])
  expect(await creditedTo(api, mine.id)).toBe(30_000)
  expect(await creditedTo(api, other.id)).toBe(0)
})

test('after all of it the books are even', async () => {
  expect(await booksOf(api)).toMatchObject({ all: 0, unmatched: 0 })
})

test('what a terminal has brought online already is known when it stands in the bank’s file as well', async () => {
  const account = await api.given.account()
  const network = await terminalNetwork(api)
  const txn = String(Date.now())
  await network.ask({ command: 'pay', txn_id: txn, account: account.number, sum: '100.00' })
  expect(await creditedTo(api, account.id)).toBe(10_000)
  const rows = [{ ...payment(account.number, 10_000), key: txn }, payment(account.number, 500)]
  const { file } = await desk.take(inEncoding(sberText(rows)))
  expect(file).toMatchObject({ state: 'posted', creditedRows: 1, knownRows: 1 })
  expect(await creditedTo(api, account.id)).toBe(10_500)
})
