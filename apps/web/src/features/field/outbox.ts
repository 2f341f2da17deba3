import { recordVisit, type VisitResult } from '@rodnik/contract/field-visits'
import { ApiError, call, type FailureCode, isUndecided } from '../../lib/call.ts'
import { loadOutbox, putIntoOutbox, takeFromOutbox } from '../../lib/field-store.ts'

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
}

/** Whether the same request may go out again; a session that is over begins anew, and what waits goes on. */
const goesAgain = (code: FailureCode): boolean =>
  isUndecided(code) ||
  code === 'sign_in_required' ||
  code === 'session_incomplete' ||
  code === 'too_many_attempts'

/** The entry after one try: as it was where nobody can tell, or what the server said. */
export async function tryToSend(entry: OutboxEntry): Promise<OutboxEntry> {
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

/** Sends what waits of this inspector, one after the other; whoever asks meanwhile waits for the same round. */
export function sendWaiting(inspectorId: string, onChange: () => void): Promise<void> {
  sending ??= sendAll(inspectorId, onChange).finally(() => {
    sending = undefined
  })
  return sending
}

async function sendAll(inspectorId: string, onChange: () => void): Promise<void> {
  for (const entry of await loadOutbox<OutboxEntry>()) {
    if (entry.state !== 'waiting' || entry.inspectorId !== inspectorId) continue
    const tried = await tryToSend(entry)
    if (tried.state === 'waiting') return
    await putIntoOutbox(entry.key, tried)
    onChange()
  }
}

/** What was sent on another day than today. */
export async function forgetOldEntries(today: string): Promise<void> {
  const old = (await loadOutbox<OutboxEntry>()).filter(({ state, day }) => state === 'sent' && day !== today)
  await takeFromOutbox(old.map(({ key }) => key))
}
