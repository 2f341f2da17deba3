import { createHash, randomUUID } from 'node:crypto'
import type { AttachmentFacts, AttachmentType } from '@rodnik/contract/attachments'
import { fileName } from '@rodnik/domain/attachments/file-name'
import type { Deps } from '../../platform/deps.ts'
import type { Checked } from './check/check-file.ts'
import { ownPicture } from './check/check-picture.ts'
import { announceFiles, markReady } from './files.repo.ts'
import { insertOwn } from './uploads.repo.ts'

const EXTENSIONS: Record<AttachmentType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
}

/**
 * Writes a file and makes it the row's. A process that ends in the middle leaves files that nothing has: they are
 * announced before, and removed in a day. Undefined: the row was taken back meanwhile.
 */
export async function keepFile(
  { pool, files }: Pick<Deps, 'pool' | 'files'>,
  { id, name }: { id: string; name: string },
  { type, content, picture }: Checked,
): Promise<AttachmentFacts | undefined> {
  const fileKey = randomUUID()
  const previewKey = picture && randomUUID()
  await announceFiles(pool, [fileKey, ...(previewKey ? [previewKey] : [])])
  await files.put(fileKey, content)
  if (picture && previewKey) await files.put(previewKey, picture.preview)
  return await markReady(pool, {
    id,
    name: fileName(name, EXTENSIONS[type]),
    type,
    bytes: content.length,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    sha256: createHash('sha256').update(content).digest(),
    fileKey,
    previewKey,
  })
}

type OwnFile = { by: string; name: string; type: AttachmentType; content: Buffer }

/**
 * Keeps a file that our own code made — an act as PDF, a signature as PNG —, as it is. It belongs to `by` until a
 * message claims it, and goes in a day if none does.
 */
export async function storeAttachment(
  deps: Pick<Deps, 'pool' | 'files'>,
  { by, name, type, content }: OwnFile,
): Promise<AttachmentFacts> {
  const picture = type === 'application/pdf' ? null : await ownPicture(content)
  const id = await insertOwn(deps.pool, { uploader: by, name, bytes: content.length })
  const kept = await keepFile(deps, { id, name }, { type, content, picture })
  if (!kept) throw new Error('A file of our own was taken back before it was kept')
  return kept
}
