import { type Actor, auditName } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { forgetUploads } from '../attachments/index.ts'
import { assertPresence } from '../auth/index.ts'
import { languageOf, queueLetter } from '../notifications/index.ts'
import { emptyUser, eraseTraces, findLinkedAccounts, recordDeletion } from './delete-profile.repo.ts'
import { endLink } from './links.repo.ts'

/**
 * Forgets the person (152-ФЗ ст. 21): what is kept about them goes, what was sent for an account stays with it.
 * The e-mail is free for a new registration.
 * @throws password_wrong, fresh_sign_in_needed, too_many_attempts
 */
export async function deleteProfile(deps: Deps, actor: Actor, password: string | undefined): Promise<void> {
  await assertPresence(deps, actor, password)
  const { userId } = actor
  await deps.db.$transaction(async (tx) => {
    const leaver = await emptyUser(tx, userId)
    if (!leaver) return
    for (const { accountId } of await findLinkedAccounts(tx, userId)) {
      await endLink(tx, { userId, accountId, reason: 'profile_deleted' })
    }
    await eraseTraces(tx, userId, leaver.email)
    await forgetUploads(tx, auditName(actor))
    const at = await recordDeletion(tx, userId)
    if (leaver.email === null) return
    const language = languageOf(leaver.language)
    await queueLetter(tx, { template: 'profile_deleted', to: leaver.email, language, at })
  })
}
