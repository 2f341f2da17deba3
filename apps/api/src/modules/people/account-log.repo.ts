import { LogAction, type LogEntry } from '@rodnik/contract/helpers'
import type { Tx } from '../../platform/db.ts'
import type { OwnedAccount } from './helpers.repo.ts'

const PAGE = 30
/** What staff do on a written request of the holder. */
const SWITCHED_BY_STAFF = 'account.accountless_switched'
const SHOWN = [...LogAction.options, SWITCHED_BY_STAFF]

type Row = Omit<LogEntry, 'at'> & { at: Date }

/**
 * What has been done with an account, newest first, since this person owns it: what was before is the business
 * of those who lived there. Names are looked up and never kept in the events, so that they go with their profile.
 */
export async function findAccountLog(
  tx: Tx,
  { userId, accountId }: OwnedAccount,
  cursor: string | null,
): Promise<{ entries: LogEntry[]; nextCursor: string | null }> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.id::text, e.at,
      CASE e.action WHEN ${SWITCHED_BY_STAFF} THEN 'accountless.switched' ELSE e.action END AS action,
      CASE
        WHEN e.actor = 'user:' || ${userId}::text THEN 'you'
        WHEN e.actor LIKE 'guest:%' OR e.actor = 'quick-form' THEN 'guest'
        WHEN e.actor LIKE 'staff:%' THEN 'staff'
        WHEN e.actor LIKE 'integrator:%' THEN 'program'
        WHEN e.actor LIKE 'user:%' THEN coalesce(doer.role::text, 'owner')
        ELSE 'system'
      END AS by,
      CASE WHEN doer.role = 'helper' THEN nullif(coalesce(nullif(du.name, ''), du.email), '') ELSE program.name END AS "byName",
      CASE
        WHEN e.action IN ('helper.changed', 'helper.ended') THEN coalesce(nullif(hu.name, ''), hu.email)
        WHEN e.action IN ('helper.invited', 'invitation.withdrawn') THEN nullif(i.email, '')
      END AS whom,
      submission_number(s.period, s.id) AS "submissionNumber",
      CASE e.action
        WHEN 'accountless.switched' THEN (e.details ->> 'after')::boolean
        WHEN ${SWITCHED_BY_STAFF} THEN (e.details -> 'after' ->> 'isAccountlessAllowed')::boolean
      END AS "isAllowed"
    FROM account_rights r
    JOIN account_links own ON own.id = r.link_id
    JOIN LATERAL (
      SELECT * FROM audit_events x
      WHERE x.account_id = r.account_id AND x.at >= own.created_at AND x.action = ANY (${SHOWN})
        AND (${cursor}::bigint IS NULL OR x.id < ${cursor}::bigint)
      ORDER BY x.id DESC LIMIT ${PAGE + 1}
    ) e ON true
    LEFT JOIN LATERAL (
      SELECT l.role, l.user_id FROM account_links l
      WHERE l.account_id = r.account_id AND 'user:' || l.user_id = e.actor AND l.created_at <= e.at
      ORDER BY l.created_at DESC LIMIT 1
    ) doer ON true
    LEFT JOIN users du ON du.id = doer.user_id
    LEFT JOIN integrators program ON 'integrator:' || program.id = e.actor
    LEFT JOIN account_links hl ON hl.id::text = e.details ->> 'link' AND hl.account_id = r.account_id
    LEFT JOIN users hu ON hu.id = hl.user_id
    LEFT JOIN helper_invitations i ON i.id::text = e.details ->> 'invitation' AND i.account_id = r.account_id
    LEFT JOIN submissions s ON s.id = (e.details ->> 'submission')::bigint AND s.account_id = r.account_id
    WHERE r.user_id = ${userId}::uuid AND r.account_id = ${accountId}::uuid AND r.role = 'owner'
    ORDER BY e.id DESC`
  const entries = rows.slice(0, PAGE).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  return { entries, nextCursor: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}
