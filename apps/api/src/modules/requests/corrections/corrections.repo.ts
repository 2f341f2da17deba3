import type { RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { Tx } from '../../../platform/db.ts'
import { memberName } from '../../../platform/member-name.sql.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import { utcInstant } from '../../../platform/utc-instant.sql.ts'
import { isSeenBy } from '../reader.ts'

export type AskedCorrection = {
  number: string
  accountId: string
  fields: object
  approved: { at: string; by: string | null; details: object | null } | null
}

/** A correction that somebody asked for, as a member sees it who works on such; undefined: there is none. */
export async function findAsked(
  tx: Tx,
  id: string,
  kinds: readonly RequestKindName[],
): Promise<AskedCorrection | undefined> {
  const [asked] = await tx.$queryRaw<AskedCorrection[]>`
    SELECT r.number, r.account_id AS "accountId", r.fields,
      (SELECT json_build_object('at', ${Prisma.raw(utcInstant('e.at'))},
          'by', ${Prisma.raw(memberName('e.actor'))}, 'details', e.details)
        FROM request_events e WHERE e.request_id = r.id AND e.type = 'step_done' ORDER BY e.id LIMIT 1) AS approved
    FROM requests r
    WHERE r.id = ${id}::uuid AND r.kind = 'correction' AND ${isSeenBy({ kinds })}`
  return asked
}
