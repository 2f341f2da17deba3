import { readFileSync } from 'node:fs'
import type { Deps } from '../../platform/deps.ts'
import type { Env } from '../../platform/env.ts'
import type { EsiaGateway } from '../../platform/esia.ts'
import { isSafeAddress } from '../../platform/safe-address.ts'
import { createDirectDriver } from './direct-driver.ts'
import { readKeys } from './direct-token.ts'
import type { EsiaDriver } from './driver.ts'
import { gatewayOf } from './gateway.ts'
import { createOidcDriver } from './oidc-driver.ts'
import { commandSigner, type EsiaSigner, httpSigner } from './signer.ts'

export type EsiaEnv = Pick<Env, 'PUBLIC_URL' | Extract<keyof Env, `ESIA_${string}`>>

/** The address that has to be registered with Gosuslugi or its gateway. */
const redirectUriOf = (env: EsiaEnv) => `${env.PUBLIC_URL.replace(/\/$/, '')}/gosuslugi`

/**
 * The way into Gosuslugi, or undefined when the environment names none.
 * @throws Error that names the variable which is missing or wrong
 */
export function openEsia(env: EsiaEnv, log: Deps['log'], limitMs?: number): EsiaGateway | undefined {
  if (!env.ESIA_DRIVER) return undefined
  return gatewayOf(env.ESIA_DRIVER === 'oidc' ? openOidc(env) : openDirect(env), log, limitMs)
}

function openOidc(env: EsiaEnv): EsiaDriver {
  return createOidcDriver({
    issuer: safe(env, 'ESIA_ISSUER'),
    clientId: needed(env, 'ESIA_CLIENT_ID'),
    clientSecret: needed(env, 'ESIA_CLIENT_SECRET'),
    clientAuth: env.ESIA_CLIENT_AUTH,
    redirectUri: redirectUriOf(env),
  })
}

function openDirect(env: EsiaEnv): EsiaDriver {
  return createDirectDriver({
    host: safe(env, 'ESIA_HOST').replace(/\/$/, ''),
    issuer: env.ESIA_ISSUER ?? 'http://esia.gosuslugi.ru/',
    clientId: needed(env, 'ESIA_CLIENT_ID'),
    redirectUri: redirectUriOf(env),
    signer: openSigner(env),
    keys: readKeys(readFileSync(needed(env, 'ESIA_CERTIFICATES'), 'utf8')),
  })
}

function openSigner(env: EsiaEnv): EsiaSigner {
  const hash = needed(env, 'ESIA_CERTIFICATE_HASH')
  if (env.ESIA_SIGN_URL) return httpSigner(safe(env, 'ESIA_SIGN_URL'), hash)
  return commandSigner(needed(env, 'ESIA_SIGN_COMMAND'), hash)
}

function needed(env: EsiaEnv, name: Exclude<keyof EsiaEnv, 'PUBLIC_URL'>): string {
  const value = env[name]
  if (value) return value
  throw new Error(`${name} is needed when ESIA_DRIVER is ${env.ESIA_DRIVER} (see .env.example)`)
}

function safe(env: EsiaEnv, name: 'ESIA_ISSUER' | 'ESIA_HOST' | 'ESIA_SIGN_URL'): string {
  const address = needed(env, name)
  if (isSafeAddress(address)) return address
  throw new Error(`${name} has to be https; plain http only reaches this machine (see .env.example)`)
}
