import type { RequestStep } from '@rodnik/contract/request-kinds/kind'
import type { RequestState } from '@rodnik/contract/requests'
import type { VisitSide, VisitState } from '@rodnik/contract/visits'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { utcInstant } from '../../../platform/utc-instant.sql.ts'
import { isSeenBy, type Reader } from '../../requests/index.ts'
import { asDay } from '../windows/schedule.repo.ts'

/** A request that inspectors may come for, as far as visits need to know it. */
export type VisitedRequest = {
  id: string
  number: string
  kind: string
  state: RequestState
  happened: RequestStep[]
  accountId: string | null
  fields: { what?: string; reason?: string }
  filedOn: string
  /** We did not come, at least once. */
  isPriority: boolean
  /** Filed by somebody who entered with number, house and flat. */
  isGuests: boolean
}

export async function findVisitedRequest(
  tx: Tx,
  id: string,
  { reader, timeZone }: { reader: Reader; timeZone: string },
): Promise<VisitedRequest | undefined> {
  const [row] = await tx.$queryRaw<VisitedRequest[]>`
    SELECT r.id, r.number, r.kind, r.state::text, r.happened, r.account_id AS "accountId", r.fields,
      (r.filed_at AT TIME ZONE ${timeZone})::date::text AS "filedOn",
      EXISTS (SELECT FROM visits v WHERE v.request_id = r.id AND v.missed_by = 'utility') AS "isPriority",
      r.channel = 'guest' AS "isGuests"
    FROM requests r WHERE r.id = ${id}::uuid AND ${isSeenBy(reader)}`
  return row
}

export type VisitRow = {
  id: string
  day: string
  from: string
  to: string
  state: VisitState
  missedBy: VisitSide | null
  inspectorName: string | null
  entrance: string
  phone: string
  bookedAt: string
  actNumber: string | null
}

/** The visits of a request, the newest first. */
export const findVisits = (tx: Tx, requestId: string): Promise<VisitRow[]> =>
  tx.$queryRaw<VisitRow[]>`
    SELECT v.id, v.day::text, v.window_from AS "from", v.window_to AS "to", v.state::text,
      v.missed_by::text AS "missedBy", nullif(u.name, '') AS "inspectorName", v.entrance, v.phone,
      ${Prisma.raw(utcInstant('v.booked_at'))} AS "bookedAt",
      s.act_number AS "actNumber"
    FROM visits v LEFT JOIN users u ON u.id = v.inspector_id LEFT JOIN visit_results s ON s.visit_id = v.id
    WHERE v.request_id = ${requestId}::uuid ORDER BY v.booked_at DESC, v.id`

/** The visit ahead, for whoever has locked its request. */
export const findBooked = (tx: Tx, requestId: string) =>
  tx.visit.findFirst({ where: { requestId, state: 'booked' } })

type Booked = NonNullable<Awaited<ReturnType<typeof findBooked>>>

/** Its day and window, as letters and people name them. */
export const windowOf = ({ day, windowFrom, windowTo }: Pick<Booked, 'day' | 'windowFrom' | 'windowTo'>) => ({
  day: asDay(day),
  from: windowFrom,
  to: windowTo,
})

/** One booking of a district at a time: two that swap places would wait for each other. */
export const lockDistrict = (tx: Tx, district: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`visits ${district}`}, 0))`

export type Ahead = { accountId: string; exceptRequestId: string; today: string; isGuests: boolean }

/**
 * How many visits of an account lie ahead, but for those of one request; one that nobody recorded is over. Those of
 * guests and of people with a right to the account apart: a stranger must not use up what is theirs.
 */
export const countAhead = (tx: Tx, { accountId, exceptRequestId, today, isGuests }: Ahead): Promise<number> =>
  tx.visit.count({
    where: {
      accountId,
      state: 'booked',
      requestId: { not: exceptRequestId },
      day: { gte: new Date(today) },
      request: { channel: isGuests ? 'guest' : { not: 'guest' } },
    },
  })

export type NewVisit = {
  requestId: string
  accountId: string
  district: string
  day: string
  from: string
  to: string
  place: number
  entrance: string
  phone: string
  bookedBy: string
}

/** @returns its id; undefined: somebody has the place */
export async function insertVisit(tx: Tx, visit: NewVisit): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO visits (request_id, account_id, district_code, day, window_from, window_to, place, entrance, phone,
      booked_by)
    VALUES (${visit.requestId}::uuid, ${visit.accountId}::uuid, ${visit.district}, ${visit.day}::date, ${visit.from},
      ${visit.to}, ${visit.place}, ${visit.entrance}, ${visit.phone}, ${visit.bookedBy})
    ON CONFLICT DO NOTHING RETURNING id`
  return row?.id
}

export type Ending = { state: 'cancelled' | 'missed' | 'done'; by: string; missedBy?: VisitSide }

/** @returns false when it had ended before */
export async function endVisit(tx: Tx, id: string, { state, by, missedBy }: Ending): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE visits SET state = ${state}::visit_state, missed_by = ${missedBy ?? null}::visit_side,
      ended_by = ${by}, ended_at = app_now()
    WHERE id = ${id}::uuid AND state = 'booked'`
  return ended === 1
}

/**
 * A miss of ours becomes what the inspector had recorded, whose result is there already.
 * @returns false when it is no such miss any more
 */
export async function overtakeMiss(tx: Tx, id: string, { state, by, missedBy }: Ending): Promise<boolean> {
  const overtaken = await tx.$executeRaw`
    UPDATE visits SET state = ${state}::visit_state, missed_by = ${missedBy ?? null}::visit_side,
      ended_by = ${by}, ended_at = app_now(), overtaken_at = app_now()
    WHERE id = ${id}::uuid AND state = 'missed' AND missed_by = 'utility'`
  return overtaken === 1
}

type Audited = { actor: string; action: string; accountId: string | null; details: object }

export const auditVisit = (tx: Tx, { details, ...event }: Audited) =>
  tx.auditEvent.create({ data: { ...event, details: { ...details } } })
