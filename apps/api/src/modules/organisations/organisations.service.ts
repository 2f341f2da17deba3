import type { NewOrganisation, Organisation, OrganisationChange } from '@rodnik/contract/organisations'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { violatedConstraint } from '../../platform/outage.ts'
import { deleteAccount, insertAccounts } from './organisation-accounts.repo.ts'
import { findCard } from './organisation-card.repo.ts'
import { judgeDocuments, judgedFacts, type OrganisationFacts, refuse } from './organisation-facts.ts'
import {
  insertDocuments,
  insertOrganisation,
  lockOrganisation,
  recordChange,
  updateOrganisation,
} from './organisations.repo.ts'

/** @throws not_found */
export async function showCard(db: Tx, id: string): Promise<Organisation> {
  const card = await findCard(db, id)
  if (!card) throw new AppError('not_found')
  return card
}

/** @throws invalid_request with the wrong fields, organisation_exists */
export async function registerOrganisation(
  { db }: Deps,
  actor: Actor,
  { kind, documents, accounts, ...typed }: NewOrganisation,
): Promise<Organisation> {
  const facts = judgedFacts(kind, typed)
  judgeDocuments(
    kind,
    documents.map((document) => document.kind),
  )
  return db.$transaction(async (tx) => {
    const id = await insertOrganisation(tx, { kind, ...facts })
    if (id === undefined) throw new AppError('organisation_exists')
    await insertDocuments(tx, id, documents)
    await recordChange(
      tx,
      { actor: auditName(actor), action: 'organisation.registered', organisationId: id },
      {
        after: { kind, ...facts },
        documents: Object.fromEntries(documents.map((d) => [d.kind, d.reference])),
      },
    )
    await addAccounts(tx, actor, { organisationId: id, numbers: accounts, field: (i) => `accounts.${i}` })
    return await showCard(tx, id)
  })
}

type Addition = { organisationId: string; numbers: string[]; field: (place: number) => string }

async function addAccounts(tx: Tx, actor: Actor, { organisationId, numbers, field }: Addition) {
  const outcomes = await insertAccounts(tx, organisationId, numbers)
  refuse(
    Object.fromEntries(
      outcomes.flatMap(({ number, fault }) => (fault ? [[field(numbers.indexOf(number)), fault]] : [])),
    ),
  )
  for (const { number, accountId } of outcomes) {
    await recordChange(
      tx,
      {
        actor: auditName(actor),
        action: 'organisation.account_added',
        organisationId,
        ...(accountId && { accountId }),
      },
      { accountNumber: number },
    )
  }
}

/** @throws invalid_request with the wrong fields, organisation_exists, not_found */
export async function changeOrganisation(
  { db }: Deps,
  actor: Actor,
  { id, change }: { id: string; change: OrganisationChange },
): Promise<Organisation> {
  try {
    return await db.$transaction(async (tx) => {
      const known = await lockOrganisation(tx, id)
      if (!known) throw new AppError('not_found')
      const { kind, ...before } = known
      const after = judgedFacts(kind, { ...before, ...defined(change) })
      await updateOrganisation(tx, id, after)
      const difference = differenceOf(before, after)
      if (Object.keys(difference.after).length > 0) {
        await recordChange(
          tx,
          { actor: auditName(actor), action: 'organisation.changed', organisationId: id },
          difference,
        )
      }
      return await showCard(tx, id)
    })
  } catch (error) {
    if (!violatedConstraint(error)) throw error
    throw new AppError('organisation_exists')
  }
}

const defined = (change: OrganisationChange): Partial<OrganisationFacts> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))

function differenceOf(before: OrganisationFacts, after: OrganisationFacts) {
  const changed = (Object.keys(after) as (keyof OrganisationFacts)[]).filter(
    (name) => before[name] !== after[name],
  )
  const pick = (facts: OrganisationFacts) => Object.fromEntries(changed.map((name) => [name, facts[name]]))
  return { before: pick(before), after: pick(after) }
}

/** @throws invalid_request when the account cannot be given, not_found */
export async function addAccount(
  { db }: Deps,
  actor: Actor,
  { id, accountNumber }: { id: string; accountNumber: string },
): Promise<Organisation> {
  return db.$transaction(async (tx) => {
    if (!(await lockOrganisation(tx, id))) throw new AppError('not_found')
    await addAccounts(tx, actor, {
      organisationId: id,
      numbers: [accountNumber],
      field: () => 'accountNumber',
    })
    return await showCard(tx, id)
  })
}

/** @throws not_found when it is not an account of theirs */
export async function removeAccount(
  { db }: Deps,
  actor: Actor,
  { id, accountId }: { id: string; accountId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await deleteAccount(tx, id, accountId))) throw new AppError('not_found')
    await recordChange(
      tx,
      { actor: auditName(actor), action: 'organisation.account_removed', organisationId: id, accountId },
      {},
    )
  })
}
