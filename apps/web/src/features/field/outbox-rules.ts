import type { VisitResult } from '@rodnik/contract/field-visits'
import { type FailureCode, isUndecided } from '../../lib/call.ts'

type Refusal = { code: FailureCode; fields: Record<string, string> }

export type OutboxPhoto = {
  key: string
  takenAt: string
  uploadId?: string
  /** The server will not have it, whenever it comes: it stays on the phone until somebody has read why. */
  refusal?: Refusal
}

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
  refusal: Refusal | null
  /** Those that the server does not have; they go after the result. */
  photos: OutboxPhoto[]
}

/** What a try has come to. */
export type Tried<Answer> = { ok: true; answer: Answer } | ({ ok: false } & Refusal)

/** Whether the same may go out again: a session that is over begins anew, and a crowd of uploads goes down. */
const AGAIN: ReadonlySet<FailureCode> = new Set([
  'sign_in_required',
  'session_incomplete',
  'too_many_attempts',
  'too_many_uploads',
  'upload_incomplete',
  'readings_changed_meanwhile',
])
export const goesAgain = (code: FailureCode): boolean => isUndecided(code) || AGAIN.has(code)

/** Whether nothing else would get through now either. */
const STOPS: ReadonlySet<FailureCode> = new Set([
  'offline',
  'unavailable',
  'sign_in_required',
  'session_incomplete',
  'too_many_attempts',
])
export const stopsAll = (code: FailureCode): boolean => STOPS.has(code)

/** The entries of an inspector as they were entered: what came first is known first. */
export const inOrder = (entries: readonly OutboxEntry[], inspectorId: string): OutboxEntry[] =>
  entries
    .filter((entry) => entry.inspectorId === inspectorId)
    .toSorted((a, b) => (a.result.enteredAt < b.result.enteredAt ? -1 : 1))

/** The entry after a try to send its result: as it was where nobody can tell. */
export function afterTry(entry: OutboxEntry, tried: Tried<{ actNumber: string | null }>): OutboxEntry {
  if (tried.ok) {
    const { actNumber } = tried.answer
    return { ...entry, state: 'sent', actNumber, result: withoutTraces(entry.result) }
  }
  const { code, fields } = tried
  return goesAgain(code) ? entry : { ...entry, state: 'refused', refusal: { code, fields } }
}

/** A signature that the server has is no business of the phone. */
const withoutTraces = (result: VisitResult): VisitResult =>
  result.outcome === 'done' ? { ...result, signature: null } : result

/** Photos that are to go: after their result, and not what was refused for good. */
export const photosToSend = ({ state, photos }: OutboxEntry): OutboxPhoto[] =>
  state === 'sent' ? photos.filter(({ refusal }) => !refusal) : []

export const refusedPhotos = ({ photos }: OutboxEntry): OutboxPhoto[] =>
  photos.filter(({ refusal }) => refusal !== undefined)

/** The entry after a try to send one of its photos; one that failed in passing keeps how far it had come. */
export function afterPhoto(entry: OutboxEntry, photo: OutboxPhoto, tried: Tried<null>): OutboxEntry {
  if (tried.ok) return withoutPhoto(entry, photo.key)
  const { code, fields } = tried
  const kept = goesAgain(code) ? photo : { ...photo, refusal: { code, fields } }
  return { ...entry, photos: entry.photos.map((one) => (one.key === photo.key ? kept : one)) }
}

/** It has arrived, or its refusal was read. */
export const withoutPhoto = (entry: OutboxEntry, key: string): OutboxEntry => ({
  ...entry,
  photos: entry.photos.filter((photo) => photo.key !== key),
})

/** What was sent on another day than today, to the last photo. */
export const isForgotten = ({ state, day, photos }: OutboxEntry, today: string): boolean =>
  state === 'sent' && day !== today && photos.length === 0

/** What of earlier days still waits, or wants to be read: no list of today leads to it. */
export const leftOver = (
  entries: readonly OutboxEntry[],
  { inspectorId, visitIds }: { inspectorId: string; visitIds: ReadonlySet<string> },
): OutboxEntry[] =>
  inOrder(entries, inspectorId).filter(
    ({ visitId, state, photos }) => !visitIds.has(visitId) && (state !== 'sent' || photos.length > 0),
  )
