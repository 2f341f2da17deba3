import { addVisitPhoto, recordVisit, type VisitResult } from '@rodnik/contract/field-visits'
import { ApiError, call, type FailureCode, isUndecided } from '../../lib/call.ts'
import { forgetPhoto, loadOutbox, loadPhoto, putIntoOutbox, takeFromOutbox } from '../../lib/field-store.ts'
import { sendUpload } from '../../lib/send-upload.ts'

/** A result from the moment of its entry until the server has it, and for the rest of the day. */
export type OutboxEntry = {
  /** Under which the server knows it: sent ten times, it is there once. */
  key: string
  visitId: string
  inspectorId: string
  /** The day of the visit: what was sent is forgotten after it. */
  day: string
  result: VisitResult
  state: 'waiting' | 'sent' | 'refused'
  actNumber: string | null
  /** Why it was refused, and what of it. */
  refusal: { code: FailureCode; fields: Record<string, string> } | null
  /** Those that the server does not have yet; they go after the result. */
  photos: OutboxPhoto[]
}

type OutboxPhoto = { key: string; takenAt: string; uploadId?: string }

/** Whether the same request may go out again; a session that is over begins anew, and what waits goes on. */
const AGAIN: ReadonlySet<FailureCode> = new Set([
  'sign_in_required',
  'session_incomplete',
  'too_many_attempts',
  'readings_changed_meanwhile',
])
const goesAgain = (code: FailureCode): boolean => isUndecided(code) || AGAIN.has(code)

/** The entry after one try: as it was where nobody can tell, or what the server said. */
async function tryToSend(entry: OutboxEntry): Promise<OutboxEntry> {
  const { key, visitId, result } = entry
  try {
    const { actNumber } = await call(recordVisit, {
      params: { id: visitId },
      headers: { 'idempotency-key': key },
      body: result,
    })
    return { ...entry, state: 'sent', actNumber, result: withoutTraces(result) }
  } catch (reason) {
    const code = reason instanceof ApiError ? reason.code : 'internal_error'
    if (goesAgain(code)) return entry
    const fields = reason instanceof ApiError ? (reason.problem?.fields ?? {}) : {}
    return { ...entry, state: 'refused', refusal: { code, fields } }
  }
}

/** A signature that the server has is no business of the phone. */
const withoutTraces = (result: VisitResult): VisitResult =>
  result.outcome === 'done' ? { ...result, signature: null } : result

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
    await sendAll(inspectorId, onChange)
  } while (isAskedAgain)
}

async function sendAll(inspectorId: string, onChange: () => void): Promise<void> {
  const keep = async (entry: OutboxEntry) => {
    await putIntoOutbox(entry.key, entry)
    onChange()
  }
  for (const entry of await loadOutbox<OutboxEntry>()) {
    if (entry.inspectorId !== inspectorId) continue
    const tried = entry.state === 'waiting' ? await tryToSend(entry) : entry
    if (tried !== entry) await keep(tried)
    if (tried.state === 'waiting') return
    if (tried.state === 'sent' && !(await sendPhotos(tried, keep))) return
  }
}

/** One after the other, each noted as it arrives. @returns false where the network went away */
async function sendPhotos(entry: OutboxEntry, keep: (entry: OutboxEntry) => Promise<void>): Promise<boolean> {
  let left = entry.photos
  for (const photo of entry.photos) {
    try {
      await sendPhoto(entry.visitId, photo)
    } catch (reason) {
      if (goesAgain(reason instanceof ApiError ? reason.code : 'internal_error')) {
        await keep({ ...entry, photos: left })
        return false
      }
      // The server will not have this one, whenever it is sent: the record stands without it.
    }
    await forgetPhoto(photo.key)
    left = left.filter(({ key }) => key !== photo.key)
    await keep({ ...entry, photos: left })
  }
  return true
}

async function sendPhoto(visitId: string, photo: OutboxPhoto): Promise<void> {
  const content = await loadPhoto(photo.key)
  if (!content) return
  const upload = {
    scope: 'staff' as const,
    name: `photo-${photo.takenAt.slice(0, 10)}.jpg`,
    ...(photo.uploadId !== undefined && { uploadId: photo.uploadId }),
  }
  const facts = await sendUpload(upload, content, () => undefined).finally(() => {
    // What has come of it is gone on with, not begun anew.
    Object.assign(photo, upload)
  })
  await call(addVisitPhoto, {
    params: { id: visitId },
    body: { photoKey: photo.key, attachmentId: facts.id, takenAt: photo.takenAt },
  })
}

/** What was sent on another day than today. */
export async function forgetOldEntries(today: string): Promise<void> {
  const old = (await loadOutbox<OutboxEntry>()).filter(
    ({ state, day, photos }) => state === 'sent' && day !== today && photos.length === 0,
  )
  await takeFromOutbox(old.map(({ key }) => key))
}
