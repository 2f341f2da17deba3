import { ReferenceRow } from '@rodnik/contract/reference'
import { subjectOf } from '@rodnik/domain/reference/subject'
import type { Tx } from '../../platform/db.ts'
import { Prisma } from '../../platform/prisma/client.ts'

/** Who recorded what came with a file. */
export const BY_FILE = 'import'

export type RecordedRow = {
  row: ReferenceRow
  recordedBy: string
  recorderName: string | null
  recordedAt: Date
  isWithdrawn: boolean
}

type Cells = {
  kind: string
  validFrom: string
  value: Record<string, unknown>
  act: string
} & Omit<RecordedRow, 'row'>

/** Every row there has been, those taken back too. */
export async function findRecordedRows(tx: Tx, kind?: string): Promise<RecordedRow[]> {
  const rows = await tx.$queryRaw<Cells[]>`
    SELECT r.kind, r.valid_from::text AS "validFrom", r.value, r.act, r.recorded_by AS "recordedBy",
      r.recorded_at AS "recordedAt", r.withdrawn_at IS NOT NULL AS "isWithdrawn",
      coalesce(nullif(u.name, ''), u.email) AS "recorderName"
    FROM reference_values r
    LEFT JOIN users u ON u.id = CASE WHEN r.recorded_by ~ '^staff:[0-9a-f-]{36}$'
      THEN split_part(r.recorded_by, ':', 2)::uuid END
    WHERE ${kind === undefined ? Prisma.sql`true` : Prisma.sql`r.kind = ${kind}`}
    ORDER BY r.kind, r.subject, r.valid_from DESC`
  return rows.map(({ kind: of, validFrom, value, act, ...facts }) => ({
    row: ReferenceRow.parse({ ...value, kind: of, validFrom, act }),
    ...facts,
  }))
}

/** What holds, held or will hold. */
export async function findReferenceRows(tx: Tx, kind?: string): Promise<RecordedRow[]> {
  return (await findRecordedRows(tx, kind)).filter(({ isWithdrawn }) => !isWithdrawn)
}

function cellsOf(row: ReferenceRow) {
  const { kind, validFrom, act, ...value } = row
  return { kind, validFrom, act, subject: subjectOf(row), value: JSON.stringify(value) }
}

/** False when there is a value of that subject from that day already; one that was taken back gives way. */
export async function insertReferenceRow(tx: Tx, row: ReferenceRow, recordedBy: string): Promise<boolean> {
  const { kind, validFrom, act, subject, value } = cellsOf(row)
  const changed = await tx.$executeRaw`
    INSERT INTO reference_values AS r (kind, subject, valid_from, value, act, recorded_by)
    VALUES (${kind}, ${subject}, ${validFrom}::date, ${value}::jsonb, ${act}, ${recordedBy})
    ON CONFLICT (kind, subject, valid_from) DO UPDATE
      SET value = excluded.value, act = excluded.act, recorded_by = excluded.recorded_by,
        recorded_at = app_now(), withdrawn_at = NULL
      WHERE r.withdrawn_at IS NOT NULL`
  return changed === 1
}

/** Only a row that came with a file is corrected by its file. */
export async function correctImportedRow(tx: Tx, row: ReferenceRow): Promise<boolean> {
  const { kind, validFrom, act, subject, value } = cellsOf(row)
  const changed = await tx.$executeRaw`
    UPDATE reference_values SET value = ${value}::jsonb, act = ${act}, recorded_at = app_now()
    WHERE kind = ${kind} AND subject = ${subject} AND valid_from = ${validFrom}::date
      AND recorded_by = ${BY_FILE} AND withdrawn_at IS NULL`
  return changed === 1
}

export type RowKey = { kind: string; subject: string; validFrom: string }

/** False when it is not there any more, or was taken back. */
export async function withdrawRow(tx: Tx, { kind, subject, validFrom }: RowKey): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE reference_values SET withdrawn_at = app_now()
    WHERE kind = ${kind} AND subject = ${subject} AND valid_from = ${validFrom}::date AND withdrawn_at IS NULL`
  return changed === 1
}

/**
 * The last month that is final, as 2026-10. Months under way stay as they are until the transaction ends, so that
 * none becomes final meanwhile.
 */
export async function holdLastFinalMonth(tx: Tx): Promise<string | undefined> {
  await tx.$queryRaw`SELECT FROM billing_periods WHERE state <> 'final' FOR SHARE`
  return findLastFinalMonth(tx)
}

export async function findLastFinalMonth(tx: Tx): Promise<string | undefined> {
  const [last] = await tx.$queryRaw<{ period: string }[]>`
    SELECT to_char(period, 'YYYY-MM') AS period FROM billing_periods
    WHERE state = 'final' ORDER BY billing_periods.period DESC LIMIT 1`
  return last?.period
}

/** Loaders take turns: instances that start together load the same files. */
export async function takeLoadersTurn(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('rodnik reference'))`
}
