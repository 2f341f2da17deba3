import type { IntegratorCard, IntegratorChange, IntegratorTerms } from '@rodnik/contract/staff-integrators'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Deps } from '../../../platform/deps.ts'
import { AppError } from '../../../platform/errors.ts'
import { violatedConstraint } from '../../../platform/outage.ts'
import { businessDay } from '../../info/index.ts'
import { findCard } from './card.repo.ts'
import {
  findLines,
  findOrganisation,
  type IntegratorFacts,
  insertIntegrator,
  type LockedIntegrator,
  lockIntegrator,
  switchIntegrator,
  updateIntegrator,
} from './integrators.repo.ts'

export type Db = Pick<Deps, 'db'>

const NAME_KEY = 'integrators_name_key'

export const integrators = async ({ db }: Db) => ({ integrators: await findLines(db) })

/** @throws not_found */
export async function cardOf(tx: Tx, id: string, timeZone: string): Promise<IntegratorCard> {
  const card = await findCard(tx, id, timeZone)
  if (!card) throw new AppError('not_found')
  return card
}

/** @throws not_found */
export async function showCard({ db }: Db, id: string): Promise<IntegratorCard> {
  const { timeZone } = await businessDay({ db })
  return cardOf(db, id, timeZone)
}

/** @throws not_found */
export async function locked(tx: Tx, id: string): Promise<LockedIntegrator> {
  const integrator = await lockIntegrator(tx, id)
  if (!integrator) throw new AppError('not_found')
  return integrator
}

export const record = (tx: Tx, actor: Actor, action: string, details: object) =>
  tx.auditEvent.create({ data: { actor: auditName(actor), action, details } })

/** @throws organisation_unknown */
async function factsOf(tx: Tx, { organisation, ...terms }: IntegratorTerms): Promise<IntegratorFacts> {
  if (organisation === null) return { ...terms, organisationId: null }
  const organisationId = await findOrganisation(tx, organisation)
  if (organisationId === undefined) throw new AppError('organisation_unknown')
  return { ...terms, organisationId }
}

/** @throws integrator_exists, organisation_unknown */
export async function addIntegrator(
  { db }: Db,
  actor: Actor,
  terms: IntegratorTerms,
): Promise<IntegratorCard> {
  const { timeZone } = await businessDay({ db })
  return db.$transaction(async (tx) => {
    const facts = await factsOf(tx, terms)
    const id = await insertIntegrator(tx, facts)
    if (id === undefined) throw new AppError('integrator_exists')
    await record(tx, actor, 'integrator.added', { integrator: terms.name, after: facts })
    return cardOf(tx, id, timeZone)
  })
}

/** @throws not_found, integrator_changed_meanwhile, integrator_exists, organisation_unknown */
export async function changeIntegrator(
  { db }: Db,
  actor: Actor,
  { id, revision, ...terms }: IntegratorChange & { id: string },
): Promise<IntegratorCard> {
  const { timeZone } = await businessDay({ db })
  try {
    return await db.$transaction(async (tx) => {
      const { revision: known, isActive: _, ...before } = await locked(tx, id)
      if (known !== revision) throw new AppError('integrator_changed_meanwhile')
      const after = await factsOf(tx, terms)
      await updateIntegrator(tx, id, after)
      await record(tx, actor, 'integrator.changed', { integrator: terms.name, before, after })
      return cardOf(tx, id, timeZone)
    })
  } catch (error) {
    if (violatedConstraint(error) === NAME_KEY) throw new AppError('integrator_exists')
    throw error
  }
}

type Switch = { id: string; reason: string; isActive: boolean }

/** Acts at the next request of each instance. @throws not_found */
export async function switchTo({ db }: Db, actor: Actor, { id, reason, isActive }: Switch) {
  const { timeZone } = await businessDay({ db })
  return db.$transaction(async (tx) => {
    const before = await locked(tx, id)
    if (before.isActive !== isActive) {
      await switchIntegrator(tx, id, isActive)
      const action = isActive ? 'integrator.enabled' : 'integrator.disabled'
      await record(tx, actor, action, { integrator: before.name, reason })
    }
    return cardOf(tx, id, timeZone)
  })
}
