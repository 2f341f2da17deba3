import {
  type AttachmentFacts,
  guestUploads,
  myUploads,
  staffUploads,
  UPLOAD_PART_BYTES,
  type UploadEndpoints,
} from '@rodnik/contract/attachments'
import { ApiError, call } from '../../lib/call.ts'
import { faultBefore, type Phase, phaseAfter, secondsBeforeRetry } from './attachment-item.ts'
import { shrunk } from './shrink.ts'

/** Who sends: it decides which door of the API is used. */
export type UploadScope = 'guest' | 'person' | 'staff'

const DOORS: Record<UploadScope, UploadEndpoints> = {
  guest: guestUploads,
  person: myUploads,
  staff: staffUploads,
}

const PART_TYPE = 'application/octet-stream'

/** A file on its way. What is known of it stays, so that a later try goes on where the last one ended. */
export type Sending = {
  scope: UploadScope
  name: string
  file: File
  content?: Blob
  uploadId?: string
  signal: AbortSignal
}

/** Sends a file, however often the network goes away meanwhile; the last phase reported is how it ended. */
export async function sendAttachment(sending: Sending, report: (phase: Phase) => void): Promise<void> {
  for (let tries = 0; !sending.signal.aborted; tries++) {
    try {
      report(await sendOnce(sending, report))
      return
    } catch (reason) {
      const seconds = secondsBeforeRetry(reason, tries)
      if (sending.signal.aborted) return
      if (seconds === undefined) {
        report(phaseAfter(reason))
        return
      }
      report({ kind: 'waiting' })
      await pause(seconds, sending.signal)
    }
  }
}

async function sendOnce(sending: Sending, report: (phase: Phase) => void): Promise<Phase> {
  report({ kind: 'preparing' })
  sending.content ??= await shrunk(sending.file)
  const fault = faultBefore(sending.content)
  if (fault) return { kind: 'refused', fault }
  const facts = await deliver(sending, sending.content, report)
  return { kind: 'done', facts }
}

async function deliver(
  sending: Sending,
  content: Blob,
  report: (phase: Phase) => void,
): Promise<AttachmentFacts> {
  const { signal } = sending
  const door = DOORS[sending.scope]
  const { id, parts, attachment } = await begunOrGoneOn(sending, content)
  if (attachment) return attachment
  const count = Math.ceil(content.size / UPLOAD_PART_BYTES)
  const missing = Array.from({ length: count }, (_, part) => part).filter((part) => !parts.includes(part))
  for (const [i, part] of missing.entries()) {
    report({ kind: 'sending', share: (count - missing.length + i) / count })
    const body = content.slice(part * UPLOAD_PART_BYTES, (part + 1) * UPLOAD_PART_BYTES, PART_TYPE)
    await call(door.sendPart, { params: { id, part: String(part) }, body }, signal)
  }
  report({ kind: 'checking' })
  return await call(door.complete, { params: { id } }, signal)
}

/** What has come of it so far; an upload that is gone meanwhile is begun anew. */
async function begunOrGoneOn(sending: Sending, content: Blob) {
  const { uploadId, name, signal } = sending
  const door = DOORS[sending.scope]
  try {
    if (uploadId !== undefined) return await call(door.show, { params: { id: uploadId } }, signal)
  } catch (reason) {
    if (!(reason instanceof ApiError) || reason.code !== 'not_found') throw reason
  }
  const { id } = await call(door.begin, { body: { name, bytes: content.size } }, signal)
  sending.uploadId = id
  return { id, parts: [], attachment: null }
}

/** Takes back what has come; if that does not arrive, the server forgets it in a day. */
export function discardAttachment({ scope, uploadId }: Sending): void {
  if (uploadId === undefined) return
  call(DOORS[scope].discard, { params: { id: uploadId } }).catch(() => undefined)
}

/** Ends early when the network is back, or when nobody waits any more. */
function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, seconds * 1000)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}
