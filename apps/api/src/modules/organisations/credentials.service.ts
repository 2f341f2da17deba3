import { randomUUID } from 'node:crypto'
import type { CredentialsOrder, IssuedCredentials } from '@rodnik/contract/organisations'
import { type Actor, auditName } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { endSessions } from '../../platform/end-sessions.repo.ts'
import { AppError } from '../../platform/errors.ts'
import { oneTimePassword } from '../../platform/one-time-password.ts'
import { hashPassword } from '../../platform/passwords.ts'
import { businessDay } from '../info/index.ts'
import { queueLetter } from '../notifications/index.ts'
import { findIssuing, insertIssue, insertSignIn, putOneTimePassword } from './credentials.repo.ts'
import { credentialsSheet } from './credentials-sheet.ts'
import { refuse } from './organisation-facts.ts'
import { recordChange } from './organisations.repo.ts'

type Order = { organisationId: string; order: CredentialsOrder }

/**
 * Gives an organisation its login and a one-time password, or another password for the same login. The old
 * password is gone and whoever was signed in with it is out. Nobody chooses the password (ASVS 6.4.6), and the
 * answer is the only place where it is seen.
 * Of several orders at the same instant one is carried out: a sheet that was handed over is never dead on arrival.
 * @throws not_found, credentials_changed_meanwhile, invalid_request when a repeated issue has no reason
 */
export async function issueCredentials(
  deps: Deps,
  actor: Actor,
  { organisationId, order }: Order,
): Promise<IssuedCredentials> {
  const known = await findIssuing(deps.db, organisationId)
  if (!known) throw new AppError('not_found')
  if (known.lastIssueId !== (order.replaces ?? null)) throw new AppError('credentials_changed_meanwhile')
  if (known.lastIssueId !== null && order.reason === undefined) refuse({ reason: 'required' })

  const password = oneTimePassword()
  const [hash, { city }] = await Promise.all([hashPassword(password), businessDay(deps)])
  return deps.db.$transaction(async (tx) => {
    const issued = await write(tx, actor, { organisationId, order, known, hash })
    const sheet = await credentialsSheet({
      organisation: known,
      password,
      ...issued,
      supplier: { name: city.organisationName, phone: city.phone, timeZone: city.timeZone },
      address: new URL('/business', deps.env.PUBLIC_URL).href,
    })
    return {
      login: issued.login,
      password,
      validUntil: issued.validUntil.toISOString(),
      sheet: sheet.toString('base64'),
    }
  })
}

type Known = NonNullable<Awaited<ReturnType<typeof findIssuing>>>

async function write(
  tx: Tx,
  actor: Actor,
  { organisationId, order, known, hash }: Order & { known: Known; hash: string },
) {
  const { document, reason = '' } = order
  const userId = known.userId ?? randomUUID()
  const replacesId = known.lastIssueId
  const issue = await insertIssue(tx, {
    organisationId,
    userId,
    issuedById: actor.userId,
    replacesId,
    document,
    reason,
  })
  if (!issue) throw new AppError('credentials_changed_meanwhile')
  if (!known.userId) await insertSignIn(tx, { organisationId, userId, name: known.name })
  const { login, validUntil } = await putOneTimePassword(tx, userId, hash)
  const endedSessions = await endSessions(tx, userId, { reason: 'credentials_reissued' })
  await recordChange(
    tx,
    {
      actor: auditName(actor),
      action: replacesId ? 'credentials.reissued' : 'credentials.issued',
      organisationId,
    },
    { issue: issue.id, user: userId, login, document, reason, endedSessions },
  )
  await queueLetter(tx, {
    to: known.contactEmail,
    language: 'ru',
    template: replacesId ? 'credentials_reissued' : 'credentials_issued',
    organisationName: known.name,
    login,
    at: issue.issuedAt.toISOString(),
    dedupeKey: `credentials:${issue.id}`,
  })
  return { login, validUntil, issuedAt: issue.issuedAt }
}
