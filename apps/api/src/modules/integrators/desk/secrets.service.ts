import { randomInt } from 'node:crypto'
import type { CardWithSecret } from '@rodnik/contract/staff-integrator-rights'
import type { IntegratorCard } from '@rodnik/contract/staff-integrators'
import { SECRET_ALPHABET, SECRET_LETTERS, secretOf } from '@rodnik/domain/integrators/secret-form'
import { type Actor, auditName } from '../../../platform/actor.ts'
import { AppError } from '../../../platform/errors.ts'
import { sha256 } from '../../../platform/secrets.ts'
import { businessDay } from '../../info/index.ts'
import { cardOf, type Db, locked, record } from './desk.service.ts'
import { closeExpired, endSecret, hasWish, insertSecret } from './secrets.repo.ts'

const newSecret = (): string =>
  secretOf(
    Array.from({ length: SECRET_LETTERS }, () => SECRET_ALPHABET[randomInt(SECRET_ALPHABET.length)]).join(''),
  )

type Wish = { id: string; until: string | null; key: string }

/**
 * A secret that is shown once and kept as a hash. The wish that comes again makes no other, and cannot show the first
 * one anew.
 * @throws not_found, invalid_request, integrator_secrets_full
 */
export async function issueSecret(
  { db }: Db,
  actor: Actor,
  { id, until, key }: Wish,
): Promise<CardWithSecret> {
  const { timeZone, today } = await businessDay({ db })
  if (until !== null && until < today) {
    throw new AppError('invalid_request', { fields: { until: 'in_the_past' } })
  }
  return db.$transaction(async (tx) => {
    const { name } = await locked(tx, id)
    if (await hasWish(tx, id, key)) return { integrator: await cardOf(tx, id, timeZone), secret: null }
    await closeExpired(tx, id)
    const secret = newSecret()
    const ending = secret.slice(-4)
    const row = { integratorId: id, secretHash: sha256(secret), ending, wishKey: key, until, timeZone }
    if (!(await insertSecret(tx, { ...row, issuedBy: auditName(actor) }))) {
      throw new AppError('integrator_secrets_full')
    }
    await record(tx, actor, 'integrator.secret_issued', { integrator: name, secret: ending, until })
    return { integrator: await cardOf(tx, id, timeZone), secret }
  })
}

type End = { id: string; secretId: string; reason: string }

/** Tokens made with it end at their next request. @throws not_found */
export async function takeSecretBack(
  { db }: Db,
  actor: Actor,
  { id, secretId, reason }: End,
): Promise<IntegratorCard> {
  const { timeZone } = await businessDay({ db })
  return db.$transaction(async (tx) => {
    const { name } = await locked(tx, id)
    const found = await endSecret(tx, { integratorId: id, secretId, by: auditName(actor) })
    if (!found) throw new AppError('not_found')
    if (found.isEnded) {
      await record(tx, actor, 'integrator.secret_ended', { integrator: name, secret: found.ending, reason })
    }
    return cardOf(tx, id, timeZone)
  })
}
