import type { RequestState } from '@rodnik/contract/requests'
import { nextState, type RequestEvent } from '@rodnik/domain/requests/next-state'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import type { Prisma } from '../../platform/prisma/client.ts'
import { isSame, sha256 } from '../../platform/secrets.ts'
import { businessDay } from '../info/index.ts'
import type { ToldVisit } from '../notifications/index.ts'
import { encloseFiles } from './enclosed.service.ts'
import { findWish, type HeldRequest, hasNewer, holdRequest, recordEvent, type Wish } from './happen.repo.ts'
import { tellFiler } from './letters.repo.ts'
import type { Reader } from './reader.ts'
import { termOf } from './term.service.ts'

export type Cause = {
  requestId: string
  /** As whom it is looked for: what they may not see is not there. */
  reader: Reader
  event: RequestEvent
  /** As audit events name them. */
  actor: string
  text?: string
  /** Files that the actor has sent, to go with it. */
  attachmentIds?: readonly string[] | undefined
  /** Only for the office to see. */
  isInternal?: boolean
  /** Who works on it from now on; null: nobody. Not given: as before. */
  assigneeId?: string | null
  /** What a step has done, kept beside it. */
  details?: Prisma.InputJsonObject
  /** The last entry of the history that the actor has seen; what came later stops them. */
  seen?: string | undefined
  /** Of a letter about a visit; asked for while the request is held. */
  tells?: () => Promise<ToldVisit | undefined>
  wish: Wish
}

/** A wish of one actor under a key; `body` is what a repetition must bring again. */
export const wishOf = (actor: string, key: string, body: unknown): Wish => ({
  key: `${actor} ${key}`,
  hash: sha256(canonicalJson(body)),
})

/**
 * Lets something happen to a request, in the transaction of what it is about: visits, corrections and the desk all
 * come through here. The same wish again changes nothing.
 * @returns what the request is now
 * @throws not_found, also for a file that the actor has not sent; request_state_changed when it cannot happen any more; request_step_missing; request_has_effect;
 * request_changed_meanwhile; idempotency_key_reused
 */
export async function letHappen(tx: Tx, cause: Cause): Promise<{ state: RequestState; isNew: boolean }> {
  const request = await holdRequest(tx, cause.requestId, cause.reader)
  if (!request) throw new AppError('not_found')
  const known = await findWish(tx, request.id, cause.wish.key)
  if (known) {
    if (!isSame(known, cause.wish.hash)) throw new AppError('idempotency_key_reused')
    return { state: request.state, isNew: false }
  }
  if (cause.seen !== undefined && (await hasNewer(tx, request.id, cause.seen))) {
    throw new AppError('request_changed_meanwhile')
  }
  const next = decide(request, cause.event)
  const {
    event,
    actor,
    text = null,
    isInternal = false,
    wish,
    assigneeId,
    details,
    attachmentIds = [],
  } = cause
  const dueOn = await newTerm(tx, request, event)
  const eventId = await recordEvent(tx, request, next, {
    event,
    actor,
    text,
    isInternal,
    wish,
    dueOn,
    details,
    ...(assigneeId !== undefined && { assigneeId }),
  })
  await encloseFiles(tx, { eventId, uploader: actor, attachmentIds })
  await tell(tx, cause)
  return { state: next.state, isNew: true }
}

/** What is opened anew is answered within a term of its own. */
async function newTerm(tx: Tx, { kind }: HeldRequest, event: RequestEvent): Promise<string | undefined> {
  if (event.type !== 'reopened') return undefined
  const { today } = await businessDay({ db: tx })
  return termOf(tx, kind, today)
}

const tell = async (tx: Tx, { requestId, event, tells }: Cause): Promise<void> =>
  tellFiler(tx, requestId, event.type, await tells?.())

const CODES = {
  event_refused: 'request_state_changed',
  step_missing: 'request_step_missing',
  has_effect: 'request_has_effect',
} as const

function decide(request: HeldRequest, event: RequestEvent) {
  if (event.type === 'reopened' && !request.isReopenable) throw new AppError('request_state_changed')
  const next = nextState(request, event)
  if (!next.ok) throw new AppError(CODES[next.code])
  return next
}
