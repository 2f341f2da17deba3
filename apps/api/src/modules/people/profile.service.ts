import type { Profile, ProfileChange } from '@rodnik/contract/profile'
import { mobilePhone } from '@rodnik/domain/people/mobile-phone'
import type { Actor } from '../../platform/actor.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { assertPresence } from '../auth/index.ts'
import { findProfile, unlinkIdentities, updateProfile } from './profile.repo.ts'

/** @throws invalid_request, password_wrong, fresh_sign_in_needed, too_many_attempts */
export async function changeProfile(
  deps: Deps,
  actor: Actor,
  { password, phone: typed, name, language }: ProfileChange,
): Promise<Profile> {
  const phone = typed === undefined ? undefined : mobilePhone(typed)
  if (phone === null) throw new AppError('invalid_request', { fields: { phone: 'not_a_mobile_phone' } })
  const { userId } = actor
  if (phone !== undefined) await assertPresence(deps, actor, password)
  await deps.db.$transaction((tx) => updateProfile(tx, userId, { name, phone, language }))
  return findProfile(deps.db, userId)
}

/** @throws password_needed, not_found */
export async function unlinkGosuslugi({ db }: Pick<Deps, 'db'>, { userId, sessionId }: Actor): Promise<void> {
  if (await db.$transaction((tx) => unlinkIdentities(tx, userId, sessionId))) return
  const isLinked = (await db.externalIdentity.count({ where: { userId } })) > 0
  throw new AppError(isLinked ? 'password_needed' : 'not_found')
}
