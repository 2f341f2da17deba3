import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Bank, expire, type Order, pay, refuse, STATUS } from './bank.ts'
import { isMischief } from './mischief.ts'
import { backTo, frontPage, missingPage, overPage, payPage, sbpPage } from './pages.ts'
import { text } from './registration-faults.ts'

type Body = Record<string, unknown>
const SHOWN = 20

const show = (reply: FastifyReply, html: string, status = 200) =>
  reply.code(status).type('text/html').send(html)

/** What people see: the page of an order, the link of СБП, and the stand-in's own. */
export function pageRoutes(app: FastifyInstance, bank: Bank) {
  app.get<{ Querystring: { orderId?: string } }>('/pp/pay_ru', async ({ query }, reply) => {
    const order = bank.orders.get(query.orderId ?? '')
    if (!order) return show(reply, missingPage(), 404)
    return show(reply, isOpen(order) ? payPage(order) : overPage(order))
  })

  app.post<{ Params: { id: string }; Body: Body }>('/pp/:id', async ({ params, body }, reply) => {
    const order = bank.orders.get(params.id)
    if (!order) return show(reply, missingPage(), 404)
    if (!isOpen(order)) return show(reply, overPage(order))
    const deed = text(body['deed'])
    DEEDS[deed]?.(bank, order)
    const mayTryAgain = deed === 'refuse' && isOpen(order)
    return mayTryAgain ? show(reply, payPage(order)) : reply.redirect(backTo(order), 303)
  })

  app.get<{ Params: { qrcId: string } }>('/sbp/:qrcId', async ({ params }, reply) => {
    const order = [...bank.orders.values()].find(({ qrcId }) => qrcId === params.qrcId)
    return order ? show(reply, sbpPage(order, pay(bank, order))) : show(reply, missingPage(), 404)
  })

  app.get('/', async (_, reply) =>
    show(reply, frontPage(bank.mood.mischief, [...bank.orders.values()].toReversed().slice(0, SHOWN))),
  )

  app.post<{ Body: Body }>('/misbehave', async ({ body }, reply) => {
    const name = text(body['mischief'])
    bank.mood.mischief = isMischief(name) ? name : undefined
    return reply.redirect('/', 303)
  })
}

const isOpen = ({ status }: Order) => status === STATUS.registered

/** Leaving does nothing: the order waits. */
const DEEDS: Record<string, (bank: Bank, order: Order) => unknown> = { pay, refuse, expire }
