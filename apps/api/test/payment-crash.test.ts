import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { installJobs } from '../src/platform/jobs.ts'
import { isRefused, pays } from './acquirer.ts'
import { freePort, startProcess } from './api-process.ts'
import { aPayer, balanceOf, paymentPage, type Shop, startShop } from './paying.ts'
import { watchBank } from './watched-bank.ts'
import { endWorker, startWorker, type Worker } from './worker.ts'

/** What a worker or the API is waiting for when it is killed: each is a later step of one transaction. */
const POINTS = [
  ['before the answer is read', null],
  ['locking the payment', 'payments'],
  ['reading its parts', 'payment_parts'],
  ['reading its refunds', 'payment_corrections'],
  ['locking the account', 'accounts'],
  ['reading what is owed', 'ledger_entries'],
  ['posting', 'ledger_transactions'],
  ['writing the letter', 'letters'],
  ['waking the worker for the letter', 'pgboss.job'],
  ['noting it in the journal', 'audit_events'],
] as const

let shop: Shop
let watched: Awaited<ReturnType<typeof watchBank>>
beforeAll(async () => {
  shop = await startShop()
  watched = await watchBank(shop.bank.sberUrl)
  await installJobs(shop.api.databaseUrl)
})
afterAll(async () => {
  await watched.close()
  await shop.stop()
})

const settings = () => ({
  ACQUIRER: 'sber',
  SBER_URL: watched.url,
  SBER_USER: shop.env.SBER_USER ?? '',
  SBER_PASSWORD: shop.env.SBER_PASSWORD ?? '',
})

/** Runs until the bank has answered once, then stands at the point. */
async function standsAt(table: string | null, method: string): Promise<() => Promise<void>> {
  const client = await shop.api.pool.connect()
  const reached = new Promise<void>((resolve) => {
    watched.onAnswer(async (asked) => {
      if (asked !== method) return
      watched.onAnswer(undefined)
      await hold(client, table)
      resolve()
      // Killed before it could read the answer.
      if (table === null) await pause(3000)
    })
  })
  return async () => {
    await reached
    if (table !== null) await untilSomebodyWaits(table)
    // The caller kills here; afterwards the way is free again.
    setTimeout(() => void client.query('ROLLBACK').then(() => client.release()), 300)
  }
}

/** Queues are polled all the time: one that meets the lock from the other side is let go, and it is tried again. */
async function hold(client: PoolClient, table: string | null, triesLeft = 5): Promise<void> {
  await client.query('BEGIN')
  if (table === null) return
  try {
    await client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  } catch (error) {
    await client.query('ROLLBACK')
    if (triesLeft === 0) throw error
    await hold(client, table, triesLeft - 1)
  }
}

async function untilSomebodyWaits(table: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const [found] = await shop.api.db.$queryRaw<{ waiting: bigint }[]>`
      SELECT count(*) AS waiting FROM pg_locks l
      WHERE NOT l.granted AND l.relation = ${table}::regclass`
    if ((found?.waiting ?? 0n) > 0n) return
    await pause(25)
  }
  throw new Error(`Nobody came to ${table}`)
}

const makeDue = (number: string) =>
  shop.api.db
    .$executeRaw`UPDATE payments SET next_ask_at = app_now() WHERE number = ${number} AND state <> 'paid'`

test.for(POINTS)(
  'a worker killed %s leaves a payment that the next one credits exactly once',
  async ([, table]) => {
    const payer = await aPayer(shop, [50_000])
    const { code, payment } = await payer.opens({ email: `crash-${payer.id}@example.ru` })
    await pays(payment)
    await shop.bank.quiet()
    await makeDue(payment.number)

    const reached = await standsAt(table, 'getOrderStatusExtended.do')
    const worker: Worker = startWorker(shop.api, settings())
    // Also when the test ends in another way: nobody waits for a worker that is left.
    onTestFinished(async () => void (await endWorker(worker, 'SIGKILL')))
    await reached()
    await endWorker(worker, 'SIGKILL')
    await pause(500)
    expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)

    await makeDue(payment.number)
    await shop.work()
    expect((await paymentPage(shop.api, code)).state).toBe('paid')
    expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
    const postings = await shop.api.db.ledgerTransaction.count({
      where: { operation: `payment:site:${payment.number}` },
    })
    expect(postings).toBe(1)
  },
)

test.for([
  ['before it reads that the order is open', null],
  ['before it writes that the order is open', 'payments'],
] as const)('the API killed %s loses neither the order nor money', async ([, table]) => {
  const payer = await aPayer(shop, [50_000])
  const port = await freePort()
  const api = await startProcess(shop.api, port, settings())
  const reached = await standsAt(table, 'register.do')
  const sent = payer.startAt(`http://127.0.0.1:${port}`).catch(() => undefined)
  await reached()
  api.kill('SIGKILL')
  await once(api, 'exit')
  await sent
  await pause(500)

  // Somebody pays the order all the same: the bank has it, and we know its number.
  const lost = await shop.api.db.payment.findFirstOrThrow({ where: { userId: payer.id } })
  // A statement that has reached the database is finished by it, with or without us.
  expect(['created', 'pending']).toContain(lost.state)
  const order = shop.bank.order(lost.number)
  await pays({ payUrl: `${shop.bank.origin}/pp/pay_ru?orderId=${order?.id}` })
  await shop.bank.quiet()
  await makeDue(lost.number)
  await shop.work()
  expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
})

test('a payment that was refused before the kill stays refused after it', async () => {
  const payer = await aPayer(shop, [50_000])
  const { code, payment } = await payer.opens()
  await isRefused(payment)
  await shop.bank.quiet()
  await makeDue(payment.number)
  const reached = await standsAt('payments', 'getOrderStatusExtended.do')
  const worker = startWorker(shop.api, settings())
  await reached()
  await endWorker(worker, 'SIGKILL')
  await pause(500)
  await makeDue(payment.number)
  await shop.work()
  expect((await paymentPage(shop.api, code)).state).toBe('failed')
  expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)
})
