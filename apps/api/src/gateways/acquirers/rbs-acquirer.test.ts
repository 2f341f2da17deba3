import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { isRefused, isRefusedOnce, leaves, lingers, pays, startBank } from '../../../test/acquirer.ts'
import { anOrder, receiptOf } from '../../../test/orders.ts'
import type { NewOrder } from '../../platform/acquirer.ts'

describe.each(['sber', 'rbs'] as const)('a person at the bank, by the gateway of %s', (by) => {
  let at: Awaited<ReturnType<typeof startBank>>
  beforeAll(async () => {
    at = await startBank({ by, limitMs: 700 })
  })
  beforeEach(() => at.bank.misbehave(undefined))
  afterAll(() => at.stop())

  async function opened(facts: Partial<NewOrder> = {}) {
    const order = anOrder(facts)
    return { ...order, ...(await at.acquirer.open(order)) }
  }

  const paid = async (facts: Partial<NewOrder> = {}) => {
    const order = await opened(facts)
    await pays(order)
    return { ...order, refundId: `r-${order.orderNumber.slice(0, 20)}`, refundedBeforeKopecks: 0 }
  }

  test('pays and comes back; the bank says what was paid, when and by which card', async () => {
    const order = await opened()

    const cameBackTo = await pays(order)

    expect(cameBackTo).toMatch(/^http:\/\/localhost:3000\/payments\/1\?orderId=/)
    expect(await at.acquirer.ask(order)).toMatchObject({
      state: 'paid',
      orderNumber: order.orderNumber,
      acquirerId: order.acquirerId,
      orderedKopecks: 54_321,
      paidKopecks: 54_321,
      refundedKopecks: 0,
      currency: 'RUB',
      paidAt: expect.any(Date),
      maskedPan: '220138******0047',
      rrn: expect.stringMatching(/^\d{12}$/),
    })
  })

  test('pays by the link of СБП', async () => {
    const order = await opened({ method: 'sbp' })
    expect(order).not.toHaveProperty('payUrl')

    await pays(order)

    expect(await at.acquirer.ask(order)).toMatchObject({ state: 'paid', paidKopecks: 54_321 })
  })

  test.each(['1.05', '1.2'] as const)('pays an order with a receipt of ФФД %s', async (ffdVersion) => {
    const order = await opened({ receipt: receiptOf(54_321, ffdVersion) })

    await pays(order)

    expect(await at.acquirer.ask(order)).toMatchObject({ state: 'paid' })
  })

  test('who leaves can still pay', async () => {
    const order = await opened()

    await leaves(order)

    expect(await at.acquirer.ask(order)).toMatchObject({ state: 'pending', paidKopecks: 0 })
    expect(order.payUrl).toBeDefined()
  })

  test('who is refused may try again, three times in all', async () => {
    const once = await opened()
    const thrice = await opened()

    await isRefusedOnce(once)
    await isRefused(thrice)

    expect(await at.acquirer.ask(once)).toMatchObject({
      state: 'pending',
      reason: '116 Недостаточно средств',
    })
    expect(await at.acquirer.ask(thrice)).toMatchObject({
      state: 'failed',
      reason: '-2013 Исчерпаны попытки оплаты',
    })
  })

  test('who takes too long finds the order over', async () => {
    const order = await opened()

    await lingers(order)

    expect(await at.acquirer.ask(order)).toMatchObject({ state: 'expired' })
  })

  test('an order is found by our own number, when the answer to it was lost', async () => {
    const order = anOrder()
    at.bank.misbehave('registers_silently')
    await expect(at.acquirer.open(order)).rejects.toMatchObject({ kind: 'unknown' })

    at.bank.misbehave(undefined)

    expect(await at.acquirer.ask({ orderNumber: order.orderNumber })).toMatchObject({ state: 'pending' })
    await expect(at.acquirer.open(order)).rejects.toMatchObject({ kind: 'duplicate' })
  })

  test('an order that the bank never got is none', async () => {
    expect(await at.acquirer.ask({ orderNumber: 'never-sent' })).toBeUndefined()
    const acquirerId = '00000000-0000-4000-8000-000000000000'
    expect(await at.acquirer.ask({ orderNumber: 'never-sent', acquirerId })).toBeUndefined()
  })

  test('an order given up cannot be paid; a paid one cannot be given up', async () => {
    const forgotten = await opened()
    const order = await paid()

    await at.acquirer.cancel(forgotten)

    expect(await at.acquirer.ask(forgotten)).toMatchObject({ state: 'failed', paidKopecks: 0 })
    await expect(at.acquirer.cancel(order)).rejects.toMatchObject({ kind: 'refused' })
  })

  test('a number used twice is a duplicate, also when the first answer was one', async () => {
    const order = anOrder()
    at.bank.misbehave('registers_twice')

    await expect(at.acquirer.open(order)).rejects.toMatchObject({ kind: 'duplicate' })
    expect(await at.acquirer.ask({ orderNumber: order.orderNumber })).toMatchObject({ state: 'pending' })
  })

  test('an order that the bank does not take is refused', async () => {
    await expect(at.acquirer.open(anOrder({ amountKopecks: 0 }))).rejects.toMatchObject({ kind: 'refused' })
    const receipt = receiptOf(54_320)
    await expect(at.acquirer.open(anOrder({ receipt }))).rejects.toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('code 8'),
    })
  })

  test.each(['dead', 'locked', 'unavailable', 'busy', 'not_json'] as const)(
    'nobody knows what has happened at a bank that is %s',
    async (mischief) => {
      const order = await opened()
      at.bank.misbehave(mischief)

      await expect(at.acquirer.open(anOrder())).rejects.toMatchObject({ kind: 'unknown' })
      await expect(at.acquirer.ask(order)).rejects.toMatchObject({ kind: 'unknown' })
      await expect(at.acquirer.refund({ ...order, refundId: 'r' })).rejects.toMatchObject({ kind: 'unknown' })
    },
  )

  test('a bank that answers about another order, sum or currency is quoted as it is', async () => {
    at.bank.misbehave('foreign_answer')
    const foreign = await opened()
    expect((await at.acquirer.ask(foreign))?.orderNumber).not.toBe(foreign.orderNumber)

    at.bank.misbehave('wrong_amount')
    const short = await opened()
    await pays(short)
    expect(await at.acquirer.ask(short)).toMatchObject({ state: 'paid', paidKopecks: 27_161 })

    at.bank.misbehave('other_currency')
    const dollars = await opened()
    await pays(dollars)
    expect(await at.acquirer.ask(dollars)).toMatchObject({ state: 'paid', currency: 'USD' })
  })

  describe('money goes back', () => {
    test('the whole of it on the same day is reversed, once', async () => {
      const order = await paid({ receipt: receiptOf(54_321) })

      expect(await at.acquirer.refund(order)).toBe('done')
      expect(await at.acquirer.refund(order)).toBe('done')

      const seen = { state: 'cancelled', paidKopecks: 54_321, refundedKopecks: 54_321 }
      expect(await at.acquirer.ask(order)).toMatchObject(seen)
    })

    test('a part of it is refunded, once by one number', async () => {
      const order = await paid()
      const part = { ...order, amountKopecks: 10_000 }

      expect(await at.acquirer.refund(part)).toBe('done')
      expect(await at.acquirer.refund(part)).toBe('done')

      const seen = { state: 'paid', paidKopecks: 54_321, refundedKopecks: 10_000 }
      expect(await at.acquirer.ask(order)).toMatchObject(seen)
    })

    test('two parts of the same size are two parts', async () => {
      const order = { ...(await paid()), amountKopecks: 10_000 }

      await at.acquirer.refund(order)
      await at.acquirer.refund({ ...order, refundId: 'the second', refundedBeforeKopecks: 10_000 })

      expect(await at.acquirer.ask(order)).toMatchObject({ refundedKopecks: 20_000 })
    })

    test('the whole of it after settlement, or by СБП, is refunded', async () => {
      const settled = await paid()
      const bySbp = await paid({ method: 'sbp' })
      at.bank.settle()

      expect(await at.acquirer.refund(settled)).toBe('done')
      expect(await at.acquirer.refund(bySbp)).toBe('done')

      const seen = { state: 'paid', refundedKopecks: 54_321 }
      expect(await at.acquirer.ask(settled)).toMatchObject(seen)
      expect(await at.acquirer.ask(bySbp)).toMatchObject(seen)
    })

    test.each([54_321, 10_000])(
      '%d kopecks that went back in silence do not go back twice',
      async (amountKopecks) => {
        const order = { ...(await paid()), amountKopecks }
        at.bank.misbehave('refunds_silently')
        await expect(at.acquirer.refund(order)).rejects.toMatchObject({ kind: 'unknown' })

        at.bank.misbehave(undefined)

        expect(await at.acquirer.refund(order)).toBe('done')
        expect(await at.acquirer.ask(order)).toMatchObject({ refundedKopecks: amountKopecks })
      },
    )

    test('more than was paid is refused', async () => {
      const order = await paid()
      const part = { ...order, amountKopecks: 50_000 }
      await at.acquirer.refund(part)

      const another = { ...part, refundId: 'another', refundedBeforeKopecks: 50_000 }
      await expect(at.acquirer.refund(another)).rejects.toMatchObject({ kind: 'refused' })
    })
  })
})

test('no reason of a failure repeats what was sent', async () => {
  const at = await startBank()
  const order = anOrder()
  await at.acquirer.open(order)

  const failure = await at.acquirer.open(order).catch((error: unknown) => String(error))
  await at.stop()

  expect(failure).toContain('register.do code 1')
  expect(failure).not.toContain(order.orderNumber)
})
