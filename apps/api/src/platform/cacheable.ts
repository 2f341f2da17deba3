import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Whoever has the same already is told so, and sent nothing (RFC 9110, 13.1.2). */
const knows = ({ headers }: FastifyRequest, tag: string): boolean => {
  const asked = headers['if-none-match']
  if (asked === undefined) return false
  return asked === '*' || asked.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

/**
 * Names an answer that is the same for everybody, so that browsers and proxies keep it for a while.
 * @param what makes it what it is: the same facts, the same answer
 * @returns whether the caller has it: then nothing more is to be sent
 */
export function isKnownTo(
  request: FastifyRequest,
  reply: FastifyReply,
  { of, seconds }: { of: string | Uint8Array; seconds: number },
): boolean {
  const tag = `"${createHash('sha256').update(of).digest('base64url').slice(0, 27)}"`
  reply.header('etag', tag).header('cache-control', `public, max-age=${seconds}`)
  if (!knows(request, tag)) return false
  reply.code(304)
  return true
}

/** A hook of routes whose answers are the same for everybody. */
export const keptFor =
  (seconds: number) => async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    if (reply.statusCode !== 200 || typeof payload !== 'string') return payload
    if (!isKnownTo(request, reply, { of: payload, seconds })) return payload
    reply.removeHeader('content-length')
    return null
  }
