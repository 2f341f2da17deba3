import type * as z from 'zod'
import { isSafeAddress } from '../../platform/safe-address.ts'
import { EsiaRefusal } from './refusal.ts'

/** Far above any answer of an identity provider; keeps a broken one from filling the memory. */
const MAX_ANSWER_BYTES = 256 * 1024

export type Ask = (url: string, init?: RequestInit) => Promise<Response>

/**
 * Asks outside systems within one deadline: no redirects, a bounded body, JSON when the answer is a success.
 * @throws EsiaRefusal esia_unavailable for whatever trying again later may mend
 */
export const askUntil =
  (deadline: AbortSignal): Ask =>
  async (url, init = {}) => {
    if (!isSafeAddress(url)) throw new EsiaRefusal('esia_unavailable', 'an address without https')
    const response = await fetch(url, { ...init, redirect: 'manual', signal: deadline }).catch(isSilent)
    if (response.status >= 500 || response.status === 429) {
      await response.body?.cancel().catch(() => undefined)
      throw new EsiaRefusal('esia_unavailable', `status ${response.status}`)
    }
    const body = await readBounded(response)
    if (response.ok && !isJson(body)) throw new EsiaRefusal('esia_unavailable', 'an answer that is not JSON')
    return new Response(body.length > 0 ? body : null, { status: response.status, headers: response.headers })
  }

/** @throws EsiaRefusal esia_failed when the answer is refused or has another shape */
export async function askFor<T>(ask: Ask, schema: z.ZodType<T>, ...request: Parameters<Ask>): Promise<T> {
  const response = await ask(...request)
  if (!response.ok) throw new EsiaRefusal('esia_failed', `status ${response.status}`)
  const parsed = schema.safeParse(await response.json())
  if (!parsed.success) throw new EsiaRefusal('esia_failed', 'an answer of another shape')
  return parsed.data
}

function isSilent(error: unknown): never {
  const reason =
    error instanceof DOMException && error.name === 'TimeoutError' ? 'no answer in time' : 'no connection'
  throw new EsiaRefusal('esia_unavailable', reason)
}

async function readBounded(response: Response): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length
      if (length > MAX_ANSWER_BYTES) break
      chunks.push(chunk)
    }
  } catch (error) {
    isSilent(error)
  }
  if (length > MAX_ANSWER_BYTES) throw new EsiaRefusal('esia_unavailable', 'an answer without end')
  return Buffer.concat(chunks)
}

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString())
    return true
  } catch {
    return false
  }
}
