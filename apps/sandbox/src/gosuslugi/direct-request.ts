import { verify } from 'node:crypto'

export type DirectClient = {
  /** The mnemonic of the information system. */
  clientId: string
  redirectUris: string[]
  /** The public half of the key that the portal's signer holds; RSA here, GOST at ESIA. */
  publicKeyPem: string
  certificateHash: string
}

export type Fields = Record<string, string | undefined>

const MAX_SKEW_MS = 5 * 60_000
const TIMESTAMP = /^(\d{4})\.(\d\d)\.(\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/

/**
 * Judges a request of the direct protocol by ESIA's rules, read anew from the documents and not from the portal's
 * code.
 * @returns the description of ESIA's error, or undefined when all is well
 */
export function faultOf(client: DirectClient, fields: Fields): string | undefined {
  const needed = ['client_id', 'client_secret', 'scope', 'timestamp', 'state', 'redirect_uri']
  if (needed.some((name) => !fields[name]))
    return 'ESIA-007014: The request does not contain the mandatory parameter'
  if (!client.redirectUris.includes(fields['redirect_uri'] ?? ''))
    return 'ESIA-007023: redirect_uri is not allowed'
  if (!isNow(fields['timestamp'] ?? '')) return 'ESIA-007015: The timestamp is wrong'
  if (fields['client_certificate_hash'] !== client.certificateHash)
    return 'ESIA-007053: client_secret is wrong'
  if (!isSigned(client, fields)) return 'ESIA-007053: client_secret is wrong'
  return undefined
}

function isNow(timestamp: string): boolean {
  const [, year, month, day, time, hours, minutes] = TIMESTAMP.exec(timestamp) ?? []
  const instant = Date.parse(`${year}-${month}-${day}T${time}${hours}:${minutes}`)
  return Math.abs(Date.now() - instant) < MAX_SKEW_MS
}

function isSigned(client: DirectClient, fields: Fields): boolean {
  const order = ['client_id', 'scope', 'scope_org', 'timestamp', 'state', 'redirect_uri', 'code']
  const text = order.map((name) => fields[name] ?? '').join('')
  const signature = Buffer.from(fields['client_secret'] ?? '', 'base64url')
  return verify('sha256', Buffer.from(text), client.publicKeyPem, signature)
}
