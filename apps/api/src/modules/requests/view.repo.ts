import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { RequestStep } from '@rodnik/contract/request-kinds/kind'
import type { RequestEntry, RequestState, RequestSummary, RequestView } from '@rodnik/contract/requests'
import { askerMay } from '@rodnik/domain/requests/next-state'
import type { Tx } from '../../platform/db.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import { utcInstant } from '../../platform/utc-instant.sql.ts'
import { withoutMarkings } from '../../platform/without-markings.ts'
import { ENCLOSED } from './enclosed.repo.ts'
import { stepsOf } from './kinds.ts'
import { isSeenBy, type Reader } from './reader.ts'
import { IS_REOPENABLE } from './reopenable.sql.ts'

const utc = (column: string) => Prisma.raw(utcInstant(column))

/** Meters that a request names, of its own account only: what was filed is never trusted to name another's. */
const METERS = Prisma.sql`
  coalesce((SELECT json_agg(json_build_object('id', m.id, 'service', m.service, 'type', m.type, 'serial', m.serial,
      'place', m.place) ORDER BY m.service, m.serial)
    FROM meters m WHERE m.account_id = r.account_id AND r.fields::text LIKE '%' || m.id || '%'), '[]')`

const HISTORY = Prisma.sql`
  (SELECT json_agg(json_build_object('id', e.id::text, 'type', e.type, 'at', ${utc('e.at')},
      'side', CASE WHEN e.actor LIKE 'staff:%' OR e.actor = 'system' THEN 'office' ELSE 'person' END,
      'text', e.text, 'attachments', ${ENCLOSED}) ORDER BY e.id)
    FROM request_events e WHERE e.request_id = r.id AND NOT e.is_internal)`

type Row = Omit<RequestView, 'may'> & {
  happened: RequestStep[]
  history: RequestEntry[]
  isReopenable: boolean
}

export async function findRequest(tx: Tx, id: string, reader: Reader): Promise<RequestView | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.number, r.kind, r.state::text, ${utc('r.filed_at')} AS "filedAt", r.due_on::text AS "dueOn",
      a.number AS "accountNumber", r.fields, ${METERS} AS meters, ${HISTORY} AS history, r.happened,
      ${utc('r.closed_at')} AS "closedAt",
      ${IS_REOPENABLE} AS "isReopenable"
    FROM requests r LEFT JOIN accounts a ON a.id = r.account_id
    WHERE r.id = ${id}::uuid AND ${isSeenBy(reader)}`
  if (!row) return undefined
  const { happened, isReopenable, meters, ...view } = row
  const may = askerMay({ state: view.state, steps: stepsOf(view.kind), happened })
  return {
    ...view,
    // The whole marking proves possession of an account: only those who have done so see it, and the office.
    meters: 'userId' in reader || 'kinds' in reader ? meters : withoutMarkings(meters),
    may: may.filter((type) => type !== 'reopened' || isReopenable),
  }
}

type SummaryRow = Omit<RequestSummary, 'filedAt' | 'kind' | 'state'> & {
  filedAt: string
  kind: RequestKindName
  state: RequestState
}

const MAX_LISTED = 100

export const findRequests = (tx: Tx, reader: Reader): Promise<SummaryRow[]> =>
  tx.$queryRaw<SummaryRow[]>`
    SELECT r.id, r.number, r.kind, r.state::text, ${utc('r.filed_at')} AS "filedAt", r.due_on::text AS "dueOn"
    FROM requests r WHERE ${isSeenBy(reader)} ORDER BY r.filed_at DESC, r.id LIMIT ${MAX_LISTED}`
