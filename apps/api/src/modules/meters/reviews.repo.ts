import type { WaitingReading } from '@rodnik/contract/staff-readings'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Tx } from '../../platform/db.ts'

const PAGE = 100

type Row = Omit<WaitingReading, 'submissionNumber' | 'recordedAt'> & {
  submissionId: bigint | null
  recordedAt: Date
}

/** What nobody has decided of, the oldest first; one more than a page tells that there are others. */
export async function findWaiting(tx: Tx): Promise<{ readings: WaitingReading[]; hasMore: boolean }> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.meter_id AS "meterId", r.revision, m.service::text, m.type, m.serial,
      json_build_object('id', a.id, 'number', a.number, 'street', p.street, 'house', p.house, 'flat', p.flat) AS account,
      to_char(r.period, 'YYYY-MM') AS period, r.value_litres AS "valueLitres", r.source::text,
      r.review_reason::text AS reason, r.recorded_at AS "recordedAt", r.taken_on::text AS "takenOn",
      r.submission_id AS "submissionId",
      (SELECT c.value_litres FROM readings c WHERE c.meter_id = r.meter_id AND c.state = 'accepted'
        AND c.period = r.period ORDER BY c.revision DESC LIMIT 1) AS "countsLitres",
      (SELECT c.value_litres FROM readings c WHERE c.meter_id = r.meter_id AND c.state = 'accepted'
        AND c.period < r.period ORDER BY c.period DESC, c.revision DESC LIMIT 1) AS "previousLitres"
    FROM readings r
    JOIN meters m ON m.id = r.meter_id
    JOIN accounts a ON a.id = m.account_id
    JOIN premises p ON p.id = a.premises_id
    WHERE r.state = 'on_review' AND NOT EXISTS (
      SELECT FROM reading_reviews v WHERE v.meter_id = r.meter_id AND v.revision = r.revision
    )
    ORDER BY r.recorded_at, r.meter_id, r.revision LIMIT ${PAGE + 1}`
  const readings = rows.slice(0, PAGE).map(({ submissionId, recordedAt, ...reading }) => ({
    ...reading,
    recordedAt: recordedAt.toISOString(),
    submissionNumber: submissionId === null ? null : submissionNumber(reading.period, submissionId),
  }))
  return { readings, hasMore: rows.length > PAGE }
}

export type Reviewed = {
  accountId: string
  period: string
  valueLitres: number
  takenOn: string
  isDecided: boolean
  isRollover: boolean
  wholeDigits: number
}

/** A reading on review, its meter held until the transaction ends. */
export async function lockReviewed(tx: Tx, meterId: string, revision: number): Promise<Reviewed | undefined> {
  const [row] = await tx.$queryRaw<Omit<Reviewed, 'isDecided'>[]>`
    SELECT m.account_id AS "accountId", to_char(r.period, 'YYYY-MM') AS period, r.value_litres AS "valueLitres",
      r.taken_on::text AS "takenOn", r.is_rollover AS "isRollover", m.whole_digits AS "wholeDigits"
    FROM meters m JOIN readings r ON r.meter_id = m.id
    WHERE m.id = ${meterId}::uuid AND r.revision = ${revision} AND r.state = 'on_review' FOR UPDATE OF m`
  if (!row) return undefined
  // Asked only now: whoever held the meter before may have decided.
  const isDecided = (await tx.readingReview.count({ where: { meterId, revision } })) > 0
  return { ...row, isDecided }
}

type Neighbours = { previousLitres: number | null; laterLitres: number | null; lastRevision: number }

export async function neighboursOf(tx: Tx, meterId: string, period: string): Promise<Neighbours> {
  const [row] = await tx.$queryRaw<Neighbours[]>`
    SELECT
      (SELECT c.value_litres FROM readings c WHERE c.meter_id = m.id AND c.state = 'accepted'
        AND c.period < ${`${period}-01`}::date ORDER BY c.period DESC, c.revision DESC LIMIT 1) AS "previousLitres",
      (SELECT c.value_litres FROM readings c WHERE c.meter_id = m.id AND c.state = 'accepted'
        AND c.period > ${`${period}-01`}::date ORDER BY c.period, c.revision DESC LIMIT 1) AS "laterLitres",
      (SELECT max(c.revision) FROM readings c WHERE c.meter_id = m.id) AS "lastRevision"
    FROM meters m WHERE m.id = ${meterId}::uuid`
  if (!row) throw new Error(`The meter ${meterId} is held and is not there`)
  return row
}

type Counted = { meterId: string; revision: number; countedRevision: number; usedLitres: number }

/** The row by which a reading on review counts: everything of it but its state. */
export async function insertCounted(
  tx: Tx,
  { meterId, revision, countedRevision, usedLitres }: Counted,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO readings (meter_id, revision, period, value_litres, used_litres, is_rollover, taken_on, source,
      review_reason, recount_of)
    SELECT meter_id, ${countedRevision}, period, value_litres, ${usedLitres}, is_rollover, taken_on, source,
      review_reason, revision
    FROM readings WHERE meter_id = ${meterId}::uuid AND revision = ${revision}`
}

type Decision = {
  meterId: string
  revision: number
  countedRevision: number | null
  reason: string
  decidedBy: string
}

export const insertReview = (tx: Tx, decision: Decision) => tx.readingReview.create({ data: decision })
