import type { ProblemCode } from '@rodnik/contract/problem'
import { errors } from 'jose'
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'

export type EsiaCode = Extract<ProblemCode, `esia_${string}`>

/** Why an entry by Gosuslugi ended. The reason is for the log and holds nothing that a stranger has typed. */
export class EsiaRefusal extends Error {
  override readonly name = 'EsiaRefusal'
  readonly code: EsiaCode
  readonly reason: string

  constructor(code: EsiaCode, reason: string) {
    super(`${code}: ${reason}`)
    this.code = code
    this.reason = reason
  }
}

const CODE_OF_ESIA_ERROR: Record<string, EsiaCode> = {
  'ESIA-007004': 'esia_refused',
  'ESIA-007019': 'esia_refused',
  'ESIA-007055': 'esia_unconfirmed',
  // The service is broken or busy …
  'ESIA-007007': 'esia_unavailable',
  'ESIA-007008': 'esia_unavailable',
  // … or the utility's own mnemonic, clock, address or signature is: nothing the visitor can mend.
  'ESIA-007002': 'esia_unavailable',
  'ESIA-007005': 'esia_unavailable',
  'ESIA-007015': 'esia_unavailable',
  'ESIA-007023': 'esia_unavailable',
  'ESIA-007053': 'esia_unavailable',
  'ESIA-008010': 'esia_unavailable',
}

const CODE_OF_OAUTH_ERROR: Record<string, EsiaCode> = {
  access_denied: 'esia_refused',
  server_error: 'esia_unavailable',
  temporarily_unavailable: 'esia_unavailable',
  invalid_client: 'esia_unavailable',
  unauthorized_client: 'esia_unavailable',
}

/** The refusal behind an OAuth error, of the page as of the token address; ESIA's own number says more than the name. */
export function oauthRefusal(error: string, description = ''): EsiaRefusal {
  const [number = ''] = /ESIA-\d{6}/.exec(description) ?? []
  const code = CODE_OF_ESIA_ERROR[number] ?? CODE_OF_OAUTH_ERROR[error] ?? 'esia_failed'
  const knownName = /^[a-z_]{1,40}$/.exec(error)?.[0] ?? 'an unknown error'
  return new EsiaRefusal(code, number || knownName)
}

/** What any error on the way means. An answer that cannot be judged is one that failed, never a 500. */
export function refusalOf(error: unknown): EsiaRefusal {
  if (error instanceof EsiaRefusal) return error
  if (error instanceof errors.JOSEError) return new EsiaRefusal('esia_failed', error.code)
  if (error instanceof ClientError) return refusalOfClient(error)
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return oauthRefusal(error.error, error.error_description)
  }
  // The provider does not know the portal's secret (RFC 6749, 5.2) or its token.
  if (error instanceof WWWAuthenticateChallengeError)
    return new EsiaRefusal('esia_unavailable', 'invalid_client')
  return new EsiaRefusal('esia_failed', error instanceof Error ? error.name : 'unknown')
}

/** openid-client wraps what `ask` throws inside it. */
const refusalOfClient = ({ cause, code, message }: ClientError): EsiaRefusal =>
  cause instanceof EsiaRefusal ? cause : new EsiaRefusal('esia_failed', code ?? message)
