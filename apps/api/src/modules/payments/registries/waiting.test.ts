import type { SuggestedAccount, WaitingPayment } from '@rodnik/contract/staff-unmatched'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../../test/api.ts'
import { bankDesk, booksOf, creditedTo, inEncoding, keyOf, sberText } from '../../../../test/bank-files.ts'

let api: Api
let desk: Awaited<ReturnType<typeof bankDesk>>
beforeAll(async () => {
  api = await startApi()
  desk = await bankDesk(api)
})
afterAll(() => api.stop())

let last = 0

/** Money that came for a number which nobody has. */
async function waiting(account: string, kopecks = 10_000 + ++last): Promise<WaitingPayment> {
  const rows = [{ key: keyOf(`waiting ${++last}`), account, kopecks, name: 'СИДОРОВ П.П.' }]
  await desk.take(inEncoding(sberText(rows)))
  const [found] = await queue(`?amountKopecks=${kopecks}`)
  if (!found) throw new Error('nothing waits')
  return found
}
const queue = async (query = '') =>
  (await desk.anna.get(`/staff/registries/unmatched${query}`)).json<{ payments: WaitingPayment[] }>().payments
const match = (id: string, accountNumber: string) =>
  desk.anna.post(`/staff/registries/unmatched/${id}/match`, { accountNumber, reason: 'звонок плательщика' })
const giveBack = (id: string) =>
  desk.anna.post(`/staff/registries/unmatched/${id}/return`, { reason: 'письмо банка' })

test('money for nobody known waits with what staff need to find its account, and is found by sum and day', async () => {
  const payment = await waiting('3149999999', 777_77)
  expect(payment).toMatchObject({
    accountNumber: '3149999999',
    amountKopecks: 77_777,
    paidOn: '2026-11-15',
    period: '2026-10',
    payerName: 'СИДОРОВ П.П.',
    payerAddress: 'УЛ ТРУДА,12,45',
  })
  expect(await queue('?paidOn=2026-11-14')).toEqual([])
  expect(await queue('?paidOn=2026-11-15&amountKopecks=77777')).toHaveLength(1)
})

test('accounts whose number is nearly that are suggested, with their address and debt', async () => {
  const account = await api.given.account({ street: 'улица Труда', holderName: 'Сидоров Пётр' })
  // A digit too many, as fingers do it.
  const typed = `${account.number}${account.number.slice(-1)}`
  const { id } = await waiting(typed)
  const answer = await desk.anna.get(`/staff/registries/unmatched/${id}/suggestions`)
  const { accounts } = answer.json<{ accounts: SuggestedAccount[] }>()
  expect(accounts).toContainEqual({
    number: account.number,
    address: 'улица Труда, 12а, 45',
    holderName: 'Сидоров Пётр',
    isClosed: false,
    owedKopecks: 0,
  })
})

test('what staff match is credited as of the day of the payer, the name is forgotten, and the log has the reason', async () => {
  const account = await api.given.account()
  const { id, amountKopecks } = await waiting('3149999999')
  expect((await match(id, account.number)).statusCode).toBe(204)
  expect(await creditedTo(api, account.id)).toBe(amountKopecks)
  expect(await api.db.registryRow.findUnique({ where: { id: BigInt(id) } })).toMatchObject({
    state: 'matched',
    accountId: account.id,
    payerName: null,
    payerAddress: null,
  })
  const [posted] = await api.db.$queryRaw<{ day: string }[]>`
    SELECT occurred_on::text AS day FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
    WHERE e.account_id = ${account.id}::uuid`
  expect(posted).toEqual({ day: '2026-11-15' })
  const event = await api.db.auditEvent.findFirst({
    where: { action: 'payment.matched', accountId: account.id },
  })
  expect(event).toMatchObject({
    actor: `staff:${desk.anna.id}`,
    details: {
      reason: 'звонок плательщика',
      amountKopecks,
      before: { state: 'waiting' },
      after: { state: 'matched', account: account.number },
    },
  })
})

test('matched by ten at once to two accounts, it is credited once', async () => {
  const accounts = [await api.given.account(), await api.given.account()]
  const { id, amountKopecks } = await waiting('3149999999')
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => match(id, accounts[i % 2]?.number ?? '')),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1)
  expect(
    answers
      .filter((answer) => answer.statusCode !== 204)
      .map((answer) => answer.json<{ code: string }>().code),
  ).toEqual(Array.from({ length: 9 }, () => 'payment_settled'))
  const credited = await Promise.all(accounts.map((account) => creditedTo(api, account.id)))
  expect(credited.toSorted((a, b) => a - b)).toEqual([0, amountKopecks])
})

test('what goes back to the bank is credited to nobody, then or later', async () => {
  const account = await api.given.account()
  const { id, amountKopecks } = await waiting('3149999999')
  const before = await booksOf(api)
  const answers = await Promise.all([giveBack(id), giveBack(id), match(id, account.number)])
  expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1)
  const { id: other, amountKopecks: kopecks } = await waiting('3149999998')
  await giveBack(other)
  expect((await match(other, account.number)).json()).toMatchObject({ code: 'payment_settled' })
  const after = await booksOf(api)
  expect(after.unmatched).toBe(before.unmatched + amountKopecks)
  expect(after.all).toBe(0)
  const refunds = await api.db.ledgerTransaction.findMany({
    where: { kind: 'refund' },
    include: { entries: { orderBy: { line: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  expect(refunds.at(-1)?.entries.map((entry) => [entry.book, Number(entry.amountKopecks)])).toEqual([
    ['unmatched', kopecks],
    ['bank', -kopecks],
  ])
})

test('a row that was matched comes again in another file, and is known', async () => {
  const account = await api.given.account()
  const rows = [{ key: keyOf('matched, then again'), account: '3149999999', kopecks: 4242 }]
  await desk.take(inEncoding(sberText(rows, '1')))
  const [found] = await queue('?amountKopecks=4242')
  await match(found?.id ?? '', account.number)
  const { file } = await desk.take(inEncoding(sberText(rows, '2')))
  expect(file).toMatchObject({ knownRows: 1, waitingRows: 0, differentRows: 0 })
  expect(await creditedTo(api, account.id)).toBe(4242)
})

test('an account that is none, a reason that is missing and a payment of nobody are refused', async () => {
  const { id } = await waiting('3149999999')
  expect((await match(id, '3140000000')).json()).toMatchObject({ code: 'account_unknown' })
  expect((await match('999999999', '3140000000')).statusCode).toBe(404)
  const url = `/staff/registries/unmatched/${id}/match`
  expect((await desk.anna.post(url, { accountNumber: '3140000000', reason: ' ' })).statusCode).toBe(400)
})

test('page by page the queue shows each payment once', async () => {
  const rows = Array.from({ length: 120 }, (_, i) => ({
    key: keyOf(`page ${i}`),
    account: '3149999999',
    kopecks: 31_337,
    paidOn: i % 2 === 0 ? '01-11-2026' : '02-11-2026',
  }))
  await desk.take(inEncoding(sberText(rows)))
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = `?amountKopecks=31337${cursor === '' ? '' : `&cursor=${cursor}`}`
    const page = (await desk.anna.get(`/staff/registries/unmatched${query}`)).json<{
      payments: WaitingPayment[]
      count: number
      nextCursor: string | null
    }>()
    expect(page.count).toBe(120)
    seen.push(...page.payments.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(120)
  expect(seen).toHaveLength(120)
})
