import type { TwoLanguages } from '@rodnik/contract/offices'
import type { OutageKind, OutageService, StreetPart } from '@rodnik/contract/outages'
import type { OutageNotice } from '@rodnik/contract/staff-outages'
import type { Tx } from '../../../platform/db.ts'
import type { Wish } from '../../../platform/wish.ts'
import { outageColumns } from './outages.sql.ts'

export type OutageRow = {
  id: string
  kind: OutageKind
  services: OutageService[]
  title: TwoLanguages
  advice: TwoLanguages
  water: TwoLanguages
  streets: StreetPart[]
  startsAt: string
  expectedEndAt: string | null
  endedAt: string | null
  changedAt: string
  isCancelled: boolean
  cancelReason: string | null
  version: number
  recordedAt: string
  recordedBy: string
  /** The moment of looking, by the clock of the database. */
  now: string
}

/** More than a city has in three months; the newest of them. */
const MOST = 1000

/** Those that may matter still, and those of so many days before. */
export const findOutages = (tx: Tx, days: number) => tx.$queryRaw<OutageRow[]>`
  SELECT ${outageColumns} FROM supply_outages o
  WHERE coalesce(o.ended_at, o.cancelled_at, o.expected_end_at + interval '1 day',
      greatest(o.starts_at, o.changed_at) + interval '3 days')
    > app_now() - make_interval(days => ${days}::int)
  ORDER BY o.starts_at DESC, o.id LIMIT ${MOST}`

export async function findOutage(tx: Tx, id: string): Promise<OutageRow | undefined> {
  const [row] = await tx.$queryRaw<OutageRow[]>`
    SELECT ${outageColumns} FROM supply_outages o WHERE o.id = ${id}::uuid`
  return row
}

/** One change of an outage at a time. */
export async function lockOutage(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM supply_outages WHERE id = ${id}::uuid FOR NO KEY UPDATE`
}

export const findOutageByWish = (tx: Tx, wishKey: string) =>
  tx.supplyOutage.findUnique({ where: { wishKey }, select: { id: true, wishHash: true } })

const columnsOf = ({ title, advice, water, startsAt, expectedEndAt, ...rest }: OutageNotice) => ({
  ...rest,
  titleRu: title.ru,
  titleEn: title.en,
  adviceRu: advice.ru,
  adviceEn: advice.en,
  waterRu: water.ru,
  waterEn: water.en,
  startsAt: new Date(startsAt),
  expectedEndAt: expectedEndAt === null ? null : new Date(expectedEndAt),
})

/** @throws a unique violation when there is one of this wish */
export async function insertOutage(
  tx: Tx,
  notice: OutageNotice,
  { by, wish }: { by: string; wish: Wish },
): Promise<string> {
  const { id } = await tx.supplyOutage.create({
    data: { ...columnsOf(notice), recordedBy: by, wishKey: wish.key, wishHash: wish.hash },
    select: { id: true },
  })
  return id
}

/** Whoever changes it has locked it before. */
export async function updateOutage(tx: Tx, id: string, notice: OutageNotice): Promise<void> {
  await tx.supplyOutage.update({ where: { id }, data: columnsOf(notice), select: { id: true } })
}

export async function markEnded(tx: Tx, id: string, endedAt: string): Promise<void> {
  await tx.supplyOutage.update({ where: { id }, data: { endedAt: new Date(endedAt) }, select: { id: true } })
}

export async function markCancelled(tx: Tx, id: string, reason: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE supply_outages SET cancelled_at = app_now(), cancel_reason = ${reason} WHERE id = ${id}::uuid`
}

export async function raiseVersion(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE supply_outages SET version = version + 1, changed_at = app_now() WHERE id = ${id}::uuid`
}
