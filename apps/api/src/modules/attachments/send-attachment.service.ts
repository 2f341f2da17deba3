import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isKnownTo } from '../../platform/cacheable.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { sendFile } from '../../platform/send-file.ts'
import { findClaimed, type Stored } from './files.repo.ts'

/** Even a browser that opened it would let it do nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/**
 * Gives out a file of a message, to keep and never to open in our pages. That the caller may have it is for the
 * message to decide, before.
 * @throws not_found
 */
export async function sendAttachment(
  deps: Pick<Deps, 'pool' | 'files'>,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const { name, type, bytes, fileKey } = await claimed(deps, id)
  const content = await stored(deps, fileKey)
  reply.header('content-security-policy', POLICY).header('content-length', bytes)
  return sendFile(reply, { name, plainName: plainName(name), type, content })
}

const PUBLIC_SECONDS = 300

/**
 * Gives out a file that everybody may have; browsers and proxies keep it for a while, and whoever has it is told so.
 * @throws not_found
 */
export async function sendPublicAttachment(
  deps: Pick<Deps, 'pool' | 'files'>,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { id, plainName: plain }: { id: string; plainName: string },
): Promise<FastifyReply> {
  const { name, type, bytes, sha256, fileKey } = await claimed(deps, id)
  reply.header('content-security-policy', POLICY)
  if (isKnownTo(request, reply, { of: sha256, seconds: PUBLIC_SECONDS })) return reply.send()
  const content = await stored(deps, fileKey)
  reply.header('content-length', bytes)
  return sendFile(reply, { name, plainName: `${plain}${endOf(name)}`, type, content })
}

/**
 * The preview of a picture: encoded by us, so it may be shown.
 * @throws not_found: no such file, or it has none
 */
export async function sendPreview(
  deps: Pick<Deps, 'pool' | 'files'>,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const { previewKey } = await claimed(deps, id)
  if (previewKey === null) throw new AppError('not_found')
  const content = await stored(deps, previewKey)
  reply.header('content-security-policy', POLICY)
  const file = { name: 'preview.webp', plainName: 'preview.webp', type: 'image/webp', content }
  return sendFile(reply, file, 'inline')
}

async function claimed({ pool }: Pick<Deps, 'pool'>, id: string): Promise<Stored> {
  const found = await findClaimed(pool, id)
  if (!found) throw new AppError('not_found')
  return found
}

/** A row whose file is gone is a loss that somebody has to hear of, not a wrong address. */
async function stored({ files }: Pick<Deps, 'files'>, key: string): Promise<Readable> {
  const content = await files.get(key)
  if (!content) throw new Error(`The store has lost the file ${key}`)
  return content
}

const endOf = (name: string) => /\.\w+$/.exec(name)?.[0] ?? ''
const plainName = (name: string) => `attachment${endOf(name)}`
