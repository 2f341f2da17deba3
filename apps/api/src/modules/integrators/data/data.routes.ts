import * as contract from '@rodnik/contract/integrators'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { integratorOf } from '../../../platform/integrators/integrator.ts'
import { grantedAccounts, grantedMeters } from './accounts.service.ts'
import { takeBatch, tryBatch } from './batch.service.ts'

/** What programs come for. */
export const integratorDataRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app

  app.route({
    ...contract.listGrantedAccounts,
    handler: (request) => grantedAccounts(deps, integratorOf(request).integratorId, request.query),
  })

  app.route({
    ...contract.listGrantedMeters,
    handler: (request) =>
      grantedMeters(deps, {
        accountNumber: request.params.number,
        integratorId: integratorOf(request).integratorId,
      }),
  })

  app.route({
    ...contract.sendReadings,
    handler: (request) => {
      const { integratorId } = integratorOf(request)
      const key = request.headers['idempotency-key'].replaceAll('"', '')
      const batch = { integratorId, key, body: request.body }
      return request.query.dryRun === 'true' ? tryBatch(deps, batch) : takeBatch(deps, batch)
    },
  })
}
