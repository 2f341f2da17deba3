import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startAcquirer } from '@rodnik/sandbox/acquirer/start-acquirer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  arrived,
  isRefusedOnce,
  lingers,
  noAcquirerEnv,
  openAcquirersWith,
  pays,
  startBank,
} from '../../../test/acquirer.ts'
import { anOrder } from '../../../test/orders.ts'

describe.each(['sber', 'rbs'] as const)('what the bank tells by the gateway of %s', (by) => {
  let at: Awaited<ReturnType<typeof startBank>>
  beforeAll(async () => {
    at = await startBank({ by, callbackKey: 'a key of tests' })
  })
  beforeEach(() => {
    at.bank.misbehave(undefined)
    at.bank.sent.length = 0
  })
  afterAll(() => at.stop())

  const opened = async () => {
    const order = anOrder()
    return { ...order, ...(await at.acquirer.open(order)) }
  }
  /** What the portal reads of everything that was sent. */
  const told = async () => {
    await at.bank.quiet()
    return at.bank.sent.map((callback) => at.acquirer.readCallback(arrived(callback)))
  }

  test('of a payment is believed, and names the order', async () => {
    const { orderNumber, acquirerId, payUrl } = await opened()
    await pays({ payUrl })

    const order = { orderNumber, acquirerId, authentic: 'yes' }
    expect(await told()).toEqual([
      { ...order, event: 'approved' },
      { ...order, event: 'deposited' },
    ])
  })

  test('of a refusal, of time that ran out and of money that went back is told apart', async () => {
    await isRefusedOnce(await opened())
    await lingers(await opened())
    const order = await opened()
    await pays(order)
    await at.acquirer.refund({ ...order, amountKopecks: 100, refundId: 'r' })

    expect((await told()).map(({ event }) => event)).toEqual([
      'deposited_failed',
      'declinedByTimeout',
      'approved',
      'deposited',
      'refunded',
    ])
  })

  test.each([
    ['double_callback', ['approved', 'approved', 'deposited', 'deposited']],
    ['reordered_callbacks', ['deposited', 'approved']],
    ['no_callback', []],
  ] as const)('can be %s', async (mischief, events) => {
    at.bank.misbehave(mischief)
    await pays(await opened())
    expect((await told()).map(({ event }) => event)).toEqual(events)
  })

  test('with a forged checksum is not believed', async () => {
    at.bank.misbehave('forged_checksum')
    await pays(await opened())
    expect((await told()).map(({ authentic }) => authentic)).toEqual(['no', 'no'])
  })

  test('about another order is believed: what it says has to be asked for', async () => {
    at.bank.misbehave('foreign_callback')
    const order = await opened()
    await pays(order)
    expect((await told())[0]).toMatchObject({ authentic: 'yes' })
    expect((await told())[0]?.orderNumber).not.toBe(order.orderNumber)
  })

  test('may come late, and money after the time has run out', async () => {
    at.bank.misbehave('late_callback')
    await pays(await opened())
    expect(await told()).toEqual([])
    await expect.poll(told).toHaveLength(2)

    at.bank.misbehave('paid_after_expiry')
    const order = await opened()
    await lingers(order)
    expect(await at.acquirer.ask(order)).toMatchObject({ state: 'expired' })
    await expect.poll(() => at.acquirer.ask(order)).toMatchObject({ state: 'paid', paidKopecks: 54_321 })
  })
})

test('a portal that does not answer 200 is told three times', async () => {
  const at = await startBank({ retryMs: 10 })
  const seen: string[] = []
  const portal = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.writeHead(503).end()
  })
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
  at.bank.sendCallbacksTo(`http://127.0.0.1:${(portal.address() as AddressInfo).port}/callbacks`)
  const order = anOrder()

  await pays(await at.acquirer.open(order))

  await expect.poll(() => seen).toHaveLength(6)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await at.stop()
  portal.close()
  expect(seen).toEqual(Array.from({ length: 6 }, () => 'POST /callbacks'))
})

test('a bank may sign with its certificate instead', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const folder = await mkdtemp(path.join(tmpdir(), 'rodnik-callbacks-'))
  const certificate = path.join(folder, 'bank.pem')
  await writeFile(certificate, publicKey.export({ type: 'spki', format: 'pem' }))
  const merchant = { userName: 'rodnik-api', password: 'secret' }
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const bank = await startAcquirer({ port: 0, merchant, callbacks: { privateKeyPem } })
  const acquirer = openAcquirersWith({
    ...noAcquirerEnv,
    SBER_URL: bank.sberUrl,
    SBER_USER: merchant.userName,
    SBER_PASSWORD: merchant.password,
    SBER_CALLBACK_CERTIFICATE: certificate,
  }).named('sber')

  await pays((await acquirer?.open(anOrder())) ?? {})
  await bank.quiet()
  const read = bank.sent.map((callback) => acquirer?.readCallback(arrived(callback)).authentic)
  await bank.close()
  await rm(folder, { recursive: true })

  expect(read).toEqual(['yes', 'yes'])
})
