import { AcquirerFailure } from '../../platform/acquirer.ts'
import { isObject, readObject, type Wire } from './wire.ts'

export type RbsMethod =
  | 'register.do'
  | 'getOrderStatusExtended.do'
  | 'reverse.do'
  | 'refund.do'
  | 'decline.do'

export type RbsFields = Record<string, string | number | object | undefined>

/** The code is absent where the old gateway has nothing to complain about. */
export type RbsAnswer = { code: string | undefined; message: string; body: Record<string, unknown> }

/** @throws AcquirerFailure when there is no answer that can be read */
export type RbsCall = (method: RbsMethod, fields: RbsFields, deadline: AbortSignal) => Promise<RbsAnswer>

export type RbsServer = {
  /** Up to the method, without a slash at the end. */
  url: string
  user: string
  password: string
  wire: Wire
}

/** The new gateway: JSON, nested objects stay objects. */
export const jsonTransport =
  ({ url, user, password, wire }: RbsServer): RbsCall =>
  async (method, fields, deadline) => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const body = JSON.stringify({ userName: user, password, ...fields })
    return toAnswer(readObject(await wire(`${url}/${method}`, { method: 'POST', headers, body }, deadline)))
  }

/** The old gateway, and banks that bought it: a form, in which objects are JSON. */
export const formTransport =
  ({ url, user, password, wire }: RbsServer): RbsCall =>
  async (method, fields, deadline) => {
    const form = new URLSearchParams({ userName: user, password })
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined)
        form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    const request = { method: 'POST', headers, body: form.toString() } as const
    return toAnswer(readObject(await wire(`${url}/${method}`, request, deadline)))
  }

/** The three ways in which a gateway names a fault. */
function toAnswer(body: Record<string, unknown>): RbsAnswer {
  const nested = isObject(body['error']) ? body['error'] : {}
  const code = body['errorCode'] ?? body['ErrorCode'] ?? nested['code']
  const message = body['errorMessage'] ?? body['ErrorMessage'] ?? nested['message']
  return {
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : undefined,
    message: typeof message === 'string' ? message : '',
    body,
  }
}

const LOCKED = /заблокирован|locked/i
const SYSTEM_ERROR = '7'
const ALREADY_REGISTERED = '1'

/** What a code other than 0 means. Code 5 stands for a dozen things, among them "busy with it, ask again". */
export function failureOf(method: RbsMethod, { code = 'absent', message }: RbsAnswer): AcquirerFailure {
  const reason = `${method} code ${code}: ${impersonal(message)}`
  if (LOCKED.test(message) || code === SYSTEM_ERROR || code === 'absent') {
    return new AcquirerFailure('unknown', reason)
  }
  const isDuplicate = method === 'register.do' && code === ALREADY_REGISTERED
  return new AcquirerFailure(isDuplicate ? 'duplicate' : 'refused', reason)
}

/** The bank's sentence without the words that may quote what was sent: numbers, addresses. */
const impersonal = (message: string) =>
  message
    .slice(0, 300)
    .replaceAll(/\S*[\d@]\S*/g, '…')
    .slice(0, 120)
