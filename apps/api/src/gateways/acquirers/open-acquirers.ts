import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { AcquirerName } from '@rodnik/contract/payment-rules'
import type { Acquirer, Acquirers, PayMethod } from '../../platform/acquirer.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Env } from '../../platform/env.ts'
import { isSafeAddress } from '../../platform/safe-address.ts'
import { type CallbackKey, readRsaKey } from './checksum.ts'
import { logged } from './logged.ts'
import { createRbsAcquirer } from './rbs-acquirer.ts'
import { formTransport, jsonTransport } from './rbs-transport.ts'
import { openWire } from './wire.ts'
import { createYookassaAcquirer } from './yookassa-acquirer.ts'
import { yookassaClient } from './yookassa-client.ts'

type Name = 'ACQUIRER' | Extract<keyof Env, `${'SBER' | 'RBS' | 'YOOKASSA'}_${string}`>
export type AcquirerEnv = Pick<Env, Name>

/** The longest that anybody waits for an acquirer, all calls of one step together, in milliseconds. */
const LIMIT_MS = 15_000

/**
 * The acquirers that the environment names; none is a portal without payments.
 * @throws Error that names the variable which is missing or wrong
 */
export function openAcquirers(env: AcquirerEnv, log: Deps['log'], limitMs = LIMIT_MS): Acquirers {
  const isSetUp = {
    sber: env.SBER_USER !== undefined,
    rbs: env.RBS_USER !== undefined,
    yookassa: env.YOOKASSA_SHOP_ID !== undefined,
  }
  const open = {
    sber: () => openRbs(env, 'sber', limitMs),
    rbs: () => openRbs(env, 'rbs', limitMs),
    yookassa: () => openYookassa(env, limitMs),
  }
  const opened = new Map<string, Acquirer>()
  for (const name of AcquirerName.options) {
    if (isSetUp[name] || env.ACQUIRER === name) opened.set(name, logged(open[name](), log))
  }
  return {
    current: env.ACQUIRER && opened.get(env.ACQUIRER),
    named: (name) => opened.get(name),
  }
}

function openRbs(env: AcquirerEnv, name: 'sber' | 'rbs', limitMs: number): Acquirer {
  const prefix = name === 'sber' ? 'SBER' : 'RBS'
  const call = name === 'sber' ? jsonTransport : formTransport
  return createRbsAcquirer({
    name,
    methods: methodsOf(env[`${prefix}_METHODS`]),
    call: call({
      url: safe(env, `${prefix}_URL`),
      user: needed(env, `${prefix}_USER`),
      password: needed(env, `${prefix}_PASSWORD`),
      wire: openWire(authoritiesOf(env, `${prefix}_CA_FILE`)),
    }),
    callbackKey: callbackKeyOf(env, prefix),
    limitMs,
  })
}

const openYookassa = (env: AcquirerEnv, limitMs: number): Acquirer =>
  createYookassaAcquirer({
    methods: methodsOf(env.YOOKASSA_METHODS),
    call: yookassaClient({
      url: safe(env, 'YOOKASSA_URL'),
      shopId: needed(env, 'YOOKASSA_SHOP_ID'),
      secretKey: needed(env, 'YOOKASSA_SECRET_KEY'),
      wire: openWire(authoritiesOf(env, 'YOOKASSA_CA_FILE')),
    }),
    limitMs,
  })

const methodsOf = (setting: AcquirerEnv['SBER_METHODS']): PayMethod[] =>
  setting === 'card,sbp' ? ['card', 'sbp'] : [setting]

function callbackKeyOf(env: AcquirerEnv, prefix: 'SBER' | 'RBS'): CallbackKey | undefined {
  const hmac = env[`${prefix}_CALLBACK_KEY`]
  const rsa = readPem(env, `${prefix}_CALLBACK_CERTIFICATE`, readRsaKey)
  if (rsa && hmac)
    throw new Error(`Only one of ${prefix}_CALLBACK_KEY and ${prefix}_CALLBACK_CERTIFICATE can hold`)
  if (rsa) return { rsa }
  return hmac ? { hmac } : undefined
}

const authoritiesOf = (env: AcquirerEnv, name: `${'SBER' | 'RBS' | 'YOOKASSA'}_CA_FILE`) =>
  readPem(env, name, (pem) => {
    // Read once here, so that a wrong file stops the start and not the first payment.
    void new X509Certificate(pem)
    return pem
  })

function readPem<T>(env: AcquirerEnv, name: Name, read: (pem: string) => T): T | undefined {
  const file = env[name]
  if (!file) return undefined
  try {
    return read(readFileSync(file, 'utf8'))
  } catch {
    throw new Error(`${name} has to be a file with a certificate in PEM (see .env.example)`)
  }
}

function needed(env: AcquirerEnv, name: Name): string {
  const value = env[name]
  if (value) return value
  throw new Error(`${name} is needed for this acquirer (see .env.example)`)
}

function safe(env: AcquirerEnv, name: Name): string {
  const address = needed(env, name)
  if (isSafeAddress(address)) return address.replace(/\/$/, '')
  throw new Error(`${name} has to be https; plain http only reaches this machine (see .env.example)`)
}
