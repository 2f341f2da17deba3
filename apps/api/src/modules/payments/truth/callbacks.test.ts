import type { Problem } from '@rodnik/contract/problem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pays } from '../../../../test/acquirer.ts'
import { aPayer, balanceOf, paymentPage, type Shop, startShop } from '../../../../test/paying.ts'

const KEY = 'a key of tests'

let shop: Shop
beforeAll(async () => {
  shop = await startShop({ callbackKey: KEY })
})
afterAll(() => shop.stop())
beforeEach(() => shop.bank.misbehave(undefined))

type Sent = Shop['bank']['sent'][number]

const deliver = ({ method, query, contentType, body }: Sent, ip = '203.0.113.77') =>
  shop.api.app.inject({
    method,
    url: `/api/v1/acquirers/sber/callback${query && `?${query}`}`,
    headers: { 'x-forwarded-for': ip, ...(method === 'POST' && { 'content-type': contentType }) },
    ...(method === 'POST' && { payload: body }),
  })

/** The callback «deposited» of a payment that was just made, as the bank has sent it. */
async function paidCallback() {
  const payer = await aPayer(shop, [50_000])
  const { code, payment } = await payer.opens()
  await pays(payment)
  await shop.bank.quiet()
  const sent = shop.bank.sent.findLast(({ body }) => body.includes(payment.number))
  if (!sent) throw new Error('The bank has sent no callback')
  return { payer, code, payment, sent }
}

const eventsOf = (orderNumber: string) =>
  shop.api.db.acquirerEvent.findMany({ where: { orderNumber }, orderBy: { id: 'asc' } })

/** What a forger changes; the checksum stays as it was. */
function edited(sent: Sent, change: (facts: Record<string, unknown>) => void): Sent {
  const facts = JSON.parse(sent.body) as Record<string, unknown>
  change(facts)
  return { ...sent, body: JSON.stringify(facts) }
}

describe('a callback', () => {
  test('is answered at once, kept as it came, and only makes the bank be asked', async () => {
    const { code, sent, payment, payer } = await paidCallback()
    const [event] = await eventsOf(payment.number)
    expect(event).toMatchObject({ authentic: 'yes', acquirer: 'sber' })
    expect((await eventsOf(payment.number)).map(({ body }) => body)).toContain(sent.body)
    expect((await paymentPage(shop.api, code)).state).toBe('pending')
    expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)

    await shop.work()
    expect((await paymentPage(shop.api, code)).state).toBe('paid')
  })

  test('replayed a hundred times posts nothing more', async () => {
    const { sent, payer } = await paidCallback()
    await shop.work()
    const answers = await Promise.all(Array.from({ length: 100 }, () => deliver(sent)))
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true)
    await shop.work()
    expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
  })

  test('that is edited is refused, kept, and posts nothing', async () => {
    const payer = await aPayer(shop, [50_000])
    const { payment } = await payer.opens()
    const { sent } = await paidCallback()
    const forged = edited(sent, (facts) => {
      facts['orderNumber'] = payment.number
    })
    const answer = await deliver(forged)
    await shop.work()

    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([401, 'callback_not_authentic'])
    expect(await eventsOf(payment.number)).toMatchObject([{ authentic: 'no', body: forged.body }])
    expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)
  })

  test.for([
    ['without a checksum', (facts: Record<string, unknown>) => delete facts['checksum']],
    [
      'with somebody else’s checksum',
      (facts: Record<string, unknown>) => Object.assign(facts, { checksum: '0'.repeat(64) }),
    ],
    ['with a field more', (facts: Record<string, unknown>) => Object.assign(facts, { amount: 1 })],
  ] as const)('%s is refused', async ([, change]) => {
    const { sent } = await paidCallback()
    const answer = await deliver(edited(sent, (facts) => void change(facts)))
    expect(answer.statusCode).toBe(401)
  })

  test('that is true of an order which was never paid changes nothing: the bank is believed, not the callback', async () => {
    const payer = await aPayer(shop, [50_000])
    const { code, payment } = await payer.opens()
    await shop.api.db
      .$executeRaw`UPDATE payments SET next_ask_at = app_now() WHERE number = ${payment.number}`
    await shop.work()
    expect((await paymentPage(shop.api, code)).state).toBe('pending')
    expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)
  })

  test.for(['', '{', '[]', 'null', 'a=b', '{"__proto__":{"x":1}}', 'я'.repeat(3000)])(
    'of garbage (%j) is refused without an error of ours',
    async (body) => {
      const answer = await deliver(
        { method: 'POST', query: '', contentType: 'application/json', body },
        '203.0.113.9',
      )
      expect(answer.statusCode).toBe(401)
    },
  )

  test('too long is refused unread', async () => {
    const sent = { method: 'POST', query: '', contentType: 'text/plain', body: 'x'.repeat(20_000) } as const
    expect((await deliver(sent)).statusCode).toBe(413)
  })

  test('for an acquirer that is not set up finds no door', async () => {
    const answer = await shop.api.app.inject({
      method: 'POST',
      url: '/api/v1/acquirers/yookassa/callback',
      payload: {},
    })
    expect(answer.statusCode).toBe(404)
  })

  test('forged from one address without end fills no table', async () => {
    const sent = {
      method: 'POST',
      query: '',
      contentType: 'application/json',
      body: '{"mdOrder":"x"}',
    } as const
    const answers = []
    for (let i = 0; i < 65; i++) answers.push((await deliver(sent, '203.0.113.201')).statusCode)
    expect(answers.slice(0, 60).every((status) => status === 401)).toBe(true)
    expect(answers.slice(60)).toEqual([429, 429, 429, 429, 429])
  })
})

test('no way leads back from paid, whoever writes it', async () => {
  const { payment } = await paidCallback()
  await shop.work()
  const back = shop.api.db.$executeRaw`
    UPDATE payments SET state = 'pending', paid_kopecks = NULL, paid_at = NULL WHERE number = ${payment.number}`
  await expect(back).rejects.toThrow(/cannot go from paid to pending/)
})
