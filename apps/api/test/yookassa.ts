import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyRequest } from 'fastify'
import { noAcquirerEnv, openAcquirersWith } from './acquirer.ts'

type Payment = Record<string, unknown> & { id: string; status: string; amount: { value: string } }
type Answer = { status: number; body: unknown }

const SHOP = { YOOKASSA_SHOP_ID: '100500', YOOKASSA_SECRET_KEY: 'test_secret' }
const CREDENTIALS = `Basic ${Buffer.from('100500:test_secret').toString('base64')}`

const keyOf = ({ headers }: FastifyRequest) => String(headers['idempotence-key'])

/** A server that answers as YooKassa v3 does, on loopback; payments are changed by hand. */
export async function startYookassa() {
  const payments = new Map<string, Payment>()
  const answered = new Map<string, { body: string; answer: object }>()
  const requests: { url: string; key: string; body: unknown }[] = []
  let instead: Answer | undefined
  const app = Fastify({ forceCloseConnections: true })

  app.addHook('onRequest', async ({ headers }, reply) => {
    if (headers.authorization !== CREDENTIALS)
      return reply.code(401).send({ type: 'error', code: 'invalid_credentials' })
    return undefined
  })
  app.addHook('preHandler', async (request, reply) => {
    requests.push({ url: request.url, key: keyOf(request), body: request.body })
    return instead && reply.code(instead.status).send(instead.body)
  })

  /** A repeated key has the answer of the first, if it asks for the same. */
  const once = (request: FastifyRequest, act: () => object) => {
    const body = JSON.stringify(request.body)
    const before = answered.get(keyOf(request))
    if (before) return before.body === body ? before.answer : undefined
    const answer = act()
    answered.set(keyOf(request), { body, answer })
    return answer
  }
  const clash = { type: 'error', code: 'invalid_request', description: 'Idempotence key duplicated' }

  app.post<{ Body: Record<string, object> }>('/v3/payments', async (request, reply) => {
    const isQr = JSON.stringify(request.body['confirmation']).includes('"qr"')
    const answer = once(request, () => {
      const id = randomUUID()
      const confirmation = isQr
        ? { type: 'qr', confirmation_data: 'https://qr.nspk.ru/AD10006M?type=02' }
        : { type: 'redirect', confirmation_url: `https://yoomoney.ru/checkout/payments/v2?orderId=${id}` }
      const { amount, metadata } = request.body
      const payment = { id, status: 'pending', amount, metadata, confirmation } as unknown as Payment
      payments.set(id, payment)
      return payment
    })
    return answer ?? reply.code(400).send(clash)
  })
  app.get<{ Params: { id: string } }>(
    '/v3/payments/:id',
    async ({ params }, reply) =>
      payments.get(params.id) ?? reply.code(404).send({ type: 'error', code: 'not_found' }),
  )
  app.get<{ Querystring: { cursor?: string } }>('/v3/payments', async ({ query }) => {
    const newest = [...payments.values()].toReversed()
    const from = Number(query.cursor ?? 0)
    const items = newest.slice(from, from + 2)
    return { type: 'list', items, ...(from + 2 < newest.length && { next_cursor: String(from + 2) }) }
  })
  app.post<{ Params: { id: string } }>('/v3/payments/:id/cancel', async ({ params }, reply) => {
    const payment = payments.get(params.id)
    if (payment?.status !== 'waiting_for_capture')
      return reply.code(400).send({ type: 'error', code: 'invalid_request' })
    payment.status = 'canceled'
    return payment
  })
  app.post(
    '/v3/refunds',
    async (request, reply) =>
      once(request, () => ({ id: randomUUID(), status: 'succeeded' })) ?? reply.code(400).send(clash),
  )

  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const env = { ...noAcquirerEnv, ...SHOP, ACQUIRER: 'yookassa' as const, YOOKASSA_URL: `${origin}/v3` }
  const acquirer = openAcquirersWith(env, 1000).current
  if (!acquirer) throw new Error('YooKassa was not opened')
  return {
    acquirer,
    env,
    requests,
    /** What happens to a payment at YooKassa. */
    change: (id: string, facts: object) => Object.assign(payments.get(id) ?? {}, facts),
    /** Whatever is asked, this is answered. */
    answerInstead: (answer: Answer | undefined) => {
      instead = answer
    },
    stop: () => app.close(),
  }
}
