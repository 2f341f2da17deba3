import type { Recalculation, RecalculationFacts } from '@rodnik/contract/recalculations'
import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { Tx } from '../../../platform/db.ts'
import { memberName } from '../../../platform/member-name.sql.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { FACTS } from './facts.sql.ts'

type Row = Omit<Recalculation, 'recordedAt' | 'amountKopecks' | 'withdrawal'> & {
  recordedAt: Date
  amountKopecks: bigint | null
  withdrawnReason: string | null
  withdrawnBy: string | null
  withdrawnAt: Date | null
}

/** The newest first. */
export async function findRecalculations(tx: Tx, accountId: string): Promise<Recalculation[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, ${Prisma.raw(FACTS)} AS facts, r.reason, r.recorded_at AS "recordedAt",
      CASE WHEN r.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN r.final_at IS NOT NULL THEN 'final'
        WHEN r.taken_in IS NOT NULL THEN 'taken' ELSE 'waiting' END AS state,
      ${Prisma.raw(memberName('r.recorded_by'))} AS "recordedBy", to_char(r.taken_in, 'YYYY-MM') AS "takenIn",
      CASE WHEN r.taken_in IS NOT NULL THEN r.amount_kopecks END AS "amountKopecks",
      CASE WHEN r.refusal_code IS NOT NULL THEN json_build_object('ok', false, 'code', r.refusal_code,
        'subject', r.refusal_subject, 'day', r.refusal_day) END AS refusal,
      r.withdrawn_reason AS "withdrawnReason", ${Prisma.raw(memberName('r.withdrawn_by'))} AS "withdrawnBy",
      r.withdrawn_at AS "withdrawnAt"
    FROM recalculations r WHERE r.account_id = ${accountId}::uuid
    ORDER BY r.recorded_at DESC, r.id`
  return rows.map(({ recordedAt, amountKopecks, withdrawnReason, withdrawnBy, withdrawnAt, ...row }) => ({
    ...row,
    recordedAt: recordedAt.toISOString(),
    amountKopecks: amountKopecks === null ? null : Number(amountKopecks),
    withdrawal:
      withdrawnAt && withdrawnReason !== null
        ? { reason: withdrawnReason, by: withdrawnBy, at: withdrawnAt.toISOString() }
        : null,
  }))
}

export type AccountMonths = {
  /** The last month that is final; null before the first. */
  lastFinal: string | null
  /** The first month that is neither final nor drafted. */
  nextDraft: string | null
  /** The first final month that this account was charged for, or refused. */
  firstBilled: string | null
}

/** Undefined: there is no such account. */
export async function findAccountMonths(tx: Tx, accountId: string): Promise<AccountMonths | undefined> {
  const [found] = await tx.$queryRaw<AccountMonths[]>`
    SELECT
      (SELECT to_char(max(period), 'YYYY-MM') FROM billing_periods WHERE state = 'final') AS "lastFinal",
      (SELECT to_char(max(period) + interval '1 month', 'YYYY-MM') FROM billing_periods) AS "nextDraft",
      (SELECT to_char(min(p.period), 'YYYY-MM') FROM billing_periods p WHERE p.state = 'final' AND (
        EXISTS (SELECT FROM charges c WHERE c.account_id = a.id AND c.period = p.period)
        OR EXISTS (SELECT FROM refused_charges f WHERE f.account_id = a.id AND f.period = p.period)
      )) AS "firstBilled"
    FROM accounts a WHERE a.id = ${accountId}::uuid`
  return found
}

export const hasMeter = async (tx: Tx, accountId: string, meterId: string): Promise<boolean> =>
  (await tx.meter.count({ where: { id: meterId, accountId } })) > 0

/** First and last month that the facts are about. */
export function monthsOf(facts: RecalculationFacts): { first: string; last: string } {
  if (facts.kind === 'months') return { first: facts.from, last: facts.to }
  const month = periodOf(facts.foundOn)
  if (facts.kind === 'inspection') return { first: month, last: month }
  return { first: shiftPeriod(month, -facts.months), last: shiftPeriod(month, -1) }
}

type NewRow = { accountId: string; facts: RecalculationFacts; reason: string; by: string }

/** Undefined: one of the same months waits already, whoever recorded it at whatever instant. */
export async function insertRecalculation(
  tx: Tx,
  { accountId, facts, reason, by }: NewRow,
): Promise<string | undefined> {
  const { first, last } = monthsOf(facts)
  const found = facts.kind === 'inspection' ? facts : undefined
  const foundOn = facts.kind === 'months' ? null : facts.foundOn
  const actNumber = facts.kind === 'unauthorised' ? facts.actNumber : null
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO recalculations (account_id, kind, first_period, last_period, meter_id, found_on, found_litres,
      act_number, reason, recorded_by)
    VALUES (${accountId}::uuid, ${facts.kind}::recalculation_kind, ${`${first}-01`}::date, ${`${last}-01`}::date,
      ${found?.meterId ?? null}::uuid, ${foundOn}::date, ${found?.foundLitres ?? null}::int, ${actNumber}, ${reason}, ${by})
    ON CONFLICT DO NOTHING RETURNING id`
  return row?.id
}

type Inspection = Extract<RecalculationFacts, { kind: 'inspection' }>

/** The inspection of a meter that waits in the month of a day, if there is one. */
export async function findWaitingInspection(
  tx: Tx,
  accountId: string,
  { meterId, foundOn }: Inspection,
): Promise<{ id: string; foundOn: string; foundLitres: number } | undefined> {
  const [row] = await tx.$queryRaw<{ id: string; foundOn: string; foundLitres: number }[]>`
    SELECT id, found_on::text AS "foundOn", found_litres AS "foundLitres" FROM recalculations
    WHERE account_id = ${accountId}::uuid AND kind = 'inspection' AND meter_id = ${meterId}::uuid
      AND first_period = ${`${periodOf(foundOn)}-01`}::date AND withdrawn_at IS NULL AND final_at IS NULL`
  return row
}

/** The month whose draft has it stays as it is until the transaction ends, so that it does not become final. */
export async function holdRecalculation(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<{ isFinal: boolean; isWithdrawn: boolean } | undefined> {
  await tx.$queryRaw`
    SELECT FROM billing_periods WHERE period = (
      SELECT taken_in FROM recalculations WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid
    ) FOR SHARE`
  const [row] = await tx.$queryRaw<{ isFinal: boolean; isWithdrawn: boolean }[]>`
    SELECT final_at IS NOT NULL AS "isFinal", withdrawn_at IS NOT NULL AS "isWithdrawn"
    FROM recalculations WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid FOR UPDATE`
  return row
}

export async function setWithdrawn(tx: Tx, id: string, by: string, reason: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE recalculations SET withdrawn_at = app_now(), withdrawn_by = ${by}, withdrawn_reason = ${reason}
    WHERE id = ${id}::uuid`
}
