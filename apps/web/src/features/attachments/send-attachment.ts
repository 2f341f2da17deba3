import type { AttachmentFacts } from '@rodnik/contract/attachments'
import { call } from '../../lib/call.ts'
import { sendUpload, UPLOAD_DOORS, type Upload } from '../../lib/send-upload.ts'
import { shrunk } from '../../lib/shrink.ts'
import { faultBefore, type Phase, phaseAfter, secondsBeforeRetry } from './attachment-item.ts'

/** A file on its way. What is known of it stays, so that a later try goes on where the last one ended. */
export type Sending = Upload & { file: File; content?: Blob; signal: AbortSignal }

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
  return await sendUpload(sending, content, (share) =>
    report(share < 1 ? { kind: 'sending', share } : { kind: 'checking' }),
  )
}

/** Takes back what has come; if that does not arrive, the server forgets it in a day. */
export function discardAttachment({ scope, uploadId }: Sending): void {
  if (uploadId === undefined) return
  call(UPLOAD_DOORS[scope].discard, { params: { id: uploadId } }).catch(() => undefined)
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
