import type { FastifyReply } from 'fastify'

export type File = {
  /** What people read. */
  name: string
  /** What programs read that know ASCII only. */
  plainName: string
  type: string
  content: Buffer
}

/** A file to keep, with both of its names (RFC 6266, RFC 8187); nobody between stores it. */
export const sendFile = (reply: FastifyReply, { name, plainName, type, content }: File) =>
  reply
    .type(type)
    .header(
      'content-disposition',
      `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .header('cache-control', 'private, no-store')
    .send(content)
