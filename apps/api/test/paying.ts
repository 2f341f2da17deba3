import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { PaymentOffer, PaymentOpened, PaymentView } from '@rodnik/contract/payments'
import type { ReferenceRow } from '@rodnik/contract/reference'
import { openItems, post } from '../src/modules/billing/index.ts'
import { insertReferenceRow } from '../src/modules/info/reference.repo.ts'
import { workPayments, workReconciliation } from '../src/modules/payments/index.ts'
import { startBank } from './acquirer.ts'
import { type Api, guestOf, signedIn, startApi } from './api.ts'
import { aResident } from './people.ts'

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined }

type BankSettings = Parameters<typeof startBank>[0]

/** The API with the stand-in for a bank, whose callbacks reach it, and with the rules of paying. */
export async function startShop(settings: BankSettings = {}, now?: string) {
  const bank = await startBank(settings)
  const api = await startApi({ acquirers: bank.acquirers, ...(now && { now }) })
  const tell: Parameters<typeof bank.bank.sendCallbacksTo>[0] = async (callback) => {
    const response = await api.app.inject({
      method: callback.method === 'GET' ? 'GET' : 'POST',
      url: `/api/v1/acquirers/${bank.acquirer.name}/callback${callback.query && `?${callback.query}`}`,
      ...(callback.method !== 'GET' && {
        headers: { 'content-type': callback.contentType },
        payload: callback.body,
      }),
    })
    return response.statusCode
  }
  bank.bank.sendCallbacksTo(tell)
  await recordRules(api)
  return {
    api,
    ...bank,
    /** What the worker does when it is woken. */
    work: async () => {
      const deps = { db: api.db, pool: api.pool, log: LOG, acquirers: bank.acquirers }
      await workPayments(deps)
      await workReconciliation(deps)
    },
    stop: async () => {
      await bank.bank.quiet()
      await api.stop()
      await bank.stop()
    },
  }
}
export type Shop = Awaited<ReturnType<typeof startShop>>

const CITY = new URL('../../../prisma/reference/chelyabinsk/', import.meta.url)

/** As the city has them: sums, receipts of the cash register, who is paid. */
async function recordRules({ db }: Api) {
  for (const file of ['payments.json', 'provider.json']) {
    const rows = JSON.parse(readFileSync(new URL(file, CITY), 'utf8')) as ReferenceRow[]
    for (const row of rows) await insertReferenceRow(db, row, 'import')
  }
}

/** Charged for October: cold water and, by choice, a penalty. */
export async function owes(api: Pick<Api, 'db'>, accountId: string, kopecks: number, penaltyKopecks = 0) {
  const line = { service: 'cold_water', period: '2026-10' } as const
  await post(api.db, {
    kind: 'charge',
    operation: `test:debt:${randomUUID()}`,
    occurredOn: '2026-10-31',
    actor: 'system',
    entries: [
      { book: 'receivable', accountId, ...line, amountKopecks: BigInt(kopecks) },
      { book: 'revenue', ...line, amountKopecks: BigInt(-kopecks) },
    ],
  })
  if (penaltyKopecks === 0) return
  await post(api.db, {
    kind: 'penalty',
    operation: `test:penalty:${randomUUID()}`,
    occurredOn: '2026-10-31',
    actor: 'system',
    entries: [
      { book: 'penalty_receivable', accountId, ...line, amountKopecks: BigInt(penaltyKopecks) },
      { book: 'penalty_income', ...line, amountKopecks: BigInt(-penaltyKopecks) },
    ],
  })
}

export const balanceOf = async (api: Api, accountId: string): Promise<number> =>
  Number((await openItems(api.db, accountId)).reduce((sum, { kopecks }) => sum + kopecks, 0n))

/** A resident with accounts, each with its debt: what they do about paying. */
export async function aPayer(shop: Shop, kopecks: number[] = [50_000]) {
  const person = await aResident(shop.api)
  const accounts = []
  for (const debt of kopecks) {
    const account = await shop.api.given.account()
    await shop.api.given.link(person.id, account.id)
    if (debt > 0) await owes(shop.api, account.id, debt)
    accounts.push(account)
  }
  const session = await signedIn(shop.api, { id: person.id, kind: 'resident' })
  const wanted = accounts.map(({ id }, i) => ({
    accountId: id,
    seenKopecks: kopecks[i] ?? 0,
    waterKopecks: null,
    withPenalties: true,
  }))
  return {
    ...paying(session, '/my'),
    id: person.id,
    accounts,
    account: accounts[0] ?? never(),
    /** At another process of the API. */
    startAt: (origin: string) =>
      fetch(`${origin}/api/v1/my/payments`, {
        method: 'POST',
        headers: {
          cookie: session.cookie,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ parts: wanted, method: 'card', language: 'ru' }),
      }),
  }
}

/** Somebody without registration, at the account of the entry. */
export async function aGuestPayer(shop: Shop, kopecks = 50_000) {
  const account = await shop.api.given.account()
  await owes(shop.api, account.id, kopecks)
  const guest = await guestOf(shop.api, account.entry)
  const call = (url: string, { method = 'GET', payload, headers }: Call = {}) =>
    shop.api.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { cookie: guest.cookie, ...headers },
      ...(payload && { payload }),
    })
  return { ...paying({ call }, '/cabinet'), account }
}

type Call = { method?: 'GET' | 'POST'; payload?: object; headers?: object }
type Caller = { call: (url: string, call?: Call) => ReturnType<Awaited<ReturnType<typeof signedIn>>['call']> }

export type Wanted = {
  waterKopecks?: number | null
  withPenalties?: boolean
  method?: 'card' | 'sbp'
  key?: string
  email?: string
  seenKopecks?: number
}

function paying({ call }: Caller, root: '/my' | '/cabinet') {
  const offer = async () => (await call(`${root}/payment-offer`)).json<PaymentOffer>()
  /** As the page does it: with the sums that were shown. */
  const start = async (wanted: Wanted = {}) => {
    const { accounts } = await offer()
    const { waterKopecks = null, withPenalties = true, method = 'card', key, email, seenKopecks } = wanted
    const parts = accounts.map(({ accountId, owed }) => ({
      accountId,
      seenKopecks: seenKopecks ?? owed.toPayKopecks,
      waterKopecks,
      withPenalties,
    }))
    return call(`${root}/payments`, {
      method: 'POST',
      payload: { parts, method, language: 'ru', ...(email && { email }) },
      headers: { 'idempotency-key': key ?? randomUUID() },
    })
  }
  const opens = async (wanted: Wanted = {}) => {
    const response = await start(wanted)
    if (response.statusCode !== 201) throw new Error(`No order was opened: ${response.body}`)
    return response.json<PaymentOpened>()
  }
  return { call, offer, start, opens }
}

/** Whoever has the code of the page sees this. */
export const paymentPage = async (api: Api, code: string) =>
  (await api.app.inject({ url: `/api/v1/payments/${code}` })).json<PaymentView>()

function never(): never {
  throw new Error('A payer has at least one account')
}
