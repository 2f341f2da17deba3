import { AcquirerFailure } from '../../platform/acquirer.ts'
import { parseObject, readObject, type Wire } from './wire.ts'

export type YookassaServer = {
  /** https://api.yookassa.ru/v3, without a slash at the end. */
  url: string
  shopId: string
  secretKey: string
  wire: Wire
}

export type YookassaRequest = {
  path: string
  /** Sent by POST; a GET without it. */
  body?: object
  /** Repeated with the same one within 24 hours, a POST has the effect and the answer of the first. */
  idempotenceKey?: string
}

/** @throws AcquirerFailure */
export type YookassaCall = (
  request: YookassaRequest,
  deadline: AbortSignal,
) => Promise<Record<string, unknown>>

export function yookassaClient({ url, shopId, secretKey, wire }: YookassaServer): YookassaCall {
  const authorization = `Basic ${Buffer.from(`${shopId}:${secretKey}`).toString('base64')}`
  return async ({ path, body, idempotenceKey }, deadline) => {
    const answer = await wire(
      `${url}${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization,
          ...(body && { 'content-type': 'application/json' }),
          ...(idempotenceKey && { 'idempotence-key': idempotenceKey }),
        },
        ...(body && { body: JSON.stringify(body) }),
      },
      deadline,
    )
    const refusal = answer.status >= 400 && answer.status < 500 && parseObject(answer.text)
    if (refusal && answer.status !== 429) throw failureOf(answer.status, refusal)
    const read = readObject(answer)
    // Taken, but not done: the same request has to be sent again for an answer.
    if (read['type'] === 'processing') throw new AcquirerFailure('unknown', 'still at work')
    return read
  }
}

function failureOf(status: number, { code, description, parameter }: Record<string, unknown>) {
  const isKeyTaken = [description, parameter].some(
    (told) => typeof told === 'string' && /idempotence/i.test(told),
  )
  const reason = `status ${status} ${wordOf(code)} ${wordOf(parameter)}`.trim()
  return new AcquirerFailure(isKeyTaken ? 'duplicate' : 'refused', reason)
}

/** Names of the interface, never what was sent. */
const wordOf = (value: unknown) => (typeof value === 'string' && /^[\w.[\]]{1,80}$/.test(value) ? value : '')
