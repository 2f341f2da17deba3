import type { CreditedPayment } from '@rodnik/contract/staff-payments'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pays } from '../../../../test/acquirer.ts'
import { signedIn } from '../../../../test/api.ts'
import { aPayer, balanceOf, type Shop, startShop } from '../../../../test/paying.ts'

/** Sberbank's new gateway keeps the numbers of refunds, the old one does not. */
describe.each(['sber', 'rbs'] as const)('a clerk gives back through %s', (by) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await startShop({ by, limitMs: 700 })
  })
  afterAll(() => shop.stop())

  /** Somebody who has paid, and a clerk with the payment before them. */
  async function aPaidAccount() {
    const payer = await aPayer(shop, [50_000])
    const { payment } = await payer.opens()
    await pays(payment)
    await shop.bank.quiet()
    await shop.work()
    const clerk = await signedIn(shop.api, await shop.api.given.person({ kind: 'staff', roles: ['clerk'] }))
    const url = `/staff/accounts/${payer.account.id}/payments`
    const [credited] = (await clerk.get(url)).json<{ payments: CreditedPayment[] }>().payments
    const refunds = (amountKopecks: number) =>
      clerk.post(`${url}/${credited?.transaction}/refund`, { amountKopecks, reason: 'Paid twice by mistake' })
    return { refunds, number: payment.number, accountId: payer.account.id }
  }

  /** The worker comes again, when it is time. */
  async function later() {
    await shop.api.db
      .$executeRaw`UPDATE payment_corrections SET next_try_at = app_now() WHERE state = 'asked'`
    await shop.work()
  }
  const givenBack = (number: string) =>
    [...(shop.bank.order(number)?.refunds.values() ?? [])].reduce((sum, kopecks) => sum + kopecks, 0)

  test('a part, once, although the bank did not answer', async () => {
    const { refunds, number, accountId } = await aPaidAccount()
    shop.bank.misbehave('refunds_silently')
    expect((await refunds(20_000)).statusCode).toBe(202)
    await shop.work()
    expect(await balanceOf(shop.api, accountId)).toBe(0)

    shop.bank.misbehave(undefined)
    await later()

    expect(givenBack(number)).toBe(20_000)
    expect(await balanceOf(shop.api, accountId)).toBe(20_000)
  })

  test('two parts of the same size, each once', async () => {
    const { refunds, number, accountId } = await aPaidAccount()
    await refunds(10_000)
    await shop.work()
    await refunds(10_000)
    await shop.work()

    expect(givenBack(number)).toBe(20_000)
    expect(await balanceOf(shop.api, accountId)).toBe(20_000)
  })
})
