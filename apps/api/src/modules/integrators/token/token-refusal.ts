import type { TokenError } from '@rodnik/contract/oauth'
import { statusOf } from '@rodnik/contract/problem'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { AppError } from '../../../platform/errors.ts'
import { toProblem } from '../../../platform/http.ts'
import type { ValidationError } from '../../../platform/validation.ts'

/** A refusal of the token endpoint, as OAuth clients read it (RFC 6749, 5.2). */
export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal'
  readonly error: TokenError

  constructor(error: TokenError) {
    super(error)
    this.error = error
  }
}

/** For the programmer who reads it; the code is for the program. */
const inWords: Record<TokenError, string> = {
  invalid_request:
    'Send grant_type in a form, the secret by Basic or in the form and nowhere else, nothing twice',
  invalid_client: 'The client is not known, or its secret is another one',
  unauthorized_client: 'The client is disabled',
  unsupported_grant_type: 'Only client_credentials',
  invalid_scope: 'The client may not ask for one of these scopes',
  temporarily_unavailable: 'Try again later',
  server_error: 'An error of ours',
}

const send = (reply: FastifyReply, status: number, error: TokenError) =>
  reply
    .code(status)
    .type('application/json')
    .serializer(JSON.stringify)
    .send({ error, error_description: inWords[error] })

/** Everything that is wrong at this door in the one format of OAuth, whoever noticed it. */
export function sendTokenError(
  problem: FastifyError | AppError | ValidationError | TokenRefusal,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (problem instanceof TokenRefusal) {
    const isUnknown = problem.error === 'invalid_client'
    if (isUnknown) reply.header('www-authenticate', 'Basic realm="rodnik", charset="UTF-8"')
    return send(reply, isUnknown ? 401 : 400, problem.error)
  }
  const [code, { retryAfterSeconds }] = toProblem(problem)
  const status = statusOf[code]
  if (status >= 500) request.log.error({ err: problem }, 'request failed')
  if (retryAfterSeconds !== undefined) {
    reply.header('retry-after', retryAfterSeconds)
    return send(reply, status, 'temporarily_unavailable')
  }
  return status >= 500 ? send(reply, status, 'server_error') : send(reply, 400, 'invalid_request')
}
