import type { OrganisationKind, ShownDocument } from '@rodnik/contract/organisations'
import type { Tx } from '../../platform/db.ts'
import type { OrganisationFacts } from './organisation-facts.ts'

/** Undefined when ИНН and КПП are known already. */
export async function insertOrganisation(
  tx: Tx,
  { kind, ...facts }: OrganisationFacts & { kind: OrganisationKind },
): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO organisations (kind, name, inn, kpp, ogrn, contact_name, contact_email, contact_phone)
    VALUES (${kind}::organisation_kind, ${facts.name}, ${facts.inn}, ${facts.kpp}, ${facts.ogrn},
      ${facts.contactName}, ${facts.contactEmail}, ${facts.contactPhone})
    ON CONFLICT (inn, kpp) DO NOTHING
    RETURNING id`
  return row?.id
}

export async function insertDocuments(tx: Tx, organisationId: string, documents: ShownDocument[]) {
  await tx.organisationDocument.createMany({
    data: documents.map((document) => ({ organisationId, ...document })),
  })
}

/** The facts as they are now, kept from changing until the transaction ends. */
export async function lockOrganisation(
  tx: Tx,
  id: string,
): Promise<(OrganisationFacts & { kind: OrganisationKind }) | undefined> {
  const [row] = await tx.$queryRaw<(OrganisationFacts & { kind: OrganisationKind })[]>`
    SELECT kind::text, name, inn, kpp, ogrn, contact_name AS "contactName", contact_email AS "contactEmail",
      contact_phone AS "contactPhone"
    FROM organisations WHERE id = ${id}::uuid FOR UPDATE`
  return row
}

/** Those who act for it are called by its name. */
export async function updateOrganisation(tx: Tx, id: string, facts: OrganisationFacts) {
  await tx.organisation.update({ where: { id }, data: facts })
  await tx.user.updateMany({
    where: { memberships: { some: { organisationId: id } } },
    data: { name: facts.name },
  })
}

type Fact = { actor: string; action: string; organisationId: string; accountId?: string }

export async function recordChange(
  tx: Tx,
  { actor, action, organisationId, accountId }: Fact,
  details: Record<string, string | number | Record<string, unknown>>,
) {
  await tx.auditEvent.create({
    data: {
      actor,
      action,
      ...(accountId && { accountId }),
      details: JSON.parse(JSON.stringify({ organisation: organisationId, ...details })),
    },
  })
}
