import { type Actor, auditName } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import type { Uploader } from './uploader.ts'
import { accountOfGuest } from './uploads.repo.ts'

/** @throws sign_in_required when the session has ended */
export async function guestUploader(
  { pool }: Pick<Deps, 'pool'>,
  { sessionId }: { sessionId: string },
): Promise<Uploader> {
  const accountId = await accountOfGuest(pool, sessionId)
  if (accountId === undefined) throw new AppError('sign_in_required')
  return { name: `guest:${sessionId}`, counted: `account:${accountId}`, isStaff: false }
}

/** Office documents come by a door of their own: only the library may claim what came by it. */
export const libraryUploader = ({ userId }: Pick<Actor, 'userId'>): Uploader => ({
  name: `library:${userId}`,
  counted: `staff:${userId}`,
  isStaff: true,
})

export function actorUploader(actor: Actor): Uploader {
  const name = auditName(actor)
  return { name, counted: name, isStaff: actor.kind === 'staff' }
}
