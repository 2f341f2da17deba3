import type { FieldMeter, FieldVisit } from '@rodnik/contract/field-visits'
import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { AwaitedVisit } from '@rodnik/domain/visits/late-record'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

/** The meters of an account that are in place, with the last reading that counts, as it was known on the day. */
export const findFieldMeters = (tx: Tx, accountId: string, day: string): Promise<FieldMeter[]> =>
  tx.$queryRaw<FieldMeter[]>`
    SELECT m.id, m.service::text, m.type, m.serial, m.place, m.whole_digits AS "wholeDigits",
      m.fraction_digits AS "fractionDigits", m.seal_number AS "sealNumber",
      m.verification_due_on::text AS "verificationDueOn", last.value_litres AS "lastLitres",
      last.taken_on::text AS "lastTakenOn", m.failed_on::text AS "failedOn",
      m.access_refused_on::text AS "accessRefusedOn"
    FROM meters m LEFT JOIN LATERAL (
      SELECT r.value_litres, r.taken_on FROM readings r
      WHERE r.meter_id = m.id AND r.state = 'accepted' AND r.taken_on <= ${day}::date
      ORDER BY r.period DESC, r.revision DESC LIMIT 1
    ) last ON true
    WHERE m.account_id = ${accountId}::uuid AND m.removed_on IS NULL
    ORDER BY m.service, m.place, m.serial`

/**
 * Whether the first reading taken after the day, of whatever month, is less than what was found on it: both cannot be
 * right, and the inspector's is the one with a witness. As `readingsAround` sees it, which lets no such reading in.
 */
export async function hasLowerLater(
  tx: Tx,
  { meterId, day, valueLitres }: { meterId: string; day: string; valueLitres: number },
): Promise<boolean> {
  const [later] = await tx.$queryRaw<{ isLower: boolean }[]>`
    SELECT NOT r.is_rollover AND r.value_litres < ${valueLitres}::int AS "isLower"
    FROM (
      SELECT DISTINCT ON (period) period, taken_on, is_rollover, value_litres FROM readings
      WHERE meter_id = ${meterId}::uuid AND state = 'accepted' AND period >= date_trunc('month', ${day}::date)::date
      ORDER BY period, revision DESC
    ) r
    WHERE r.taken_on > ${day}::date ORDER BY r.period LIMIT 1`
  return later?.isLower ?? false
}

export type FieldVisitRow = Omit<FieldVisit, 'meters' | 'askedMeterIds' | 'request'> & {
  accountId: string
  requestId: string
  filedOn: string
  inspectorName: string
  request: { number: string; kind: RequestKindName; fields: Record<string, unknown> }
  /** Whether we missed a visit of the same request before. */
  wasMissedByUs: boolean
}

const ROWS = (timeZone: string) => Prisma.sql`
  SELECT v.id, v.day::text, v.window_from AS "from", v.window_to AS "to", v.state::text, v.entrance, v.phone,
    v.account_id AS "accountId", v.request_id AS "requestId",
    (r.filed_at AT TIME ZONE ${timeZone})::date::text AS "filedOn",
    coalesce(nullif(u.name, ''), u.email) AS "inspectorName",
    json_build_object('number', r.number, 'kind', r.kind, 'fields', r.fields) AS request,
    a.number AS "accountNumber", concat_ws(', ', p.street, p.house, nullif(p.flat, '')) AS address,
    a.holder_name AS "holderName",
    EXISTS (SELECT FROM visits b WHERE b.request_id = r.id AND b.id <> v.id
      AND b.missed_by = 'utility') AS "wasMissedByUs"
  FROM visits v
  JOIN requests r ON r.id = v.request_id
  JOIN accounts a ON a.id = v.account_id
  JOIN premises p ON p.id = a.premises_id
  JOIN users u ON u.id = v.inspector_id`

type Mine = { inspectorId: string; timeZone: string }

/** The visits of an inspector on a day, in the order of windows and then along the streets. */
export const findFieldDay = (
  tx: Tx,
  day: string,
  { inspectorId, timeZone }: Mine,
): Promise<FieldVisitRow[]> =>
  tx.$queryRaw<FieldVisitRow[]>`
    ${ROWS(timeZone)}
    WHERE v.inspector_id = ${inspectorId}::uuid AND v.day = ${day}::date AND v.state <> 'cancelled'
    ORDER BY v.window_from, p.street, nullif(regexp_replace(p.house, '\\D.*$', ''), '')::int, p.house, v.id`

/** A visit that was given to this inspector, of whatever day. */
export async function findFieldVisit(
  tx: Tx,
  id: string,
  { inspectorId, timeZone }: Mine,
): Promise<FieldVisitRow | undefined> {
  const [row] = await tx.$queryRaw<FieldVisitRow[]>`
    ${ROWS(timeZone)} WHERE v.id = ${id}::uuid AND v.inspector_id = ${inspectorId}::uuid`
  return row
}

/** What a record meets, for whoever has locked the request. */
export async function findAwaited(tx: Tx, id: string): Promise<AwaitedVisit | undefined> {
  const [row] = await tx.$queryRaw<AwaitedVisit[]>`
    SELECT v.state::text, v.missed_by::text AS "missedBy", v.day::text,
      EXISTS (SELECT FROM visit_results s WHERE s.visit_id = v.id) AS "isRecorded",
      EXISTS (SELECT FROM visits l JOIN visit_results s ON s.visit_id = l.id
        WHERE l.request_id = v.request_id AND l.booked_at > v.booked_at) AS "isFollowed"
    FROM visits v WHERE v.id = ${id}::uuid`
  return row
}
