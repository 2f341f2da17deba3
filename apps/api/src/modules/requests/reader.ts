import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import { Prisma } from '../../platform/prisma/client.ts'

/** Who looks at a request. Whoever has its number and code has opened it; staff see the kinds they work on. */
export type Reader =
  | { userId: string; accountId: string }
  | { sessionId: string }
  | { openedId: string }
  | { kinds: readonly RequestKindName[] }

/**
 * Which requests `r` a reader may see. A person: their own about this account; an owner also what others filed about
 * it since it is theirs. A guest: those of this entry, for whoever knows number, house and flat could read the rest.
 */
export function isSeenBy(reader: Reader): Prisma.Sql {
  if ('userId' in reader) {
    return Prisma.sql`r.account_id = ${reader.accountId}::uuid AND EXISTS (
      SELECT FROM account_rights g LEFT JOIN account_links l ON l.id = g.link_id
      WHERE g.user_id = ${reader.userId}::uuid AND g.account_id = r.account_id AND (
        r.user_id = g.user_id OR g.role = 'organisation' OR (g.role = 'owner' AND r.filed_at >= l.created_at)))`
  }
  if ('sessionId' in reader) {
    return Prisma.sql`r.guest_session_id = ${reader.sessionId}::uuid
      AND EXISTS (SELECT FROM live_guest_sessions s WHERE s.id = r.guest_session_id)`
  }
  if ('openedId' in reader) return Prisma.sql`r.id = ${reader.openedId}::uuid`
  return Prisma.sql`r.kind = ANY (${[...reader.kinds]})`
}
