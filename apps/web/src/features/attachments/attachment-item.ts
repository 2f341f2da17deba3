import {
  ATTACHMENT_ACCEPT,
  type AttachmentFacts,
  AttachmentRefusal,
  MAX_ATTACHMENTS,
  MAX_PDF_BYTES,
  MAX_PICTURE_BYTES,
} from '@rodnik/contract/attachments'
import { fileName } from '@rodnik/domain/attachments/file-name'
import { ApiError, isUndecided } from '../../lib/call.ts'

/** Why a file does not go: said by the server, or seen before anything was sent. */
export type AttachmentFault =
  | AttachmentRefusal
  | 'empty'
  | 'picture_too_large'
  | 'too_many_attempts'
  | 'too_many_uploads'
  | 'sign_in_required'
  | 'unexpected'

export type Phase =
  | { kind: 'queued' | 'preparing' | 'checking' }
  | { kind: 'sending'; share: number }
  /** No network at this moment: it goes on by itself. */
  | { kind: 'waiting' }
  /** It waits for the person to try again. */
  | { kind: 'stopped' }
  | { kind: 'refused'; fault: AttachmentFault }
  | { kind: 'done'; facts: AttachmentFacts }

export type AttachmentItem = { key: string; name: string; bytes: number; phase: Phase }

/** `left`: files that were chosen beyond the ten. */
export type AttachmentList = { items: readonly AttachmentItem[]; left: number }

export const NO_ATTACHMENTS: AttachmentList = { items: [], left: 0 }

export type Change =
  | { kind: 'add'; items: readonly AttachmentItem[]; left: number }
  | { kind: 'phase'; key: string; phase: Phase }
  | { kind: 'remove'; key: string }

export function changed({ items, left }: AttachmentList, change: Change): AttachmentList {
  if (change.kind === 'add') return { items: [...items, ...change.items], left: change.left }
  const { key } = change
  if (change.kind === 'remove') return { items: items.filter((item) => item.key !== key), left: 0 }
  return { items: items.map((item) => (item.key === key ? { ...item, phase: change.phase } : item)), left }
}

/** What of the chosen files finds room beside those that are there; refused ones take none. */
export function withRoom<T>(items: readonly AttachmentItem[], chosen: readonly T[]) {
  const taken = items.filter(({ phase }) => phase.kind !== 'refused').length
  const fitting = chosen.slice(0, Math.max(0, MAX_ATTACHMENTS - taken))
  return { fitting, left: chosen.length - fitting.length }
}

type Chosen = Pick<File, 'name' | 'size' | 'type'>

export const newItem = (key: string, { name, size }: Chosen): AttachmentItem => ({
  key,
  name: fileName(name),
  bytes: size,
  phase: { kind: 'queued' },
})

const HEIC = /^image\/hei[cf]/
const TAKEN_TYPES = new Set(ATTACHMENT_ACCEPT.split(','))

/** What can be said of a file before it is sent; the server looks into it and has the last word. */
export function faultBefore({ size, type }: Pick<File, 'size' | 'type'>): AttachmentFault | undefined {
  if (size === 0) return 'empty'
  if (HEIC.test(type)) return 'heic'
  // Some systems do not know what a file is.
  if (type !== '' && !TAKEN_TYPES.has(type)) return 'type'
  if (type === 'application/pdf') return size > MAX_PDF_BYTES ? 'pdf_too_large' : undefined
  return size > MAX_PICTURE_BYTES ? 'picture_too_large' : undefined
}

const SAID_FAULTS = ['too_many_attempts', 'too_many_uploads', 'sign_in_required'] as const

/** What a failure means for the file: try again by oneself, ask the person to, or never. */
export function phaseAfter(reason: unknown): Phase {
  if (!(reason instanceof ApiError)) return { kind: 'refused', fault: 'unexpected' }
  if (isUndecided(reason.code)) return { kind: 'stopped' }
  const refusal = AttachmentRefusal.safeParse(reason.problem?.fields?.['file'])
  if (reason.code === 'attachment_refused' && refusal.success) return { kind: 'refused', fault: refusal.data }
  const said = SAID_FAULTS.find((code) => code === reason.code)
  return { kind: 'refused', fault: said ?? 'unexpected' }
}

const RETRY_SECONDS = [2, 5, 10, 20] as const

/** How long to wait before the next try by oneself; undefined: no more of them, or none would help. */
export function secondsBeforeRetry(reason: unknown, tries: number): number | undefined {
  if (!(reason instanceof ApiError) || !isUndecided(reason.code)) return undefined
  const seconds = RETRY_SECONDS[tries]
  return seconds && Math.max(seconds, reason.problem?.retryAfterSeconds ?? 0)
}

/** Something of it is still on its way, or waits for the person. */
export const isUnsettled = ({ phase }: AttachmentItem): boolean =>
  phase.kind !== 'done' && phase.kind !== 'refused'
