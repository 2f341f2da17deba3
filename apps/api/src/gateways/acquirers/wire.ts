import { once } from 'node:events'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { AcquirerFailure } from '../../platform/acquirer.ts'

/** Far above any answer of an acquirer; keeps a broken one from filling the memory. */
const MAX_ANSWER_BYTES = 256 * 1024

type Message = { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string }
type Answer = { status: number; text: string }

/** One request and its answer: no redirects, a bounded body. @throws AcquirerFailure unknown */
export type Wire = (url: string, message: Message, deadline: AbortSignal) => Promise<Answer>

/**
 * The way to the server of one acquirer. node:http instead of fetch, because only it lets one gateway have an
 * authority of its own without another HTTP client: Russian banks are signed by НУЦ Минцифры, which nobody else in
 * this process should trust.
 * @param authorities certificates in PEM that are trusted here instead of Node's
 */
export const openWire =
  (authorities?: string): Wire =>
  async (url, { method, headers, body = '' }, deadline) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const request = (url.startsWith('https:') ? secureRequest : plainRequest)(url, {
      method,
      headers: { accept: 'application/json', ...headers, ...(method === 'POST' && length) },
      signal: deadline,
      // A connection that was kept may be cut by the other side in the moment of use: nobody would know what happened.
      agent: false,
      ...(authorities && { ca: authorities }),
    })
    // What comes after the answer has begun is seen by the one who reads it.
    request.on('error', () => undefined)
    try {
      const answered = once(request, 'response')
      request.end(body)
      const [response]: IncomingMessage[] = await answered
      if (!response) throw new Error('no response')
      return { status: response.statusCode ?? 0, text: await readBounded(response) }
    } catch (error) {
      if (error instanceof AcquirerFailure) throw error
      throw new AcquirerFailure('unknown', deadline.aborted ? 'no answer in time' : silenceOf(error))
    }
  }

async function readBounded(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > MAX_ANSWER_BYTES) throw new AcquirerFailure('unknown', 'an answer without end')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString()
}

/** Node's name of the fault, such as ECONNREFUSED or SELF_SIGNED_CERT_IN_CHAIN, and nothing else of it. */
function silenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z_]{1,60}$/.test(code) ? `no connection (${code})` : 'no connection'
}

/**
 * The answer as an object.
 * @throws AcquirerFailure unknown for servers that are broken, busy or talk nonsense; refused for other refusals
 */
export function readObject({ status, text }: Answer): Record<string, unknown> {
  if (status >= 500 || status === 429) throw new AcquirerFailure('unknown', `status ${status}`)
  if (status >= 400) throw new AcquirerFailure('refused', `status ${status}`)
  if (status < 200 || status >= 300) throw new AcquirerFailure('unknown', `status ${status}`)
  const parsed = parseObject(text)
  if (!parsed) throw new AcquirerFailure('unknown', 'an answer that is not JSON')
  return parsed
}

export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
