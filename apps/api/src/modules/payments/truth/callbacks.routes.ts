import * as contract from '@rodnik/contract/payments'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AcquirerName, RawCallback } from '../../../platform/acquirer.ts'
import { AppError } from '../../../platform/errors.ts'
import { sharedCounter } from '../../../platform/shared-counter.ts'
import { keepCallback } from './callbacks.repo.ts'

/** Far above any callback of any acquirer. */
const MAX_BYTES = 16 * 1024
/** Forged ones, and those that nothing proves, are kept as well, but nobody may fill the table with them. */
const [FORGED, UNSIGNED, FORGED_SECONDS] = [60, 600, 60]

/** Callbacks come as JSON, as a form or in the address: what they are is for the acquirer's own reader. */
export const callbackRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  const forged = sharedCounter(deps.pool, 'forged-callback', FORGED_SECONDS)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MAX_BYTES }, (_request, body, done) =>
    done(null, String(body)),
  )

  const receive = async (
    request: FastifyRequest<{ Params: { acquirer: AcquirerName } }>,
    reply: FastifyReply,
  ) => {
    const { acquirer: name } = request.params
    const acquirer = deps.acquirers.named(name)
    if (!acquirer) throw new AppError('not_found')
    const raw = rawOf(request)
    const read = acquirer.readCallback(raw)
    if (read.authentic !== 'yes') await countDoubtful(request.ip, read.authentic === 'no' ? FORGED : UNSIGNED)
    await keepCallback(deps.pool, name, raw, read)
    if (read.authentic === 'no') throw new AppError('callback_not_authentic')
    return reply.type('text/plain').send(Buffer.from('OK'))
  }

  const countDoubtful = async (ip: string, most: number) => {
    const { consumedPoints } = await forged.penalty(ip)
    if (consumedPoints > most) throw new AppError('too_many_attempts', { retryAfterSeconds: FORGED_SECONDS })
  }

  app.route({ ...contract.receiveCallback, handler: receive })
  app.route({ ...contract.receiveCallbackByGet, handler: receive })
}

/** PostgreSQL keeps no NUL; nothing that is meant has one. */
const withoutNul = (text: string) => text.replaceAll('\u0000', '\uFFFD')

function rawOf(request: FastifyRequest): RawCallback {
  const { method, url, headers, body, ip } = request
  const question = url.indexOf('?')
  return {
    method,
    query: withoutNul(question < 0 ? '' : url.slice(question + 1)),
    contentType: withoutNul(headers['content-type'] ?? ''),
    body: withoutNul(typeof body === 'string' ? body : ''),
    ip,
  }
}
