import type {
  IntegratorKind,
  IntegratorLine,
  IntegratorTerms,
  OrganisationNumber,
} from '@rodnik/contract/staff-integrators'
import type { Tx } from '../../../platform/db.ts'

type Line = Omit<IntegratorLine, 'lastCallAt'> & { lastCallAt: Date | null }

export async function findLines(tx: Tx): Promise<IntegratorLine[]> {
  const rows = await tx.$queryRaw<Line[]>`
    SELECT i.id, i.name, i.kind::text, i.disabled_at IS NULL AS "isActive",
      (SELECT count(*)::int FROM live_integrator_secrets s WHERE s.integrator_id = i.id) AS "liveSecrets",
      (SELECT count(*)::int FROM live_integrator_grants g WHERE g.integrator_id = i.id) AS "liveGrants",
      (SELECT max(c.last_at) FROM integrator_calls c WHERE c.integrator_id = i.id) AS "lastCallAt"
    FROM integrators i ORDER BY i.disabled_at IS NOT NULL, i.name`
  return rows.map(({ lastCallAt, ...row }) => ({ ...row, lastCallAt: lastCallAt?.toISOString() ?? null }))
}

/** Undefined when none has the number, or several have and the КПП does not tell them apart. */
export async function findOrganisation(
  tx: Tx,
  { inn, kpp }: OrganisationNumber,
): Promise<string | undefined> {
  const [found, another] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM organisations WHERE inn = ${inn} AND (${kpp} = '' OR kpp = ${kpp}) LIMIT 2`
  return another ? undefined : found?.id
}

export type IntegratorFacts = Omit<IntegratorTerms, 'organisation'> & { organisationId: string | null }

/** The new id, or undefined when the name is in use: the constraint says so. */
export async function insertIntegrator(tx: Tx, facts: IntegratorFacts): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO integrators (kind, name, organisation_id, contact, scopes, requests_per_minute)
    VALUES (${facts.kind}::integrator_kind, ${facts.name}, ${facts.organisationId}::uuid, ${facts.contact},
      ${facts.scopes}, ${facts.requestsPerMinute})
    ON CONFLICT (name) DO NOTHING RETURNING id`
  return row?.id
}

export type LockedIntegrator = IntegratorFacts & {
  kind: IntegratorKind
  revision: number
  isActive: boolean
}

/** One change of an integrator at a time, so that the log has each with what was before it. */
export async function lockIntegrator(tx: Tx, id: string): Promise<LockedIntegrator | undefined> {
  const [row] = await tx.$queryRaw<LockedIntegrator[]>`
    SELECT kind::text, name, organisation_id AS "organisationId", contact, scopes,
      requests_per_minute AS "requestsPerMinute", revision, disabled_at IS NULL AS "isActive"
    FROM integrators WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return row
}

/** Throws a unique violation when another one has the name. */
export async function updateIntegrator(tx: Tx, id: string, facts: IntegratorFacts): Promise<void> {
  await tx.integrator.update({ where: { id }, data: { ...facts, revision: { increment: 1 } } })
}

export async function switchIntegrator(tx: Tx, id: string, isActive: boolean): Promise<void> {
  await tx.$executeRaw`
    UPDATE integrators SET disabled_at = CASE WHEN ${isActive} THEN NULL ELSE app_now() END WHERE id = ${id}::uuid`
}
