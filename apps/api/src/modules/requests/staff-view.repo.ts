import type { StaffRole } from '@rodnik/contract/endpoint'
import type { RequestStep } from '@rodnik/contract/request-kinds/kind'
import type { StaffRequest } from '@rodnik/contract/staff-requests'
import type { Tx } from '../../platform/db.ts'
import { memberName } from '../../platform/member-name.sql.ts'
import { Prisma } from '../../platform/prisma/client.ts'
import { utcInstant } from '../../platform/utc-instant.sql.ts'
import { ADDRESS } from './address.sql.ts'
import { ENCLOSED } from './enclosed.repo.ts'

export type DeskFacts = Pick<StaffRequest, 'account' | 'channel' | 'assignee' | 'history'> & {
  happened: RequestStep[]
  contact: { name: string | null; email: string | null; phone: string | null }
}

/** What only the office sees of a request that it has found. */
export async function findDeskFacts(tx: Tx, id: string): Promise<DeskFacts> {
  const [facts] = await tx.$queryRaw<DeskFacts[]>`
    SELECT r.channel::text, r.happened,
      CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'number', a.number,
        'address', ${ADDRESS}, 'holderName', a.holder_name) END AS account,
      CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id,
        'name', coalesce(nullif(m.name, ''), m.email, '')) END AS assignee,
      json_build_object('name', nullif(u.name, ''), 'email', coalesce(u.email, r.email), 'phone', u.phone) AS contact,
      (SELECT json_agg(json_build_object('id', e.id::text, 'type', e.type, 'text', e.text, 'attachments', ${ENCLOSED},
          'at', ${Prisma.raw(utcInstant('e.at'))},
          'side', CASE WHEN e.actor LIKE 'staff:%' OR e.actor = 'system' THEN 'office' ELSE 'person' END,
          'by', ${Prisma.raw(memberName('e.actor'))}, 'isInternal', e.is_internal) ORDER BY e.id)
        FROM request_events e WHERE e.request_id = r.id) AS history
    FROM requests r
    LEFT JOIN accounts a ON a.id = r.account_id
    LEFT JOIN premises p ON p.id = a.premises_id
    LEFT JOIN users u ON u.id = r.user_id
    LEFT JOIN users m ON m.id = r.assignee_id
    WHERE r.id = ${id}::uuid`
  if (!facts) throw new Error('The request is gone')
  return facts
}

export type Colleague = { id: string; name: string; roles: StaffRole[] }

/** Staff who can still sign in. */
export const findColleagues = (tx: Tx): Promise<Colleague[]> =>
  tx.$queryRaw<Colleague[]>`
    SELECT u.id, coalesce(nullif(u.name, ''), u.email, '') AS name, array_agg(s.role::text ORDER BY s.role) AS roles
    FROM users u JOIN staff_roles s ON s.user_id = u.id
    WHERE u.kind = 'staff' AND u.disabled_at IS NULL AND u.deleted_at IS NULL
    GROUP BY u.id ORDER BY name, u.id LIMIT 500`
