import * as contract from '@rodnik/contract/terminals'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isDatabaseOutage } from '../../../platform/outage.ts'
import { biller } from './biller.ts'
import { networkAccess, networkOf } from './network-access.ts'
import type { Network } from './network-book.ts'
import { osmp } from './osmp.ts'
import type { Answer } from './protocol.ts'
import { readQuestion } from './question.ts'
import { registryOf } from './registry.service.ts'
import * as service from './terminals.service.ts'

const protocols = { osmp, biller }
const [XML] = contract.askTerminal.schema.produces
const [CSV] = contract.downloadTerminalRegistry.schema.produces

/** What networks of payment terminals call. */
export const terminalRoutes: FastifyPluginAsyncZod = async (app) => {
  const { deps } = app
  await app.register(networkAccess)

  app.route({
    ...contract.askTerminal,
    // A HEAD would take a payment and keep its answer to itself.
    exposeHeadRoute: false,
    // What does not fit the contract is answered in the protocol's own codes.
    attachValidation: true,
    handler: async (request, reply) => {
      const network = networkOf(request)
      const protocol = protocols[network.protocol]
      const answer = await answerTo(request, network)
      deps.metrics.terminalRequests.inc({ network: network.code, outcome: String(protocol.code(answer)) })
      return reply.type(XML).send(protocol.toXml(answer, request.query))
    },
  })

  app.route({
    ...contract.downloadTerminalRegistry,
    exposeHeadRoute: false,
    handler: async (request, reply) =>
      reply.type(CSV).send(await registryOf(deps, networkOf(request), request.query.date)),
  })
}

type Asked = FastifyRequest<{ Querystring: contract.TerminalQuestion }>

async function answerTo(request: Asked, network: Network): Promise<Answer> {
  if (request.validationError) return 'not_understood'
  const question = readQuestion(request.query, protocols[network.protocol].dialect)
  if (typeof question === 'string') return question
  const { deps } = request.server
  try {
    return question.command === 'check'
      ? await service.check(deps, network, question)
      : await service.pay(deps, network, question)
  } catch (error) {
    return unknownOutcome(request, error)
  }
}

/** Whether it was booked is not known here: the network asks again and is told. Never that all is well. */
function unknownOutcome(request: FastifyRequest, error: unknown): Answer {
  if (!isDatabaseOutage(error)) request.log.error({ err: error }, 'a terminal was not answered')
  const isWaiting = error instanceof Error && 'code' in error && error.code === '55P03'
  return isWaiting ? 'in_progress' : 'temporary'
}
