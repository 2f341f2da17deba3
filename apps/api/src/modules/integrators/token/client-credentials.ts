import type { TokenRequest } from '@rodnik/contract/oauth'
import { TokenRefusal } from './token-refusal.ts'

export type Credentials = { clientId: string; secret: string }

/** A form with nothing in it twice; what has no value counts as left out (RFC 6749, 3.2). @throws invalid_request */
export function formOf(body: string): Record<string, string> {
  const fields = [...new URLSearchParams(body)].filter(([, value]) => value !== '')
  if (new Set(fields.map(([name]) => name)).size < fields.length) throw new TokenRefusal('invalid_request')
  return Object.fromEntries(fields)
}

/** As forms are encoded; undefined where it is not. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/** Both halves are encoded as in a form before they are joined (RFC 6749, 2.3.1). */
function basicOf(header: string): Credentials | undefined {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/]{1,600}={0,2})$/i.exec(header) ?? []
  const pair = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  const [clientId, secret] = [decoded(pair.slice(0, colon)), decoded(pair.slice(colon + 1))]
  return colon < 0 || clientId === undefined || secret === undefined ? undefined : { clientId, secret }
}

/**
 * By the header or by the form, never by both at once.
 * @throws invalid_request, invalid_client
 */
export function credentialsOf(
  header: string | undefined,
  { client_id: clientId, client_secret: secret }: TokenRequest,
): Credentials {
  if (header === undefined) {
    if (clientId === undefined || secret === undefined) throw new TokenRefusal('invalid_client')
    return { clientId, secret }
  }
  if (secret !== undefined) throw new TokenRefusal('invalid_request')
  const given = basicOf(header)
  if (!given) throw new TokenRefusal('invalid_client')
  if (clientId !== undefined && clientId !== given.clientId) throw new TokenRefusal('invalid_request')
  return given
}
