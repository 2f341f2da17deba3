import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { DirectClient } from '@rodnik/sandbox/gosuslugi/direct-request'
import { type Gosuslugi, startGosuslugi } from '@rodnik/sandbox/gosuslugi/start-gosuslugi'
import type { EsiaDriver } from '../src/gateways/esia/driver.ts'
import { gatewayOf as gatewayOfDriver } from '../src/gateways/esia/gateway.ts'
import { type EsiaEnv, openEsia } from '../src/gateways/esia/open-esia.ts'
import type { EsiaAnswer } from '../src/platform/esia.ts'

/** People of the stand-in, by what is special about them. */
export const people = { ivanova: 1_000_000_101, unconfirmed: 1_000_000_103, ofUnverifiedMail: 1_000_000_105 }

const PUBLIC_URL = 'http://localhost:3000'
const redirectUris = [`${PUBLIC_URL}/gosuslugi`]
export const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A client of the stand-in's OpenID provider, and the environment of a portal that knows it. */
export async function startOidc(claimsIn: 'id_token' | 'userinfo' = 'id_token') {
  const client = { clientId: 'rodnik', clientSecret: 'a secret: with + and %', redirectUris }
  const gosuslugi = await startGosuslugi({ port: 0, clients: { oidc: [client] }, claimsIn })
  const env: EsiaEnv = {
    ...unset,
    ESIA_DRIVER: 'oidc',
    ESIA_ISSUER: gosuslugi.origin,
    ESIA_CLIENT_ID: client.clientId,
    ESIA_CLIENT_SECRET: client.clientSecret,
  }
  return { gosuslugi, env }
}

/** A utility attached to ESIA directly, with an RSA key where a real one has GOST. */
export function createTestSigner() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificateHash = createHash('sha256').update('certificate').digest('hex')
  const client: DirectClient = {
    clientId: 'VODA74',
    redirectUris,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    certificateHash,
  }
  return {
    client,
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    signer: {
      sign: async (data: Buffer) => sign('sha256', data, privateKey),
      certHash: async () => certificateHash,
    },
  }
}

export const directRedirectUri = redirectUris[0] ?? ''

export const unset = {
  PUBLIC_URL,
  ESIA_DRIVER: undefined,
  ESIA_ISSUER: undefined,
  ESIA_CLIENT_ID: undefined,
  ESIA_CLIENT_SECRET: undefined,
  ESIA_CLIENT_AUTH: 'client_secret_basic',
  ESIA_HOST: 'https://esia.gosuslugi.ru',
  ESIA_CERTIFICATES: undefined,
  ESIA_CERTIFICATE_HASH: undefined,
  ESIA_SIGN_COMMAND: undefined,
  ESIA_SIGN_URL: undefined,
} as const satisfies EsiaEnv

/** The portal's gateway; the limit is short so that a silent Gosuslugi does not hold up the tests. */
export function gatewayOf(env: EsiaEnv, limitMs?: number) {
  const gateway = openEsia(env, SILENT, limitMs)
  if (!gateway) throw new Error('Gosuslugi is switched off')
  return gateway
}

export const gatewayWith = (driver: EsiaDriver, limitMs?: number) => gatewayOfDriver(driver, SILENT, limitMs)

/**
 * Goes where a browser would, and chooses a person on the stand-in's page.
 * @param person undefined refuses
 * @returns the query with which the browser comes back to the portal
 */
export async function walk(redirectTo: string, person?: number): Promise<EsiaAnswer> {
  const cookies = new Map<string, string>()
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const follow = async (url: string, init?: RequestInit): Promise<URL | Response> => {
    if (url.startsWith(PUBLIC_URL)) return new URL(url)
    const response = await visit(url, init)
    const next = response.headers.get('location')
    return next ? follow(new URL(next, url).href) : response
  }

  let arrived = await follow(redirectTo)
  if (arrived instanceof Response) {
    const html = await arrived.text()
    const action = /action="([^"]+)"/.exec(html)?.[1]
    if (!action) throw new Error(`No choice was offered: ${html}`)
    const body = new URLSearchParams({ person: person ? String(person) : '' })
    arrived = await follow(new URL(action, redirectTo).href, { method: 'POST', body })
  }
  if (arrived instanceof Response) throw new Error(`Gosuslugi let nobody back: ${await arrived.text()}`)
  return Object.fromEntries(arrived.searchParams)
}

function keep(cookies: Map<string, string>, line: string) {
  const [pair = ''] = line.split(';')
  const [name = '', value = ''] = pair.split('=')
  if (value) cookies.set(name, value)
  else cookies.delete(name)
}

export type { Gosuslugi }
