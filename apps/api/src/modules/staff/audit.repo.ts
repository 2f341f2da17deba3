import type { AuditFilter } from '@rodnik/contract/staff-audit'
import type { Tx } from '../../platform/db.ts'
import type { Place } from '../../platform/page-cursor.ts'
import { Prisma } from '../../platform/prisma/client.ts'

export type AuditRow = Place & {
  actor: string
  actorName: string | null
  action: string
  accountId: string | null
  accountNumber: string | null
  details: unknown
}

type Wish = AuditFilter & { after: Place | null; timeZone: string; limit: number }

/** Only what was asked for stands in the condition: each filter then has its index, read from the newest on. */
function conditions({ account, actor, action, from, to, after, timeZone }: Wish): Prisma.Sql[] {
  return [
    Prisma.sql`true`,
    ...(account === undefined
      ? []
      : [Prisma.sql`e.account_id = (SELECT id FROM accounts WHERE number = ${account})`]),
    ...(actor === undefined ? [] : [Prisma.sql`e.actor = ${actor}`]),
    ...(action === undefined ? [] : [Prisma.sql`e.action = ${action}`]),
    ...(from === undefined ? [] : [Prisma.sql`e.at >= ${from}::date::timestamp AT TIME ZONE ${timeZone}`]),
    ...(to === undefined ? [] : [Prisma.sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`]),
    ...(after === null ? [] : [Prisma.sql`(e.at, e.id) < (${after.at}, ${BigInt(after.id)})`]),
  ]
}

/** Events newest first. */
export const findAuditEvents = (tx: Tx, wish: Wish): Promise<AuditRow[]> =>
  tx.$queryRaw<AuditRow[]>`
    SELECT e.id::text, e.at, e.actor, e.action, e.account_id AS "accountId", a.number AS "accountNumber", e.details,
      coalesce(nullif(u.name, ''), u.email, u.login) AS "actorName"
    FROM audit_events e
    LEFT JOIN accounts a ON a.id = e.account_id
    LEFT JOIN users u ON u.id = CASE WHEN e.actor ~ '^(staff|user):[0-9a-f-]{36}$'
      THEN split_part(e.actor, ':', 2)::uuid END
    WHERE ${Prisma.join(conditions(wish), ' AND ')}
    ORDER BY e.at DESC, e.id DESC LIMIT ${wish.limit}`
