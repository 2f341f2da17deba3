import type { DeskMeter, DeskReading, DeskWork } from '@rodnik/contract/meter-works'
import { submissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Tx } from '../../platform/db.ts'
import { memberName } from '../../platform/member-name.sql.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import { utcInstant } from '../../platform/utc-instant.sql.ts'

const MAX_READINGS = 36
const MAX_WORKS = 50

type ReadingRow = Omit<DeskReading, 'submissionNumber'> & { submissionId: string | null }
type Row = Omit<DeskMeter, 'readings' | 'works'> & {
  works: DeskWork[] | null
  readings: ReadingRow[] | null
}

const WORKS = `
  SELECT json_agg(w) FROM (
    SELECT w.id, w.kind, w.done_on AS "doneOn", w.act_number AS "actNumber", w.note,
      CASE WHEN w.meter_id = m.id THEN w.value_litres ELSE w.new_value_litres END AS "valueLitres",
      CASE WHEN w.meter_id = m.id THEN n.serial END AS "newMeterSerial",
      CASE WHEN w.meter_id = m.id THEN w.new_value_litres END AS "newValueLitres",
      w.seal_number AS "sealNumber", w.verification_due_on AS "verificationDueOn",
      ${memberName('w.recorded_by')} AS "recordedBy",
      ${utcInstant('w.recorded_at')} AS "recordedAt"
    FROM meter_works w LEFT JOIN meters n ON n.id = w.new_meter_id
    WHERE w.meter_id = m.id OR w.new_meter_id = m.id
    ORDER BY w.done_on DESC, w.recorded_at DESC LIMIT ${MAX_WORKS}
  ) w`

/** A recount is no reading of its own: it counts one that is in the list. */
const READINGS = `
  SELECT json_agg(h) FROM (
    SELECT r.revision, left(r.period::text, 7) AS period, r.value_litres AS "valueLitres", r.taken_on AS "takenOn",
      r.source, s.channel, r.submission_id::text AS "submissionId",
      CASE
        WHEN v.reason IS NOT NULL AND v.counted_revision IS NULL THEN 'not_counted'
        WHEN v.reason IS NULL AND r.state = 'on_review' THEN 'on_review'
        WHEN EXISTS (
          SELECT FROM readings n WHERE n.meter_id = r.meter_id AND n.period = r.period AND n.state = 'accepted'
            AND n.revision > coalesce(v.counted_revision, r.revision) AND n.recount_of IS DISTINCT FROM r.revision
        ) THEN 'replaced'
        ELSE 'counts'
      END AS state
    FROM readings r
    LEFT JOIN submissions s ON s.id = r.submission_id
    LEFT JOIN reading_reviews v ON v.meter_id = r.meter_id AND v.revision = r.revision
    WHERE r.meter_id = m.id AND r.recount_of IS NULL
    ORDER BY r.period DESC, r.revision DESC LIMIT ${MAX_READINGS}
  ) h`

/** Those in service first. */
export async function findDeskMeters(tx: Tx, accountId: string): Promise<DeskMeter[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT m.id, m.service::text, m.type, m.serial, m.place, m.whole_digits AS "wholeDigits",
      m.fraction_digits AS "fractionDigits", m.nominal_litres_per_hour AS "nominalLitresPerHour",
      m.installed_on::text AS "installedOn", m.last_verified_on::text AS "lastVerifiedOn",
      m.verification_due_on::text AS "verificationDueOn", m.seal_number AS "sealNumber",
      m.removed_on::text AS "removedOn", m.failed_on::text AS "failedOn",
      m.access_refused_on::text AS "accessRefusedOn",
      (${Prisma.raw(WORKS)}) AS works, (${Prisma.raw(READINGS)}) AS readings
    FROM meters m WHERE m.account_id = ${accountId}::uuid
    ORDER BY m.removed_on IS NOT NULL, m.service, m.place, m.serial`
  return rows.map(({ works, readings, ...meter }) => ({
    ...meter,
    works: works ?? [],
    readings: (readings ?? []).map(({ submissionId, ...reading }) => ({
      ...reading,
      submissionNumber: submissionId === null ? null : submissionNumber(reading.period, BigInt(submissionId)),
    })),
  }))
}

/** Whether there is such an account at all. */
export const hasAccount = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.account.count({ where: { id } })) > 0
