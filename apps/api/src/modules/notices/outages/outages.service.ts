import type { OutageNotice, StaffOutage } from '@rodnik/contract/staff-outages'
import { inOrderOfUse } from '@rodnik/domain/notices/outage-state'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { type Seen, seenChanges } from '../../../platform/seen-changes.ts'
import { once, wishOf } from '../../../platform/wish.ts'
import { noticeOf, toStaffOutage } from './outage-view.ts'
import {
  findOutage,
  findOutageByWish,
  findOutages,
  insertOutage,
  lockOutage,
  markCancelled,
  markEnded,
  type OutageRow,
  raiseVersion,
  updateOutage,
} from './outages.repo.ts'

const DAYS_LISTED = 90

type Needed = Pick<Deps, 'db'>

export const listOutages = async ({ db }: Needed): Promise<StaffOutage[]> =>
  inOrderOfUse((await findOutages(db, DAYS_LISTED)).map(toStaffOutage))

/** @throws not_found */
export const showOutage = async ({ db }: Needed, id: string): Promise<StaffOutage> =>
  toStaffOutage(await rowOf(db, id))

async function rowOf(tx: Tx, id: string): Promise<OutageRow> {
  const row = await findOutage(tx, id)
  if (!row) throw new AppError('not_found')
  return row
}

/** Publishes an outage, once for each key. @throws idempotency_key_reused */
export async function addOutage(
  { db }: Needed,
  actor: Actor,
  { notice, key }: { notice: OutageNotice; key: string },
): Promise<StaffOutage> {
  const wish = wishOf(actor, key, notice)
  const by = auditName(actor)
  const id = await once(wish, (wishKey) => findOutageByWish(db, wishKey), {
    constraint: 'supply_outages_wish_key_key',
    act: () =>
      db.$transaction(async (tx) => {
        const outageId = await insertOutage(tx, notice, { by, wish })
        await tx.auditEvent.create({
          data: { actor: by, action: 'notices.outage_added', details: { outageId, after: notice } },
        })
        return outageId
      }),
  })
  return showOutage({ db }, id)
}

const changeAny = seenChanges({
  idName: 'outageId',
  lock: lockOutage,
  rowOf: rowOf,
  raiseVersion,
  viewOf: toStaffOutage,
})

/** What was cancelled stays so. @throws notice_closed */
const change: typeof changeAny = (deps, actor, { act, ...seen }) =>
  changeAny(deps, actor, {
    ...seen,
    act: (tx, row) => {
      if (row.isCancelled) throw new AppError('notice_closed')
      return act(tx, row)
    },
  })

/** @throws not_found, notice_changed_meanwhile, notice_closed, invalid_request */
export const changeOutage = (
  deps: Needed,
  actor: Actor,
  { notice, ...seen }: Seen & { notice: OutageNotice },
) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      if (row.endedAt !== null && row.endedAt < new Date(notice.startsAt).toISOString())
        throw wrong('startsAt')
      await updateOutage(tx, row.id, notice)
      return { action: 'notices.outage_changed', details: { before: noticeOf(row), after: notice } }
    },
  })

/** Says when the water came back; said again, it is corrected. @throws as changeOutage */
export const endOutage = (deps: Needed, actor: Actor, { endedAt, ...seen }: Seen & { endedAt: string }) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      const moment = new Date(endedAt).toISOString()
      if (moment < row.startsAt || moment > row.now) throw wrong('endedAt')
      await markEnded(tx, row.id, moment)
      return { action: 'notices.outage_ended', details: { before: row.endedAt, after: moment } }
    },
  })

/** @throws as changeOutage; notice_closed when it is over */
export const cancelOutage = (deps: Needed, actor: Actor, { reason, ...seen }: Seen & { reason: string }) =>
  change(deps, actor, {
    ...seen,
    async act(tx, row) {
      if (row.endedAt !== null) throw new AppError('notice_closed')
      await markCancelled(tx, row.id, reason)
      return { action: 'notices.outage_cancelled', details: { reason } }
    },
  })

const wrong = (field: string) => new AppError('invalid_request', { fields: { [field]: 'moment' } })
