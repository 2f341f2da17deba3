import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Bank } from './bank.ts'
import { METHODS, type Transport } from './methods.ts'
import type { Mischief } from './mischief.ts'
import { type Fields, isObject, text } from './registration-faults.ts'

export const SBER_PREFIX = '/ecomm/gw/partner/api/v1'
export const RBS_PREFIX = '/payment/rest'

/** The five methods, on both gateways. */
export function apiRoutes(app: FastifyInstance, bank: Bank) {
  const serve = (prefix: string, transport: Transport) =>
    app.post<{ Params: { method: string }; Body: unknown }>(`${prefix}/:method`, (request, reply) => {
      const { method } = request.params
      if (!Object.hasOwn(METHODS, method)) return reply.code(404).type('text/html').send('')
      return answer(bank, reply, { method, fields: fieldsOf(request.body), transport })
    })
  serve(SBER_PREFIX, 'json')
  serve(RBS_PREFIX, 'form')
}

type Call = { method: string; fields: Fields; transport: Transport }

/** What a broken gateway says, whoever asks. */
const BROKEN: Partial<Record<Mischief, { status: number; html: string }>> = {
  unavailable: { status: 503, html: '<h1>Технические работы</h1>' },
  busy: { status: 429, html: '' },
  not_json: { status: 200, html: '<h1>Добро пожаловать</h1>' },
}

/** Methods that have happened, and are not answered. */
const UNANSWERED: Partial<Record<Mischief, readonly string[]>> = {
  registers_silently: ['register.do'],
  refunds_silently: ['refund.do', 'reverse.do'],
}

function answer(bank: Bank, reply: FastifyReply, { method, fields, transport }: Call) {
  const { mischief } = bank.mood
  if (mischief === 'dead') return keepSilent(bank, reply)
  const broken = mischief && BROKEN[mischief]
  if (broken) return reply.code(broken.status).type('text/html').send(broken.html)
  if (!isMerchant(bank, fields)) return reply.send({ errorCode: '5', errorMessage: 'Доступ запрещён' })
  if (mischief === 'locked') {
    return reply.send({ errorCode: '5', errorMessage: 'Заказ заблокирован другим действием' })
  }
  const result = METHODS[method]?.(bank, fields, transport)
  const isSilent = mischief && UNANSWERED[mischief]?.includes(method)
  return isSilent ? keepSilent(bank, reply) : reply.send(result)
}

const isMerchant = ({ merchant }: Bank, fields: Fields) =>
  text(fields['userName']) === merchant.userName && text(fields['password']) === merchant.password

/** Whoever asked hears nothing, until the connection is cut. */
function keepSilent({ timing, later }: Bank, reply: FastifyReply) {
  reply.hijack()
  later(timing.deadMs, () => reply.raw.destroy())
  return reply
}

/** Objects stand in a form as JSON. */
const NESTED = new Set(['jsonParams', 'orderBundle'])

function fieldsOf(body: unknown): Fields {
  if (!isObject(body)) return {}
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, NESTED.has(name) ? unfolded(value) : value]),
  )
}

function unfolded(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}
