import type { Tx } from '../../../platform/db.ts'
import { withStreets } from '../../../platform/streets.sql.ts'

/** As the columns of a grant name it: one of the three. */
export type Target = {
  accountId: string | null
  organisationId: string | null
  street: string | null
  houseKey: string | null
}

export async function findAccount(tx: Tx, number: string): Promise<string | undefined> {
  return (await tx.account.findUnique({ where: { number }, select: { id: true } }))?.id
}

/** The street as premises write it, whatever the letter case; undefined when no premises stand there. */
export async function findStreet(tx: Tx, street: string, houseKey: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ street: string }[]>`
    ${withStreets} SELECT s.street FROM streets s WHERE lower(s.street) = lower(${street})
      AND EXISTS (SELECT FROM premises p WHERE p.street = s.street AND p.house_key = ${houseKey})
    ORDER BY s.street <> ${street} LIMIT 1`
  return row?.street
}

type NewGrant = Target & {
  integratorId: string
  document: string
  from: string
  until: string | null
  timeZone: string
  givenBy: string
}

/** What has run out stands in the way of nothing. */
export async function closeOutlived(tx: Tx, integratorId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE integrator_grants SET ended_at = ends_at, ended_by = 'system'
    WHERE integrator_id = ${integratorId}::uuid AND ended_at IS NULL AND ends_at <= app_now()`
}

/** The new id, or undefined when the same is granted already on one of the days: the constraint says so. */
export async function insertGrant(tx: Tx, grant: NewGrant): Promise<string | undefined> {
  const { integratorId, accountId, organisationId, street, houseKey, from, until, timeZone } = grant
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO integrator_grants (integrator_id, account_id, organisation_id, street, house_key, document,
      starts_at, ends_at, given_by)
    VALUES (${integratorId}::uuid, ${accountId}::uuid, ${organisationId}::uuid, ${street}, ${houseKey},
      ${grant.document}, ${from}::date::timestamp AT TIME ZONE ${timeZone},
      (${until}::date + 1)::timestamp AT TIME ZONE ${timeZone}, ${grant.givenBy})
    ON CONFLICT DO NOTHING RETURNING id`
  return row?.id
}

/** Its document, and whether it was this that ended it; undefined when the integrator has no such grant. */
export async function endGrant(
  tx: Tx,
  { integratorId, grantId, by }: { integratorId: string; grantId: string; by: string },
): Promise<{ document: string; isEnded: boolean } | undefined> {
  const known = await tx.integratorGrant.findFirst({
    where: { id: grantId, integratorId },
    select: { document: true },
  })
  if (!known) return undefined
  const ended = await tx.$executeRaw`
    UPDATE integrator_grants SET ended_at = app_now(), ended_by = ${by}
    WHERE id = ${grantId}::uuid AND ended_at IS NULL`
  return { ...known, isEnded: ended > 0 }
}
