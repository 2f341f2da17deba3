import type { NewGrant } from '@rodnik/contract/staff-integrator-rights'
import type { GrantTarget, IntegratorCard } from '@rodnik/contract/staff-integrators'
import { houseKey } from '@rodnik/domain/addresses/house-key'
import { type Actor, auditName } from '../../../platform/actor.ts'
import type { Tx } from '../../../platform/db.ts'
import { AppError } from '../../../platform/errors.ts'
import { businessDay } from '../../info/index.ts'
import { cardOf, type Db, locked, record } from './desk.service.ts'
import { closeOutlived, endGrant, findAccount, findStreet, insertGrant, type Target } from './grants.repo.ts'
import { findOrganisation } from './integrators.repo.ts'

const NOTHING: Target = { accountId: null, organisationId: null, street: null, houseKey: null }

/** @throws account_unknown, organisation_unknown, house_unknown */
async function targetOf(tx: Tx, target: GrantTarget): Promise<Target> {
  if (target.kind === 'account') {
    const accountId = await findAccount(tx, target.number)
    if (accountId === undefined) throw new AppError('account_unknown')
    return { ...NOTHING, accountId }
  }
  if (target.kind === 'organisation') {
    const organisationId = await findOrganisation(tx, target)
    if (organisationId === undefined) throw new AppError('organisation_unknown')
    return { ...NOTHING, organisationId }
  }
  const key = houseKey(target.house)
  const street = await findStreet(tx, target.street, key)
  if (street === undefined) throw new AppError('house_unknown')
  return { ...NOTHING, street, houseKey: key }
}

function assertGoodDays({ from, until }: NewGrant, today: string) {
  if (until === null || (until >= from && until >= today)) return
  throw new AppError('invalid_request', { fields: { until: 'in_the_past' } })
}

/** @throws not_found, invalid_request, grant_exists, account_unknown, organisation_unknown, house_unknown */
export async function grantAccounts(
  { db }: Db,
  actor: Actor,
  { id, ...wish }: NewGrant & { id: string },
): Promise<IntegratorCard> {
  const { timeZone, today } = await businessDay({ db })
  assertGoodDays(wish, today)
  const { target: asked, document, from, until } = wish
  return db.$transaction(async (tx) => {
    const { name } = await locked(tx, id)
    const target = await targetOf(tx, asked)
    await closeOutlived(tx, id)
    const days = { document, from, until, timeZone }
    const grant = await insertGrant(tx, { ...target, ...days, integratorId: id, givenBy: auditName(actor) })
    if (grant === undefined) throw new AppError('grant_exists')
    const { kind, ...subject } = asked
    const details = { integrator: name, grant, kind, subject: Object.values(subject), document, from, until }
    await record(tx, actor, 'integrator.granted', details)
    return cardOf(tx, id, timeZone)
  })
}

type End = { id: string; grantId: string; reason: string }

/** Its accounts are not found from the next statement on. @throws not_found */
export async function takeGrantBack(
  { db }: Db,
  actor: Actor,
  { id, grantId, reason }: End,
): Promise<IntegratorCard> {
  const { timeZone } = await businessDay({ db })
  return db.$transaction(async (tx) => {
    const { name } = await locked(tx, id)
    const found = await endGrant(tx, { integratorId: id, grantId, by: auditName(actor) })
    if (!found) throw new AppError('not_found')
    const { document, isEnded } = found
    if (isEnded) {
      await record(tx, actor, 'integrator.grant_ended', {
        integrator: name,
        grant: grantId,
        document,
        reason,
      })
    }
    return cardOf(tx, id, timeZone)
  })
}
