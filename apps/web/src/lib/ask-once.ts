import type { Endpoint, RequestOf, ResponseOf } from '@rodnik/contract/endpoint'
import { Problem, type ProblemCode } from '@rodnik/contract/problem'

const BASE = '/api/v1'
/** A hanging network says nothing for minutes; after this long it counts as none, and the person may act. */
const ANSWER_WITHIN_MS = 20_000

/** The server's codes, and one of our own: no answer came, so nobody knows whether the request arrived. */
export type FailureCode = ProblemCode | 'offline'

/** A refusal of the API in its own words, or the lack of any answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: FailureCode
  readonly problem: Problem | undefined

  constructor(code: FailureCode, problem?: Problem) {
    super(code)
    this.code = code
    this.problem = problem
  }
}

/** True where trying the same request again may still succeed and must not be counted twice. */
export function isUndecided(code: FailureCode): boolean {
  return code === 'offline' || code === 'internal_error' || code === 'unavailable'
}

type Parts = {
  params?: object
  querystring?: object
  headers?: Record<string, string | undefined>
  body?: unknown
}

/**
 * Asks an endpoint of the contract once and checks the answer against it. Throws ApiError only; no whole answer
 * in 20 seconds is «offline», and the same request may go out again.
 */
export async function askOnce<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  return patiently(async (patience) => answerOf(endpoint, await send(endpoint, request, patience)), signal)
}

/** Asks whether a file would be given, without the file. Its refusals have no words: the status says which it is. */
export async function askHead<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<void> {
  const { ok, status, headers } = await patiently((patience) => send(endpoint, request, patience, 'HEAD'))
  if (ok) return
  const code = CODE_OF_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'internal_error')
  const retryAfterSeconds = Number(headers.get('retry-after')) || undefined
  const problem = Problem.safeParse({ type: '', title: '', status, code, retryAfterSeconds })
  throw new ApiError(code, problem.data)
}

const CODE_OF_STATUS: Partial<Record<number, ProblemCode>> = {
  401: 'sign_in_required',
  404: 'not_found',
  429: 'too_many_attempts',
}

/** No answer within 20 seconds is none. By hand: AbortSignal.any is younger than the phones that come here. */
async function patiently<T>(ask: (patience: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const patience = new AbortController()
  const giveUp = () => patience.abort()
  const timer = setTimeout(giveUp, ANSWER_WITHIN_MS)
  signal?.addEventListener('abort', giveUp)
  try {
    signal?.throwIfAborted()
    return await ask(patience.signal)
  } catch (reason) {
    signal?.throwIfAborted()
    throw reason
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

async function send<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  signal: AbortSignal,
  method: string = endpoint.method,
): Promise<Response> {
  const { headers = {}, body } = request as Parts
  // Bytes go as they are, and say themselves what they are.
  const isJson = body !== undefined && !(body instanceof Blob)
  return fetch(addressOf(endpoint, request), {
    method,
    credentials: 'same-origin',
    headers: {
      ...(isJson && { 'content-type': 'application/json' }),
      ...(headers as Record<string, string>),
    },
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
    signal,
  }).catch(() => {
    throw new ApiError('offline')
  })
}

/** Where an endpoint is found: its place with what is asked for. */
export function addressOf<E extends Endpoint>(endpoint: E, request: RequestOf<E>): string {
  const { params = {}, querystring = {} } = request as Parts
  const path = Object.entries(params).reduce<string>(
    (url, [name, value]) => url.replace(`:${name}`, encodeURIComponent(String(value))),
    endpoint.url,
  )
  return `${BASE}${path}${queryOf(querystring)}`
}

/** «?query=…»; nothing for what was not asked. */
function queryOf(querystring: object): string {
  const asked = Object.entries(querystring).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`
}

async function answerOf<E extends Endpoint>(endpoint: E, response: Response): Promise<ResponseOf<E>> {
  const text = await response.text().catch(() => {
    throw new ApiError('offline')
  })
  const answer: unknown = text === '' ? null : parseJson(text)
  const parsed = endpoint.schema.response[response.status]?.safeParse(answer)
  if (parsed?.success) return parsed.data as ResponseOf<E>
  const problem = Problem.safeParse(answer)
  if (problem.success) throw new ApiError(problem.data.code, problem.data)
  // A proxy's error page, or a newer server: the outcome is unknown, as with no answer at all.
  throw new ApiError(response.status >= 500 ? 'unavailable' : 'internal_error')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
