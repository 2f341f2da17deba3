import type { Recalculation, RecalculationFacts } from '@rodnik/contract/recalculations'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { findOwed } from './owed-recalculation.repo.ts'
import {
  findRecalculations,
  findWaitingInspection,
  holdRecalculation,
  insertRecalculation,
  setWithdrawn,
} from './recalculations.repo.ts'
import { assertRecordable, closedMonths } from './recordable.service.ts'

type Db = Pick<Deps, 'db'>
type ClosedMonths = Awaited<ReturnType<typeof closedMonths>>

/** @throws not_found */
export async function recalculationsOf(
  deps: Db,
  accountId: string,
): Promise<{ recalculations: Recalculation[]; closed: ClosedMonths; owed: ClosedMonths }> {
  const closed = await closedMonths(deps, accountId)
  const owed = closed && (await findOwed(deps.db, accountId, closed))
  return { recalculations: await findRecalculations(deps.db, accountId), closed, owed }
}

type Wish = { accountId: string; facts: RecalculationFacts; reason: string }

/** Of two at once the database takes one. @throws recalculation_exists, and as assertRecordable */
export async function addRecalculation(
  deps: Db,
  actor: Actor,
  { accountId, facts, reason }: Wish,
): Promise<string> {
  await assertRecordable(deps, accountId, facts)
  return deps.db.$transaction((tx) => recordRecalculation(tx, auditName(actor), { accountId, facts, reason }))
}

/** In the transaction of what it follows from; the caller has previewed it. @throws recalculation_exists */
export async function recordRecalculation(
  tx: Tx,
  by: string,
  { accountId, facts, reason }: Wish,
): Promise<string> {
  const id = await insertRecalculation(tx, { accountId, facts, reason, by })
  if (id === undefined) throw new AppError('recalculation_exists')
  await tx.auditEvent.create({
    data: {
      actor: by,
      action: 'recalculation.added',
      accountId,
      details: { recalculation: id, ...facts, reason },
    },
  })
  return id
}

type Inspection = Wish & { facts: Extract<RecalculationFacts, { kind: 'inspection' }> }

/**
 * What an inspector found, in the transaction of the visit. Of several findings on a meter in a month the last one
 * tells where it stands: it takes the place of one that waits, and follows one that was charged. The same finding
 * again, or one of an earlier day than the one that waits, changes nothing.
 */
export async function recordInspection(tx: Tx, by: string, wish: Inspection): Promise<void> {
  const waiting = await findWaitingInspection(tx, wish.accountId, wish.facts)
  if (waiting) {
    const { foundOn, foundLitres } = wish.facts
    if (waiting.foundOn > foundOn) return
    if (waiting.foundOn === foundOn && waiting.foundLitres === foundLitres) return
    await withdrawIfOpen(tx, by, {
      accountId: wish.accountId,
      id: waiting.id,
      reason: `Вместо него: ${wish.reason}`,
    })
  }
  await recordRecalculation(tx, by, wish)
}

type Withdrawal = { accountId: string; id: string; reason: string }

/**
 * A draft that has it becomes stale: it is made anew before it is final.
 * @throws not_found when it is not of this account or was withdrawn; recalculation_final when a month has charged it
 */
export async function withdrawRecalculation({ db }: Db, actor: Actor, withdrawal: Withdrawal): Promise<void> {
  await db.$transaction(async (tx) => {
    const state = await withdrawIfOpen(tx, auditName(actor), withdrawal)
    if (state === 'gone') throw new AppError('not_found')
    if (state === 'final') throw new AppError('recalculation_final')
  })
}

async function withdrawIfOpen(
  tx: Tx,
  by: string,
  { accountId, id, reason }: Withdrawal,
): Promise<'withdrawn' | 'final' | 'gone'> {
  const found = await holdRecalculation(tx, accountId, id)
  if (!found || found.isWithdrawn) return 'gone'
  if (found.isFinal) return 'final'
  await setWithdrawn(tx, id, by, reason)
  await tx.auditEvent.create({
    data: { actor: by, action: 'recalculation.withdrawn', accountId, details: { recalculation: id, reason } },
  })
  return 'withdrawn'
}
