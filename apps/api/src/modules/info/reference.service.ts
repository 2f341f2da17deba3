import type { ReferenceRow } from '@rodnik/contract/reference'
import type { ReferenceValue } from '@rodnik/contract/staff-reference'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { subjectOf, valueOf } from '@rodnik/domain/reference/subject'
import { inForceOn, withValidTo } from '@rodnik/domain/reference/validity'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { businessDay } from './calendar.service.ts'
import {
  findLastFinalMonth,
  findReferenceRows,
  holdLastFinalMonth,
  insertReferenceRow,
  type RowKey,
  withdrawRow,
} from './reference.repo.ts'

type Db = Pick<Deps, 'db'>

/** What a final month rests on stays. Where none is final yet, the months before this one are left alone. */
const firstOpenDay = (lastFinal: string | undefined, today: string) =>
  `${lastFinal === undefined ? today.slice(0, 7) : shiftPeriod(lastFinal, 1)}-01`

/** Values newest first, by kind and subject, each with the last day it holds. */
export async function referenceValues(deps: Db, kind?: ReferenceRow['kind']) {
  const [{ today }, recorded, lastFinal] = await Promise.all([
    businessDay(deps),
    findReferenceRows(deps.db, kind),
    findLastFinalMonth(deps.db),
  ])
  const facts = new Map(recorded.map(({ row, ...rest }) => [row, rest]))
  const values = withValidTo([...facts.keys()]).map(({ row, validTo }): ReferenceValue => {
    const known = facts.get(row)
    return {
      row,
      validTo,
      recordedBy: known?.recorderName ?? null,
      recordedAt: (known?.recordedAt ?? new Date(0)).toISOString(),
    }
  })
  return { today, openFrom: firstOpenDay(lastFinal, today), values }
}

/** Of two at once the primary key takes one. @throws reference_in_the_past, reference_exists */
export async function addReferenceRow(deps: Db, actor: Actor, row: ReferenceRow): Promise<ReferenceRow> {
  const { today } = await businessDay(deps)
  await deps.db.$transaction(async (tx) => {
    const openFrom = firstOpenDay(await holdLastFinalMonth(tx), today)
    if (row.validFrom < openFrom) throw new AppError('reference_in_the_past')
    const before = await valueBefore(tx, row)
    if (!(await insertReferenceRow(tx, row, auditName(actor)))) throw new AppError('reference_exists')
    await recordChange(tx, auditName(actor), {
      action: 'reference.added',
      row,
      ...(before && { before: valueOf(before) }),
      after: { ...valueOf(row), act: row.act },
    })
  })
  return row
}

/** What would hold on the day if the row were not there. */
async function valueBefore(tx: Tx, row: ReferenceRow): Promise<ReferenceRow | undefined> {
  const rows = (await findReferenceRows(tx, row.kind)).map((recorded) => recorded.row)
  return inForceOn(
    rows.filter((other) => subjectOf(other) === subjectOf(row) && other.validFrom !== row.validFrom),
    row.validFrom,
  )
}

/** @throws not_found, reference_has_begun */
export async function withdrawReferenceRow(deps: Db, actor: Actor, key: RowKey): Promise<void> {
  const { today } = await businessDay(deps)
  await deps.db.$transaction(async (tx) => {
    const row = (await findReferenceRows(tx, key.kind))
      .map((recorded) => recorded.row)
      .find((known) => known.validFrom === key.validFrom && subjectOf(known) === key.subject)
    if (!row) throw new AppError('not_found')
    if (key.validFrom <= today) throw new AppError('reference_has_begun')
    if (!(await withdrawRow(tx, key))) throw new AppError('not_found')
    await recordChange(tx, auditName(actor), {
      action: 'reference.withdrawn',
      row,
      before: { ...valueOf(row), act: row.act },
    })
  })
}

type Change = { action: string; row: ReferenceRow; before?: object; after?: object }

export async function recordChange(tx: Tx, actor: string, { action, row, ...sides }: Change): Promise<void> {
  const { kind, validFrom } = row
  await tx.auditEvent.create({
    data: { actor, action, details: { kind, subject: subjectOf(row), validFrom, ...sides } },
  })
}
