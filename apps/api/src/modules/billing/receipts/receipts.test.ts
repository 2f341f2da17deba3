import type { PaymentCode } from '@rodnik/contract/receipts'
import { qrBytes } from '@rodnik/domain/receipts/receipt-qr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, guestOf, signedIn, startApi } from '../../../../test/api.ts'
import { closeMonths, draftMonth } from '../../../../test/close-months.ts'
import { openPdf, scannedBytes, structureOf, textOf } from '../../../../test/pdf.ts'
import { aResident } from '../../../../test/people.ts'
import { post } from '../ledger.repo.ts'

type Flat = Awaited<ReturnType<typeof aFlat>>

let api: Api
let flat: Flat
let neighbour: Flat

const READINGS = Object.fromEntries(
  ['04', '05', '06', '07', '08', '09', '10'].map((month, i) => [`2026-${month}`, 100_000 + i * 4000]),
)

async function aFlat() {
  const person = await aResident(api)
  const account = await api.given.account({ holderName: 'Иванова Анна Петровна' })
  await api.given.meter(account.id, { readings: READINGS, serial: '07451893' })
  await api.given.link(person.id, account.id)
  return { ...person, account, receipt: `/my/accounts/${account.id}/bills/2026-10/receipt.pdf` }
}

/** Money that came in November: after the bill of September, before that of October. */
const pays = (accountId: string, kopecks: bigint, operation: string) =>
  post(api.db, {
    kind: 'payment',
    operation,
    occurredOn: '2026-11-10',
    actor: 'system',
    entries: [
      { book: 'bank', amountKopecks: kopecks },
      { book: 'receivable', accountId, service: 'cold_water', period: null, amountKopecks: -kopecks },
    ],
  })

beforeAll(async () => {
  api = await startApi()
  flat = await aFlat()
  neighbour = await aFlat()
  await closeMonths(api, '2026-09')
  await pays(flat.account.id, 26_828n, 'test:september')
  await closeMonths(api, '2026-10')
  await draftMonth(api, '2026-11')
})
afterAll(() => api.stop())

describe('an owner', () => {
  test('opens the receipt of a month as one page that names payer, payee, sum and day', async () => {
    const answer = await flat.get(flat.receipt)

    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(
        /^inline; filename="receipt-2026-10-\d{10}\.pdf"; filename\*=UTF-8''%D0/,
      ),
    })
    expect((await openPdf(answer.rawPayload)).numPages).toBe(1)
    const text = await textOf(answer.rawPayload)
    for (const words of [
      'Иванова Анна Петровна',
      'МУП «Родник»',
      '40702 81030 00000 00314',
      '268,28 ₽',
      'до 16 ноября 2026',
      'По счётчику',
      '07451893',
      '120,000',
      '124,000',
    ]) {
      expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words)
    }
  })

  test('pays by its code what the receipt says', async () => {
    const scanned = await scannedBytes((await flat.get(flat.receipt)).rawPayload)

    expect(new TextDecoder().decode(scanned)).toBe(
      'ST00012|Name=МУП «Родник»|PersonalAcc=40702810300000000314|BankName=АО «Примерный банк»|' +
        'BIC=047501999|CorrespAcc=30101810400000000999|KPP=745301001|PayeeINN=7453999016|' +
        `Purpose=Вода, ЛС ${flat.account.number}, 10.2026|Sum=26828|PersAcc=${flat.account.number}|` +
        'PaymPeriod=102026|TechCode=02',
    )
  })

  test('gets the same bytes every time, whatever was paid since', async () => {
    const before = (await flat.get(flat.receipt)).rawPayload
    await pays(flat.account.id, 100n, 'test:since')

    expect((await flat.get(flat.receipt)).rawPayload.equals(before)).toBe(true)
  })

  test('keeps it under a name in Russian', async () => {
    const { headers } = await flat.get(`${flat.receipt}?download=1`)

    expect(decodeURIComponent(String(headers['content-disposition']))).toMatch(
      /^attachment; .*Квитанция за воду 2026-10 \d{10}\.pdf$/,
    )
  })

  test('is read the receipt by a screen reader: headings, tables and words for the code', async () => {
    const tree = await structureOf((await flat.get(flat.receipt)).rawPayload)

    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(tree).toContain(`"role":"${role}"`)
    expect(tree).toContain('QR-код для оплаты 268,28')
  })

  test('pays by the code of the page what is owed now, not what the month was', async () => {
    const { code } = (
      await neighbour.get(`/my/accounts/${neighbour.account.id}/payment-code`)
    ).json<PaymentCode>()

    expect(code).toMatchObject({ sumKopecks: 2 * 26_828, text: expect.stringContaining('|Sum=53656|') })
    expect(qrBytes(code?.text ?? '').length).toBeLessThanOrEqual(308)
  })

  test('of a flat that has paid ahead is told that there is nothing to pay, and gets no code', async () => {
    const paidAhead = await aFlat()
    await pays(paidAhead.account.id, 500_000n, 'test:ahead')

    const answer = await paidAhead.get(`/my/accounts/${paidAhead.account.id}/payment-code`)

    expect(answer.json()).toEqual({ code: null })
  })
})

describe('a receipt', () => {
  test('does not tell a helper whose name the account is in', async () => {
    const helper = await aResident(api)
    await api.given.link(helper.id, flat.account.id, { role: 'helper', canSubmit: false })

    const text = await textOf((await helper.get(flat.receipt)).rawPayload)

    expect(text).not.toContain('Иванова')
    expect(text).toContain('07451893')
  })

  test('bears no code by which whoever opens it could link the account', async () => {
    expect(await textOf((await flat.get(flat.receipt)).rawPayload)).not.toContain('Код квитанции')
  })

  test('of someone else is not found, nor is one of a draft, a month without a bill or no account', async () => {
    const nowhere = '/my/accounts/018f3c5a-0000-7000-8000-000000000001'
    const answers = await Promise.all([
      neighbour.get(flat.receipt),
      neighbour.get(`/my/accounts/${flat.account.id}/payment-code`),
      flat.get(flat.receipt.replace('2026-10', '2026-11')),
      flat.get(flat.receipt.replace('2026-10', '2025-01')),
      flat.get(`${nowhere}/bills/2026-10/receipt.pdf`),
      flat.get(`${nowhere}/payment-code`),
    ])

    expect(answers.map((answer) => answer.json().code)).toEqual(Array(6).fill('not_found'))
  })

  test('is not for staff, nor for whoever has not signed in', async () => {
    const clerk = await signedIn(api, await api.given.person({ roles: ['clerk'] }))

    expect((await clerk.get(flat.receipt)).statusCode).toBe(403)
    expect((await api.app.inject({ url: `/api/v1${flat.receipt}` })).statusCode).toBe(401)
    expect((await api.app.inject({ url: '/api/v1/cabinet/bill/receipt.pdf' })).statusCode).toBe(401)
  })

  test.each(['?download=2', '?download=1&as=html', '?Download=1'])(
    'with %s is no question',
    async (query) => {
      expect((await flat.get(`${flat.receipt}${query}`)).json()).toMatchObject({ code: 'invalid_request' })
    },
  )

  test('is made sixty times in ten minutes for one person and not once more; a neighbour is not held up', async () => {
    const eager = await aFlat()
    await api.given.link(eager.id, flat.account.id)
    const ask = (method: 'GET' | 'HEAD') =>
      api.app.inject({ method, url: `/api/v1${flat.receipt}`, headers: { cookie: eager.cookie } })

    const made = []
    for (let i = 0; i < 60; i++) made.push((await ask('GET')).statusCode)
    const oneMore = await ask('GET')

    expect(new Set(made)).toEqual(new Set([200]))
    expect(oneMore.json()).toMatchObject({ code: 'too_many_attempts', retryAfterSeconds: expect.any(Number) })
    expect((await ask('HEAD')).statusCode).toBe(429)
    expect((await neighbour.get(neighbour.receipt)).statusCode).toBe(200)
  })
})

describe('a guest', () => {
  test('gets sums, the day and the code, and nobody’s name, address, meter or price', async () => {
    const guest = await guestOf(api, flat.account.entry)

    const answer = await guest.get('/cabinet/bill/receipt.pdf')
    const text = (await textOf(answer.rawPayload)).replaceAll(/[\u00a0\u202f]/g, ' ')

    expect(text).toContain('268,28 ₽')
    expect(text).toContain('160,88')
    expect(text).not.toMatch(/Иванова|улица|12а|кв\.|07451893|счётчику|124,000|40,22|Норматив/)
    const scanned = new TextDecoder().decode(await scannedBytes(answer.rawPayload))
    expect(scanned).not.toMatch(/Иванова|LastName|PayerAddress/)
    expect(scanned).toContain('|Sum=26828|')
  })

  test('pays what is owed now by the code of the page', async () => {
    const guest = await guestOf(api, neighbour.account.entry)

    expect((await guest.get('/cabinet/payment-code')).json()).toMatchObject({ code: { sumKopecks: 53_656 } })
  })

  test('of an account without a bill finds no receipt and no code', async () => {
    const account = await api.given.account()
    const guest = await guestOf(api, account.entry)

    expect((await guest.get('/cabinet/bill/receipt.pdf')).json()).toMatchObject({ code: 'not_found' })
    expect((await guest.get('/cabinet/payment-code')).json()).toEqual({ code: null })
  })

  test('shares twenty receipts in ten minutes with whoever else enters by the account', async () => {
    const [one, other] = [
      await guestOf(api, neighbour.account.entry),
      await guestOf(api, neighbour.account.entry),
    ]
    const codes = []
    for (let i = 0; i < 20; i++) codes.push((await one.get('/cabinet/bill/receipt.pdf')).statusCode)

    expect(new Set(codes)).toEqual(new Set([200]))
    expect((await other.get('/cabinet/bill/receipt.pdf')).statusCode).toBe(429)
  })

  test('who has left sees nothing more', async () => {
    const guest = await guestOf(api, flat.account.entry)
    await guest.leave()

    expect((await guest.get('/cabinet/bill/receipt.pdf')).json()).toMatchObject({ code: 'sign_in_required' })
    expect((await guest.get('/cabinet/payment-code')).json()).toMatchObject({ code: 'sign_in_required' })
  })
})
