import type { TroubledLetter, TroubledState } from '@rodnik/contract/staff-letters'
import type { Tx } from '../../platform/db.ts'
import type { Place } from '../../platform/page-cursor.ts'
import { Prisma } from '../../platform/prisma/client.ts'

type Row = Omit<TroubledLetter, 'createdAt' | 'nextAttemptAt'> & Place & { nextAttemptAt: Date | null }

/** A letter leaves within seconds; one that is still here after this long has met trouble. */
const WAITING = Prisma.sql`l.state IN ('queued', 'sending') AND l.created_at < app_now() - interval '10 minutes'`
const ENDED = Prisma.sql`l.state IN ('rejected', 'failed', 'bounced')`

const among = (state: TroubledState | undefined): Prisma.Sql => {
  if (state === undefined) return Prisma.sql`((${ENDED}) OR (${WAITING}))`
  return state === 'waiting' ? WAITING : Prisma.sql`${ENDED} AND l.state = ${state}::letter_state`
}

/** Letters in trouble, newest first. */
export const findTroubledLetters = (
  tx: Tx,
  { state, after, limit }: { state: TroubledState | undefined; after: Place | null; limit: number },
): Promise<Row[]> =>
  tx.$queryRaw<Row[]>`
    SELECT l.id, l.created_at AS at, l.to_address AS "to", l.template, l.attempts, l.last_error AS reason,
      CASE WHEN l.state IN ('queued', 'sending') THEN 'waiting' ELSE l.state::text END AS state,
      CASE WHEN l.state = 'queued' THEN l.next_attempt_at END AS "nextAttemptAt"
    FROM letters l
    WHERE ${among(state)}
      AND ${after === null ? Prisma.sql`true` : Prisma.sql`(l.created_at, l.id) < (${after.at}, ${after.id}::uuid)`}
    ORDER BY l.created_at DESC, l.id DESC LIMIT ${limit}`

/** Makes a waiting letter due now; false when it waits no more. */
export async function hastenLetter(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE letters SET next_attempt_at = app_now() WHERE id = ${id}::uuid AND state = 'queued'`
  return changed === 1
}
