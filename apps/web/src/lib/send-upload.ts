import {
  type AttachmentFacts,
  guestUploads,
  libraryUploads,
  myUploads,
  staffUploads,
  UPLOAD_PART_BYTES,
  type UploadEndpoints,
} from '@rodnik/contract/attachments'
import { ApiError, call } from './call.ts'

/** Who sends: it decides which door of the API is used. */
export type UploadScope = 'guest' | 'person' | 'staff' | 'library'

export const UPLOAD_DOORS: Record<UploadScope, UploadEndpoints> = {
  guest: guestUploads,
  person: myUploads,
  staff: staffUploads,
  library: libraryUploads,
}

/** What is known of a file on its way: `uploadId` once it has begun. */
export type Upload = { scope: UploadScope; name: string; uploadId?: string; signal?: AbortSignal }

const PART_TYPE = 'application/octet-stream'

/**
 * Sends the parts that have not come, once through; a later call with the same `upload` goes on where this one ended.
 * @param onShare how far it is; 1 when all parts are there and the server checks them
 */
export async function sendUpload(
  upload: Upload,
  content: Blob,
  onShare: (share: number) => void,
): Promise<AttachmentFacts> {
  const { signal } = upload
  const door = UPLOAD_DOORS[upload.scope]
  const { id, parts, attachment } = await begunOrGoneOn(upload, content)
  if (attachment) return attachment
  const count = Math.ceil(content.size / UPLOAD_PART_BYTES)
  const missing = Array.from({ length: count }, (_, part) => part).filter((part) => !parts.includes(part))
  for (const [i, part] of missing.entries()) {
    onShare((count - missing.length + i) / count)
    const body = content.slice(part * UPLOAD_PART_BYTES, (part + 1) * UPLOAD_PART_BYTES, PART_TYPE)
    await call(door.sendPart, { params: { id, part: String(part) }, body }, signal)
  }
  onShare(1)
  return await call(door.complete, { params: { id } }, signal)
}

/** What has come of it so far; an upload that is gone meanwhile is begun anew. */
async function begunOrGoneOn(upload: Upload, content: Blob) {
  const { uploadId, name, signal } = upload
  const door = UPLOAD_DOORS[upload.scope]
  try {
    if (uploadId !== undefined) return await call(door.show, { params: { id: uploadId } }, signal)
  } catch (reason) {
    if (!(reason instanceof ApiError) || reason.code !== 'not_found') throw reason
  }
  const { id } = await call(door.begin, { body: { name, bytes: content.size } }, signal)
  upload.uploadId = id
  return { id, parts: [], attachment: null }
}
