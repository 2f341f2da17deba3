import { type StandInBank, startAcquirer } from '@rodnik/sandbox/acquirer/start-acquirer'
import { type AcquirerEnv, openAcquirers } from '../src/gateways/acquirers/open-acquirers.ts'
import type { AcquirerName, RawCallback } from '../src/platform/acquirer.ts'

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }
const MERCHANT = { userName: 'rodnik-api', password: 'a password of tests' }

/** What the environment says of acquirers when nothing is set. */
export const noAcquirerEnv = {
  ACQUIRER: undefined,
  SBER_URL: 'https://ecommerce.sberbank.ru/ecomm/gw/partner/api/v1',
  SBER_USER: undefined,
  SBER_PASSWORD: undefined,
  SBER_METHODS: 'card,sbp',
  SBER_CALLBACK_KEY: undefined,
  SBER_CALLBACK_CERTIFICATE: undefined,
  SBER_CA_FILE: undefined,
  RBS_URL: undefined,
  RBS_USER: undefined,
  RBS_PASSWORD: undefined,
  RBS_METHODS: 'card',
  RBS_CALLBACK_KEY: undefined,
  RBS_CALLBACK_CERTIFICATE: undefined,
  RBS_CA_FILE: undefined,
  YOOKASSA_URL: 'https://api.yookassa.ru/v3',
  YOOKASSA_SHOP_ID: undefined,
  YOOKASSA_SECRET_KEY: undefined,
  YOOKASSA_METHODS: 'card,sbp',
  YOOKASSA_CA_FILE: undefined,
} as const satisfies AcquirerEnv

export const openAcquirersWith = (env: AcquirerEnv, limitMs?: number) => openAcquirers(env, SILENT, limitMs)

type BankSettings = {
  /** By which of its two gateways new payments are made. */
  by?: Exclude<AcquirerName, 'yookassa'>
  /** Signs callbacks, and the portal wants them signed. */
  callbackKey?: string
  /** The patience of the portal: short, so that a silent bank does not hold up the tests. */
  limitMs?: number
  /** Between the tries of a callback, and of what comes late, in milliseconds. */
  retryMs?: number
  lateMs?: number
}

/**
 * The stand-in for the bank and the ways to it; `acquirers` is what `startApi` takes. Callbacks go nowhere until
 * `bank.sendCallbacksTo` says where.
 */
export async function startBank({
  by = 'sber',
  callbackKey,
  limitMs = 2000,
  retryMs = 50,
  lateMs = 50,
}: BankSettings = {}) {
  const bank = await startAcquirer({
    port: 0,
    merchant: MERCHANT,
    callbacks: { key: callbackKey },
    timing: { retryMs, lateMs },
  })
  const env: AcquirerEnv = {
    ...noAcquirerEnv,
    ACQUIRER: by,
    SBER_URL: bank.sberUrl,
    SBER_USER: MERCHANT.userName,
    SBER_PASSWORD: MERCHANT.password,
    SBER_CALLBACK_KEY: callbackKey,
    RBS_URL: bank.rbsUrl,
    RBS_USER: MERCHANT.userName,
    RBS_PASSWORD: MERCHANT.password,
    RBS_METHODS: 'card,sbp',
    RBS_CALLBACK_KEY: callbackKey,
  }
  const acquirers = openAcquirersWith(env, limitMs)
  const acquirer = acquirers.current
  if (!acquirer) throw new Error('No acquirer was opened')
  return { bank, env, acquirers, acquirer, stop: () => bank.close() }
}

/** Where somebody was sent to pay. */
type Payable = { payUrl?: string | null | undefined; qrText?: string | null | undefined }

/**
 * Pays, on the bank's page or by the link of СБП.
 * @returns where the bank sends the browser back; undefined for СБП, which leaves the browser where it is
 */
export async function pays(order: Payable): Promise<string | undefined> {
  if (order.payUrl) return decides(order, 'pay')
  await fetch(order.qrText ?? '')
  return undefined
}

/** Has no money on any card: all three tries are refused. @returns where the bank sends the browser back */
export async function isRefused(order: Payable): Promise<string | undefined> {
  await decides(order, 'refuse')
  await decides(order, 'refuse')
  return decides(order, 'refuse')
}

/** Is refused once, and is still at the bank. */
export const isRefusedOnce = (order: Payable): Promise<string | undefined> => decides(order, 'refuse')

/** Goes back without paying; the order still can be. @returns where the bank sends the browser back */
export const leaves = (order: Payable): Promise<string | undefined> => decides(order, 'leave')

/** Waits until the order is over. @returns where the bank sends the browser back */
export const lingers = (order: Payable): Promise<string | undefined> => decides(order, 'expire')

/** Presses a button of the page as a browser does. */
async function decides({ payUrl }: Payable, deed: string): Promise<string | undefined> {
  const page = await fetch(payUrl ?? '')
  const [, action] = /action="([^"]+)"/.exec(await page.text()) ?? []
  if (!action) throw new Error('Nothing can be paid on this page')
  const response = await fetch(new URL(action, page.url), {
    method: 'POST',
    body: new URLSearchParams({ deed }),
    redirect: 'manual',
  })
  return response.headers.get('location') ?? undefined
}

/** A callback as it arrives at the portal. */
export const arrived = (callback: StandInBank['sent'][number], ip = '203.0.113.5'): RawCallback => ({
  ...callback,
  ip,
})
