import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { AppError } from '../../../platform/errors.ts'
import { isSame, sha256 } from '../../../platform/secrets.ts'
import { isListed } from './address-list.ts'
import { type Network, openNetworkBook } from './network-book.ts'
import { openRateLimit } from './rate-limit.ts'

declare module 'fastify' {
  interface FastifyRequest {
    terminalNetwork: Network | null
  }
}

/** The network of an endpoint that its guard stands before. */
export function networkOf(request: FastifyRequest): Network {
  if (!request.terminalNetwork) throw new AppError('terminal_refused')
  return request.terminalNetwork
}

/** Login and secret of HTTP Basic (RFC 7617), if the header is one. */
function basicOf(header: string | undefined): { login: string; secret: string } | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]{1,400}={0,2})$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return undefined
  const pair = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  return colon < 0 ? undefined : { login: pair.slice(0, colon), secret: pair.slice(colon + 1) }
}

function isSecretOf(network: Network, header: string | undefined): boolean {
  const given = basicOf(header)
  if (!given || given.login !== network.login) return false
  const hash = sha256(given.secret)
  const { secretHash, previousSecretHash, previousValidUntil } = network
  return (
    isSame(hash, secretHash) ||
    (previousSecretHash !== null && Date.now() < previousValidUntil && isSame(hash, previousSecretHash))
  )
}

/** Unknown, switched off, another address, another secret: one answer, that does not tell which. */
function refusal(request: FastifyRequest, reply: FastifyReply, network: string): AppError {
  request.server.deps.metrics.terminalRequests.inc({ network, outcome: 'refused' })
  reply.header('www-authenticate', 'Basic realm="terminals", charset="UTF-8"')
  return new AppError('terminal_refused')
}

/** Lets in who calls from a listed address and knows the secret of the network: both, or nobody. */
export const networkAccess = fp(async (app) => {
  const { pool, metrics } = app.deps
  const findNetwork = openNetworkBook(pool)
  const secondsUntilFree = openRateLimit(pool)
  app.decorateRequest('terminalNetwork', null)
  app.addHook('onRequest', async (request, reply) => {
    const { network: code = '' } = request.params as { network?: string }
    const network = await findNetwork(code)
    if (!network) throw refusal(request, reply, 'unknown')
    const isLetIn =
      isListed(network.allowed, request.ip) && isSecretOf(network, request.headers.authorization)
    if (!isLetIn) throw refusal(request, reply, code)
    const retryAfterSeconds = await secondsUntilFree(network)
    if (retryAfterSeconds > 0) {
      metrics.terminalRequests.inc({ network: code, outcome: 'limited' })
      throw new AppError('too_many_attempts', { retryAfterSeconds })
    }
    request.terminalNetwork = network
  })
})
