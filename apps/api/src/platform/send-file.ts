import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export type File = {
  /** What people read. */
  name: string
  /** What programs read that know ASCII only. */
  plainName: string
  type: string
  content: Buffer | Readable
}

/** What RFC 8187 wants encoded besides what an address does. */
const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/**
 * A file to keep or to look at, with both of its names (RFC 6266, RFC 8187). Nobody between stores it, unless it was
 * named as the same for everybody before.
 */
export function sendFile(
  reply: FastifyReply,
  { name, plainName, type, content }: File,
  how: 'attachment' | 'inline' = 'attachment',
) {
  if (!reply.hasHeader('etag')) reply.header('cache-control', 'private, no-store')
  return reply
    .type(type)
    .header('content-disposition', `${how}; filename="${plainName}"; filename*=UTF-8''${encoded(name)}`)
    .send(content)
}
