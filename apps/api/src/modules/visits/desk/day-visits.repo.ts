import type { DayVisit } from '@rodnik/contract/staff-visits'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

export type DayFilter = { day: string; district?: string | undefined; inspectorId?: string | undefined }

type Row = Omit<DayVisit, 'isLate'>

const VISITS = Prisma.sql`
  SELECT v.id, v.day::text, v.window_from AS "from", v.window_to AS "to", v.state::text,
    v.missed_by::text AS "missedBy", v.district_code AS district,
    CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', coalesce(nullif(u.name, ''), u.email)) END
      AS inspector,
    json_build_object('id', r.id, 'number', r.number, 'kind', r.kind, 'state', r.state) AS request,
    json_build_object('id', a.id, 'number', a.number, 'address',
      concat_ws(', ', p.street, p.house, nullif(p.flat, ''))) AS account,
    s.act_number AS "actNumber"
  FROM visits v
  JOIN requests r ON r.id = v.request_id
  JOIN accounts a ON a.id = v.account_id
  JOIN premises p ON p.id = a.premises_id
  LEFT JOIN users u ON u.id = v.inspector_id
  LEFT JOIN visit_results s ON s.visit_id = v.id`

const isOf = ({ district, inspectorId }: Omit<DayFilter, 'day'>) => Prisma.sql`
  ${district === undefined ? Prisma.sql`true` : Prisma.sql`v.district_code = ${district}`}
  AND ${inspectorId === undefined ? Prisma.sql`true` : Prisma.sql`v.inspector_id = ${inspectorId}::uuid`}`

/** Visits of a day in the order of windows, then along the streets; cancelled ones are nobody's work. */
export const findDayVisits = (tx: Tx, { day, district, inspectorId }: DayFilter): Promise<Row[]> =>
  tx.$queryRaw<Row[]>`
    ${VISITS}
    WHERE v.day = ${day}::date AND v.state <> 'cancelled' AND ${isOf({ district, inspectorId })}
    ORDER BY v.window_from, p.street, nullif(regexp_replace(p.house, '\\D.*$', ''), '')::int, p.house, v.id`

/** More than these are no list to work through. */
const MOST_UNRECORDED = 100

/** Visits of days before that nobody has recorded or ended. */
export const findUnrecordedVisits = (
  tx: Tx,
  today: string,
  { district, inspectorId }: Omit<DayFilter, 'day'>,
): Promise<Row[]> =>
  tx.$queryRaw<Row[]>`
    ${VISITS}
    WHERE v.state = 'booked' AND v.day < ${today}::date AND ${isOf({ district, inspectorId })}
    ORDER BY v.day, v.window_from, v.id LIMIT ${MOST_UNRECORDED}`

/** Those who can be sent. */
export const findInspectors = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.$queryRaw`
    SELECT u.id, coalesce(nullif(u.name, ''), u.email) AS name
    FROM users u JOIN staff_roles s ON s.user_id = u.id
    WHERE s.role = 'inspector' AND u.disabled_at IS NULL AND u.deleted_at IS NULL ORDER BY name, u.id`

export type Assigned = { id: string; accountId: string; before: string | null }

/** Gives visits that are still ahead to somebody; others stay as they are. */
export const assign = (tx: Tx, ids: readonly string[], inspectorId: string | null): Promise<Assigned[]> =>
  tx.$queryRaw<Assigned[]>`
    WITH held AS (
      SELECT id, account_id, inspector_id FROM visits
      WHERE id = ANY (${[...ids]}::uuid[]) AND state = 'booked' AND inspector_id IS DISTINCT FROM ${inspectorId}::uuid
      ORDER BY id FOR UPDATE
    )
    UPDATE visits v SET inspector_id = ${inspectorId}::uuid FROM held WHERE v.id = held.id
    RETURNING v.id, v.account_id AS "accountId", held.inspector_id AS before`
