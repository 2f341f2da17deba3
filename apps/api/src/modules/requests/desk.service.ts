import type { QueuedRequest, QueueFilter, StaffRequest, StaffWish } from '@rodnik/contract/staff-requests'
import { officeMay } from '@rodnik/domain/requests/next-state'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { seesContacts } from '../../platform/masked-contacts.ts'
import { businessDay } from '../info/index.ts'
import { isAccount } from './asker.repo.ts'
import { showRequest } from './asker.service.ts'
import { letHappen, wishOf } from './happen.service.ts'
import { kindsOf, stepsOf } from './kinds.ts'
import { countOpen, findOfAccount, findQueue } from './queue.repo.ts'
import { queueCursor, queuePlaceOf } from './queue-cursor.ts'
import { findKind } from './requests.repo.ts'
import { findColleagues, findDeskFacts } from './staff-view.repo.ts'

type Db = Pick<Deps, 'db'>
const PAGE = 50

/** @throws invalid_request for a foreign cursor */
export async function queueFor(
  deps: Db,
  { userId, roles }: Actor,
  { cursor, ...filter }: QueueFilter,
): Promise<{ requests: QueuedRequest[]; nextCursor: string | null }> {
  const { today } = await businessDay(deps)
  const after = queuePlaceOf(cursor)
  const found = await findQueue(deps.db, {
    ...filter,
    kinds: kindsOf(roles),
    userId,
    today,
    after,
    limit: PAGE + 1,
  })
  const requests = found.slice(0, PAGE)
  const last = requests.at(-1)
  return { requests, nextCursor: found.length > PAGE && last ? queueCursor(last) : null }
}

/** Every kind that the member works on, also those with nothing to do. */
export async function queueCounts(deps: Db, { userId, roles }: Actor) {
  const { today } = await businessDay(deps)
  const kinds = kindsOf(roles)
  const counts = new Map(
    (await countOpen(deps.db, { kinds, userId, today })).map((count) => [count.kind, count]),
  )
  const none = { open: 0, late: 0, dueToday: 0, mine: 0, nobodys: 0 }
  return { today, kinds: kinds.map((kind) => counts.get(kind) ?? { kind, ...none }) }
}

/** @throws not_found */
export async function requestsOfAccount(deps: Db, { roles }: Actor, accountId: string) {
  if (!(await isAccount(deps.db, accountId))) throw new AppError('not_found')
  const { today } = await businessDay(deps)
  return { today, requests: await findOfAccount(deps.db, accountId, kindsOf(roles)) }
}

/** @throws not_found for a request of a kind that the member does not work on */
export async function staffRequest({ db }: Db, { roles, userId }: Actor, id: string): Promise<StaffRequest> {
  const view = await showRequest({ db }, id, { kinds: kindsOf(roles) })
  const { happened, contact, ...facts } = await findDeskFacts(db, id)
  const steps = stepsOf(view.kind)
  return {
    ...view,
    ...facts,
    isMine: facts.assignee?.id === userId,
    contact: seesContacts({ roles }) ? contact : null,
    steps: steps.map((step) => ({ step, hasHappened: happened.includes(step) })),
    officeMay: officeMay({ state: view.state, steps, happened }),
  }
}

export type Work = { id: string; key: string; wish: StaffWish }

/** @throws as letHappen; not_found also for somebody who cannot sign in or does not work on the kind */
export async function workOnRequest(deps: Db, actor: Actor, work: Work): Promise<StaffRequest> {
  await deps.db.$transaction((tx) => workIn(tx, actor, work))
  return staffRequest(deps, actor, work.id)
}

/** In a transaction of the caller's. @throws as workOnRequest */
export async function workIn(tx: Tx, actor: Actor, { id, key, wish }: Work): Promise<void> {
  const by = auditName(actor)
  const handed =
    wish.type === 'taken' ? await colleagueOf(tx, id, wish.assigneeId ?? actor.userId) : undefined
  await letHappen(tx, {
    requestId: id,
    reader: { kinds: kindsOf(actor.roles) },
    actor: by,
    event: { type: wish.type },
    isInternal: wish.type === 'noted' || wish.type === 'taken',
    ...('text' in wish && { text: wish.text }),
    ...('attachmentIds' in wish && { attachmentIds: wish.attachmentIds }),
    ...('seen' in wish && { seen: wish.seen }),
    ...(handed !== undefined && { assigneeId: handed }),
    wish: wishOf(by, key, wish),
  })
}

/** Whoever does not work on the kind would never find the request that was handed to them. */
async function colleagueOf(tx: Tx, requestId: string, userId: string): Promise<string> {
  const colleague = (await findColleagues(tx)).find(({ id }) => id === userId)
  const kind = await findKind(tx, requestId)
  if (!colleague || !kindsOf(colleague.roles).some((name) => name === kind)) throw new AppError('not_found')
  return userId
}
