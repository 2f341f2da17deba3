import * as contract from '@rodnik/contract/oauth'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { openIntegratorRate } from '../../../platform/integrators/integrator-rate.ts'
import { signIntegratorToken, TOKEN_MINUTES } from '../../../platform/integrators/integrator-token.ts'
import { credentialsOf, formOf } from './client-credentials.ts'
import { grantedScopes, noteToken, proveClient } from './token.service.ts'
import { createTokenLimits } from './token-limits.ts'
import { sendTokenError } from './token-refusal.ts'

const MAX_BYTES = 4 * 1024
const FORM = 'application/x-www-form-urlencoded'

/** The door of OAuth 2.0: a form comes in, and what is wrong goes out as RFC 6749 has it. */
export const tokenRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const limits = createTokenLimits(deps.pool)
  const takeOne = openIntegratorRate(deps.pool)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: MAX_BYTES },
    async (_request: unknown, body: string) => formOf(body),
  )
  app.setErrorHandler(sendTokenError)

  app.route({
    ...contract.issueToken,
    handler: async (request, reply) => {
      const { body, headers, ip } = request
      const proof = await proveClient(deps, limits, { ...credentialsOf(headers.authorization, body), ip })
      // A token costs as a request does: nobody asks for one before each of a million calls.
      await takeOne(proof.client, reply)
      const scopes = grantedScopes(proof, body)
      await noteToken(deps, proof)
      const token = signIntegratorToken(app, { ...proof.client, secretId: proof.secretId, scopes })
      return reply.header('pragma', 'no-cache').send({
        access_token: token,
        token_type: 'Bearer' as const,
        expires_in: TOKEN_MINUTES * 60,
        scope: scopes.join(' '),
      })
    },
  })
}
