import type { Problem } from '@rodnik/contract/problem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefused, leaves, lingers, pays } from '../../../../test/acquirer.ts'
import {
  aGuestPayer,
  aPayer,
  balanceOf,
  owes,
  paymentPage,
  type Shop,
  startShop,
} from '../../../../test/paying.ts'
import { lettersTo } from '../../../../test/people.ts'

let shop: Shop
beforeAll(async () => {
  shop = await startShop({ callbackKey: 'a key of tests' })
})
afterAll(() => shop.stop())

/** The payer has decided at the bank, and the worker was woken by the callback. */
async function settled(code: string) {
  await shop.bank.quiet()
  await shop.work()
  return paymentPage(shop.api, code)
}

describe('a resident', () => {
  test('sees what is owed, pays all of it at the bank, and the account is even', async () => {
    const payer = await aPayer(shop, [46_179])
    const offer = await payer.offer()
    expect(offer.accounts[0]).toMatchObject({ owed: { toPayKopecks: 46_179 }, recent: [], underWay: [] })

    const { code, payment } = await payer.opens()
    expect(payment).toMatchObject({ state: 'pending', amountKopecks: 46_179, paidAt: null })
    const back = await pays(payment)

    expect(back).toContain(`http://localhost:3000/payment/${code}?orderId=`)
    expect(await settled(code)).toMatchObject({ state: 'paid', advanceKopecks: 0, payUrl: null })
    expect(await balanceOf(shop.api, payer.account.id)).toBe(0)
  })

  test('pays by the link of СБП', async () => {
    const payer = await aPayer(shop)
    const { code, payment } = await payer.opens({ method: 'sbp' })
    expect(payment.qrText).toMatch(/^http/)
    await pays({ qrText: payment.qrText })
    expect((await settled(code)).state).toBe('paid')
  })

  test('pays a part, and sees before the next payment what was paid', async () => {
    const payer = await aPayer(shop, [50_000])
    const { code, payment } = await payer.opens({ waterKopecks: 20_000 })
    expect((await payer.offer()).accounts[0]?.underWay).toMatchObject([{ amountKopecks: 20_000 }])
    await pays(payment)
    await settled(code)

    const [account] = (await payer.offer()).accounts
    expect(account).toMatchObject({ owed: { toPayKopecks: 30_000 }, underWay: [] })
    expect(account?.recent).toMatchObject([{ amountKopecks: 20_000, channel: 'site' }])
  })

  test('pays ahead, and is shown what waits for the next bills', async () => {
    const payer = await aPayer(shop, [10_000])
    const { code, payment } = await payer.opens({ waterKopecks: 25_000 })
    await pays(payment)
    expect(await settled(code)).toMatchObject({ state: 'paid', advanceKopecks: 15_000 })
    expect(await balanceOf(shop.api, payer.account.id)).toBe(-15_000)
  })

  test('pays for two flats at once, each its own', async () => {
    const payer = await aPayer(shop, [30_000, 20_000])
    const { code, payment } = await payer.opens()
    expect(payment.parts.map(({ amountKopecks }) => amountKopecks).toSorted((a, b) => a - b)).toEqual([
      20_000, 30_000,
    ])
    await pays(payment)
    await settled(code)
    for (const { id } of payer.accounts) expect(await balanceOf(shop.api, id)).toBe(0)
  })

  test('pays penalties by their own line, or leaves them', async () => {
    const [payer, other] = [await aPayer(shop, [0]), await aPayer(shop, [0])]
    for (const { account } of [payer, other]) await owes(shop.api, account.id, 10_000, 500)
    expect((await payer.opens()).payment.amountKopecks).toBe(10_500)
    expect((await other.opens({ withPenalties: false })).payment.amountKopecks).toBe(10_000)
  })

  test('gets the receipt by mail, once', async () => {
    const payer = await aPayer(shop)
    const email = `receipt-${payer.id}@example.ru`
    const { code, payment } = await payer.opens({ email })
    await pays(payment)
    await settled(code)
    await settled(code)
    expect(await lettersTo(shop.api, email, 'payment_received')).toHaveLength(1)
  })

  test('who is refused by the bank owes what they owed, and may try again', async () => {
    const payer = await aPayer(shop)
    const first = await payer.opens()
    await isRefused(first.payment)
    expect((await settled(first.code)).state).toBe('failed')
    expect(await balanceOf(shop.api, payer.account.id)).toBe(50_000)

    const second = await payer.opens()
    expect(second.payment.number).not.toBe(first.payment.number)
    await pays(second.payment)
    expect((await settled(second.code)).state).toBe('paid')
  })

  test('who leaves the page of the bank comes back to the same order', async () => {
    const payer = await aPayer(shop)
    const first = await payer.opens()
    await leaves(first.payment)
    expect((await settled(first.code)).state).toBe('pending')
    expect((await payer.opens()).payment.number).toBe(first.payment.number)
  })

  test('who lingers too long is told that the time is over', async () => {
    const payer = await aPayer(shop)
    const { code, payment } = await payer.opens()
    await lingers(payment)
    expect((await settled(code)).state).toBe('expired')
  })
})

describe('a guest', () => {
  test('pays for the account of the entry and sees the page of the payment without it', async () => {
    const guest = await aGuestPayer(shop)
    const { code, payment } = await guest.opens()
    await pays(payment)
    expect(await settled(code)).toMatchObject({ state: 'paid', amountKopecks: 50_000 })
    expect(await balanceOf(shop.api, guest.account.id)).toBe(0)
  })

  test('cannot pay for, nor learn of, another account', async () => {
    const [guest, other] = [await aGuestPayer(shop), await aGuestPayer(shop)]
    const response = await guest.call('/cabinet/payments', {
      method: 'POST',
      headers: { 'idempotency-key': 'somebody-else-1' },
      payload: {
        parts: [
          { accountId: other.account.id, seenKopecks: 50_000, waterKopecks: null, withPenalties: true },
        ],
        method: 'card',
        language: 'ru',
      },
    })
    expect(response.statusCode).toBe(404)
  })
})

describe('whatever is done twice', () => {
  test('twenty clicks at once open one order', async () => {
    const payer = await aPayer(shop)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => payer.opens({ key: 'one-click-0001' })),
    )
    expect(new Set(answers.map(({ payment }) => payment.number)).size).toBe(1)
  })

  test('two tabs open one order', async () => {
    const payer = await aPayer(shop)
    const answers = await Promise.all([
      payer.opens({ key: 'tab-one-0001' }),
      payer.opens({ key: 'tab-two-0001' }),
    ])
    expect(new Set(answers.map(({ payment }) => payment.number)).size).toBe(1)
  })

  test('two orders that are both paid: the second is an advance, and is shown as one', async () => {
    const payer = await aPayer(shop, [50_000])
    const [card, sbp] = [await payer.opens({ method: 'card' }), await payer.opens({ method: 'sbp' })]
    await pays(card.payment)
    await settled(card.code)
    await pays({ qrText: sbp.payment.qrText })
    expect(await settled(sbp.code)).toMatchObject({ state: 'paid', advanceKopecks: 50_000 })
    expect(await balanceOf(shop.api, payer.account.id)).toBe(-50_000)
  })

  test('a key that comes back with another wish is refused', async () => {
    const payer = await aPayer(shop)
    await payer.opens({ key: 'same-key-0001' })
    const second = await payer.start({ key: 'same-key-0001', waterKopecks: 100_00 })
    expect(second.json<Problem>().code).toBe('idempotency_key_reused')
  })
})

describe('what nobody can pay', () => {
  test.for([
    [{ waterKopecks: 1 }, 'payment_too_small'],
    [{ waterKopecks: 30_000_001 }, 'payment_too_large'],
    [{ seenKopecks: 49_999 }, 'payment_sum_changed'],
  ] as const)('%j is refused: %s', async ([wanted, code]) => {
    const payer = await aPayer(shop, [50_000])
    expect((await payer.start(wanted)).json<Problem>().code).toBe(code)
  })

  test('without a key there is no payment: sent again it would be another one', async () => {
    const payer = await aPayer(shop, [50_000])
    const response = await payer.call('/my/payments', {
      method: 'POST',
      payload: {
        parts: [
          { accountId: payer.account.id, seenKopecks: 50_000, waterKopecks: null, withPenalties: true },
        ],
        method: 'card',
        language: 'ru',
      },
    })
    expect(response.statusCode).toBe(400)
  })

  test('who owes nothing and names no sum is told so', async () => {
    const payer = await aPayer(shop, [0])
    expect((await payer.start()).json<Problem>().code).toBe('payment_nothing_owed')
  })

  test('a helper without the right to pay does not see the account among those to pay', async () => {
    const [owner, helper] = [await aPayer(shop), await aPayer(shop)]
    await shop.api.given.link(helper.id, owner.account.id, { role: 'helper', canPay: false })
    const listed = (await helper.offer()).accounts.map(({ accountId }) => accountId)
    expect(listed).toEqual([helper.account.id])
  })

  test('a made-up code opens no page of a payment', async () => {
    const { code } = await (await aPayer(shop)).opens()
    const forged = `${code.slice(0, -2)}${code.endsWith('AA') ? 'BB' : 'AA'}`
    const response = await shop.api.app.inject({ url: `/api/v1/payments/${forged}` })
    expect(response.statusCode).toBe(404)
  })
})
