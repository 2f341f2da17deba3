import type { IntegratorCard, IntegratorGrant, IntegratorSecret } from '@rodnik/contract/staff-integrators'
import type { Tx } from '../../../platform/db.ts'
import { memberName } from '../../../platform/member-name.sql.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

const isoOf = (moment: Date | null) => moment?.toISOString() ?? null

type Facts = Omit<IntegratorCard, 'lastCallAt' | 'secrets' | 'grants' | 'calls'> & { lastCallAt: Date | null }

async function findFacts(tx: Tx, id: string, timeZone: string): Promise<Facts | undefined> {
  const [row] = await tx.$queryRaw<Facts[]>`
    SELECT i.id, i.name, i.kind::text, i.contact, i.scopes, i.requests_per_minute AS "requestsPerMinute",
      i.revision, i.disabled_at IS NULL AS "isActive", (app_now() AT TIME ZONE ${timeZone})::date::text AS today,
      CASE WHEN o.id IS NOT NULL
        THEN json_build_object('id', o.id, 'name', o.name, 'inn', o.inn, 'kpp', o.kpp) END AS organisation,
      (SELECT max(c.last_at) FROM integrator_calls c WHERE c.integrator_id = i.id) AS "lastCallAt"
    FROM integrators i LEFT JOIN organisations o ON o.id = i.organisation_id WHERE i.id = ${id}::uuid`
  return row
}

type SecretRow = Pick<IntegratorSecret, 'id' | 'ending' | 'issuedByName'> &
  Record<'issuedAt', Date> &
  Record<'expiresAt' | 'lastUsedAt' | 'endedAt', Date | null>

async function findSecrets(tx: Tx, id: string): Promise<IntegratorSecret[]> {
  const rows = await tx.$queryRaw<SecretRow[]>`
    SELECT s.id, s.ending, s.issued_at AS "issuedAt", ${Prisma.raw(memberName('s.issued_by'))} AS "issuedByName",
      s.expires_at AS "expiresAt", s.last_used_at AS "lastUsedAt",
      coalesce(s.ended_at, CASE WHEN s.expires_at <= app_now() THEN s.expires_at END) AS "endedAt"
    FROM integrator_secrets s
    WHERE s.integrator_id = ${id}::uuid AND (s.ended_at IS NULL OR s.ended_at > app_now() - interval '1 year')
    ORDER BY s.ended_at IS NOT NULL, s.issued_at DESC LIMIT 50`
  return rows.map(({ issuedAt, expiresAt, lastUsedAt, endedAt, ...row }) => ({
    ...row,
    issuedAt: issuedAt.toISOString(),
    expiresAt: isoOf(expiresAt),
    lastUsedAt: isoOf(lastUsedAt),
    endedAt: isoOf(endedAt),
  }))
}

/** What a grant is of, with the house as premises write it; and how many open accounts that is today. */
const findGrants = (tx: Tx, id: string, timeZone: string) =>
  tx.$queryRaw<IntegratorGrant[]>`
    SELECT g.id, g.document, (g.starts_at AT TIME ZONE ${timeZone})::date::text AS "from",
      ((g.ends_at AT TIME ZONE ${timeZone}) - interval '1 second')::date::text AS until,
      CASE WHEN g.ended_at IS NOT NULL OR g.ends_at <= app_now() THEN 'over'
        WHEN g.starts_at > app_now() THEN 'ahead' ELSE 'live' END AS state,
      CASE
        WHEN g.account_id IS NOT NULL THEN json_build_object('kind', 'account', 'number',
          (SELECT a.number FROM accounts a WHERE a.id = g.account_id))
        WHEN g.organisation_id IS NOT NULL THEN (SELECT json_build_object('kind', 'organisation', 'name', o.name,
          'inn', o.inn) FROM organisations o WHERE o.id = g.organisation_id)
        ELSE json_build_object('kind', 'house', 'street', g.street, 'house', coalesce((SELECT min(p.house)
          FROM premises p WHERE p.street = g.street AND p.house_key = g.house_key), g.house_key))
      END AS target,
      CASE
        WHEN g.account_id IS NOT NULL THEN
          (SELECT count(*) FROM accounts a WHERE a.id = g.account_id AND a.closed_on IS NULL)
        WHEN g.organisation_id IS NOT NULL THEN
          (SELECT count(*) FROM organisation_accounts o JOIN accounts a ON a.id = o.account_id
            WHERE o.organisation_id = g.organisation_id AND a.closed_on IS NULL)
        ELSE
          (SELECT count(*) FROM premises p JOIN accounts a ON a.premises_id = p.id
            WHERE p.street = g.street AND p.house_key = g.house_key AND a.closed_on IS NULL)
      END::int AS accounts
    FROM integrator_grants g
    WHERE g.integrator_id = ${id}::uuid
    ORDER BY g.ended_at IS NOT NULL OR coalesce(g.ends_at <= app_now(), false), g.given_at DESC LIMIT 500`

const findCalls = (tx: Tx, id: string, timeZone: string) =>
  tx.$queryRaw<IntegratorCard['calls']>`
    SELECT day::text, coalesce(sum(calls) FILTER (WHERE status < 400), 0)::int AS taken,
      coalesce(sum(calls) FILTER (WHERE status BETWEEN 400 AND 499 AND status <> 429), 0)::int AS refused,
      coalesce(sum(calls) FILTER (WHERE status = 429), 0)::int AS limited,
      coalesce(sum(calls) FILTER (WHERE status >= 500), 0)::int AS failed
    FROM integrator_calls WHERE integrator_id = ${id}::uuid AND day > (app_now() AT TIME ZONE ${timeZone})::date - 14
    GROUP BY day ORDER BY day DESC`

export async function findCard(tx: Tx, id: string, timeZone: string): Promise<IntegratorCard | undefined> {
  const facts = await findFacts(tx, id, timeZone)
  if (!facts) return undefined
  return {
    ...facts,
    lastCallAt: isoOf(facts.lastCallAt),
    secrets: await findSecrets(tx, id),
    grants: await findGrants(tx, id, timeZone),
    calls: await findCalls(tx, id, timeZone),
  }
}
