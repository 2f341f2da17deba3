import { addVisitPhoto, recordVisit } from '@rodnik/contract/field-visits'
import { ApiError, call } from '../../lib/call.ts'
import {
  changeInOutbox,
  forgetPhoto,
  loadOutbox,
  loadPhoto,
  putIntoOutbox,
  takeFromOutbox,
} from '../../lib/field-store.ts'
import { sendUpload } from '../../lib/send-upload.ts'
import {
  afterPhoto,
  afterTry,
  goesAgain,
  inOrder,
  isForgotten,
  type OutboxEntry,
  type OutboxPhoto,
  photosToSend,
  stopsAll,
  type Tried,
} from './outbox-rules.ts'

async function tried<Answer>(work: () => Promise<Answer>): Promise<Tried<Answer>> {
  try {
    return { ok: true, answer: await work() }
  } catch (reason) {
    if (!(reason instanceof ApiError)) return { ok: false, code: 'internal_error', fields: {} }
    return { ok: false, code: reason.code, fields: reason.problem?.fields ?? {} }
  }
}

let sending: Promise<void> | undefined
let isAskedAgain = false

/**
 * Sends what waits of this inspector, one after the other. Whoever asks meanwhile — the network is back while a try
 * is failing — gets another round after this one.
 */
export function sendWaiting(inspectorId: string, onChange: () => void): Promise<void> {
  if (sending) {
    isAskedAgain = true
    return sending
  }
  sending = sendRounds(inspectorId, onChange).finally(() => {
    sending = undefined
  })
  return sending
}

async function sendRounds(inspectorId: string, onChange: () => void): Promise<void> {
  do {
    isAskedAgain = false
    if (await sendResults(inspectorId, onChange)) await sendPhotos(inspectorId, onChange)
  } while (isAskedAgain)
}

/** Results go before any photo: they are what people wait for. @returns false where nothing gets through now */
async function sendResults(inspectorId: string, onChange: () => void): Promise<boolean> {
  for (const entry of inOrder(await loadOutbox<OutboxEntry>(), inspectorId)) {
    if (entry.state !== 'waiting') continue
    const { key, visitId, result } = entry
    const sent = await tried(() =>
      call(recordVisit, { params: { id: visitId }, headers: { 'idempotency-key': key }, body: result }),
    )
    if (!sent.ok && stopsAll(sent.code)) return false
    await putIntoOutbox(key, afterTry(entry, sent))
    onChange()
  }
  return true
}

/** One after the other, each noted as it arrives; after the first that has to wait the others wait too. */
async function sendPhotos(inspectorId: string, onChange: () => void): Promise<void> {
  for (const entry of inOrder(await loadOutbox<OutboxEntry>(), inspectorId)) {
    for (const photo of photosToSend(entry)) {
      const sent = await tried(() => sendPhoto(entry.visitId, photo))
      await changeInOutbox<OutboxEntry>(entry.key, (now) => afterPhoto(now, photo, sent))
      if (sent.ok) await forgetPhoto(photo.key)
      onChange()
      if (!sent.ok && goesAgain(sent.code)) return
    }
  }
}

async function sendPhoto(visitId: string, photo: OutboxPhoto): Promise<null> {
  const content = await loadPhoto(photo.key)
  if (!content) return null
  const upload = {
    scope: 'staff' as const,
    name: `photo-${photo.takenAt.slice(0, 10)}.jpg`,
    ...(photo.uploadId !== undefined && { uploadId: photo.uploadId }),
  }
  const facts = await sendUpload(upload, content, () => undefined).finally(() => {
    // What has come of it is gone on with, not begun anew.
    if (upload.uploadId !== undefined) photo.uploadId = upload.uploadId
  })
  await call(addVisitPhoto, {
    params: { id: visitId },
    body: { photoKey: photo.key, attachmentId: facts.id, takenAt: photo.takenAt },
  })
  return null
}

/** What was sent on another day than today. */
export async function forgetOldEntries(today: string): Promise<void> {
  const old = (await loadOutbox<OutboxEntry>()).filter((entry) => isForgotten(entry, today))
  await takeFromOutbox(old.map(({ key }) => key))
}
