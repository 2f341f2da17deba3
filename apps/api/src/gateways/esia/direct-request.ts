import { SCOPE } from './driver.ts'
import type { EsiaSigner } from './signer.ts'

/** Addresses of the direct protocol; the signatures below are those of exactly these versions. */
export const AUTHORIZE_PATH = '/aas/oauth2/v2/ac'
export const TOKEN_PATH = '/aas/oauth2/v3/te'

export type SignedFields = {
  clientId: string
  scope: string
  /** Rights to an organisation's data; the portal asks for none. */
  scopeOrg: string
  timestamp: string
  state: string
  redirectUri: string
}

/** The instant as ESIA writes it, `yyyy.MM.dd HH:mm:ss ZZZZ`; in UTC, so that no machine's time zone matters. */
export function esiaTimestamp(instant: Date): string {
  const [day = '', time = ''] = instant.toISOString().split('T')
  return `${day.replaceAll('-', '.')} ${time.slice(0, 8)} +0000`
}

/** What is signed on the way to the page, v2/ac. */
export const authorizeString = (fields: SignedFields): string =>
  fields.clientId + fields.scope + fields.scopeOrg + fields.timestamp + fields.state + fields.redirectUri

/** What is signed when the code is exchanged, v3/te: the same fields with their own state and time, then the code. */
export const tokenString = (fields: SignedFields, code: string): string => authorizeString(fields) + code

type Request = { signer: EsiaSigner; clientId: string; redirectUri: string }

/** The query of the page. Signed for each visit: the time stamp is part of it, so it cannot be kept. */
export async function authorizeParameters(request: Request, state: string): Promise<URLSearchParams> {
  const fields = fieldsOf(request, state)
  const own = { response_type: 'code', access_type: 'online' }
  return signedParameters(request.signer, fields, { toSign: authorizeString(fields), own })
}

/** The body of the exchange. The state is a new one, which the answer has to echo. */
export async function tokenParameters(
  request: Request,
  state: string,
  code: string,
): Promise<URLSearchParams> {
  const fields = fieldsOf(request, state)
  const own = { grant_type: 'authorization_code', token_type: 'Bearer', code }
  return signedParameters(request.signer, fields, { toSign: tokenString(fields, code), own })
}

const fieldsOf = ({ clientId, redirectUri }: Request, state: string): SignedFields => ({
  clientId,
  scope: SCOPE,
  scopeOrg: '',
  timestamp: esiaTimestamp(new Date()),
  state,
  redirectUri,
})

type Signing = { toSign: string; own: Record<string, string> }

async function signedParameters(signer: EsiaSigner, fields: SignedFields, { toSign, own }: Signing) {
  const signature = await signer.sign(Buffer.from(toSign))
  return new URLSearchParams({
    client_id: fields.clientId,
    client_secret: signature.toString('base64url'),
    client_certificate_hash: await signer.certHash(),
    scope: fields.scope,
    timestamp: fields.timestamp,
    state: fields.state,
    redirect_uri: fields.redirectUri,
    ...own,
  })
}
