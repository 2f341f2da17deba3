import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Member, MemberWithPassword, NewMember } from '@rodnik/contract/staff-people'
import { emailKey } from '@rodnik/domain/people/email-key'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { AppError } from '../../platform/errors.ts'
import { oneTimePassword } from '../../platform/one-time-password.ts'
import { hashPassword } from '../../platform/passwords.ts'
import { endSessions, findAddressee } from '../auth/index.ts'
import { queueLetter } from '../notifications/index.ts'
import {
  dropSecondFactor,
  findMembers,
  hasAdministrator,
  insertMember,
  lockAdministrators,
  replaceRoles,
  setOneTimePassword,
} from './members.repo.ts'
import { switchPerson } from './people.repo.ts'

type Db = Pick<Deps, 'db'>
/** As audit events name who did it: «staff:…», or «system» for a command. */
type By = { by: string }

const record = (tx: Tx, { by }: By, action: string, details: object) =>
  tx.auditEvent.create({ data: { actor: by, action, details } })

async function memberOf(tx: Tx, id: string): Promise<Member> {
  const [member] = await findMembers(tx, id)
  if (!member) throw new AppError('not_found')
  return member
}

export const members = ({ db }: Db): Promise<Member[]> => findMembers(db)

/**
 * Adds a member of staff with a one-time password, which is in the answer and nowhere else.
 * @throws invalid_request when the e-mail is none, email_in_use
 */
export async function addMember({ db }: Db, wish: NewMember, by: By): Promise<MemberWithPassword> {
  const email = emailKey(wish.email)
  if (email === null) throw new AppError('invalid_request', { fields: { email: 'not_an_email' } })
  const { name, roles } = wish
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  return db.$transaction(async (tx) => {
    const id = await insertMember(tx, { email, name })
    if (id === null) throw new AppError('email_in_use')
    await replaceRoles(tx, id, roles)
    const expiresAt = await setOneTimePassword(tx, id, hash)
    await record(tx, by, 'member.added', { member: id, after: { email, name, roles } })
    return { member: await memberOf(tx, id), oneTimePassword: password, expiresAt: expiresAt.toISOString() }
  })
}

/** A change after which somebody must be left who can let others in. @throws last_administrator, not_found */
function changeMember(
  { db }: Db,
  id: string,
  change: (tx: Tx, before: Member) => Promise<void>,
): Promise<Member> {
  return db.$transaction(async (tx) => {
    await lockAdministrators(tx)
    await change(tx, await memberOf(tx, id))
    if (!(await hasAdministrator(tx))) throw new AppError('last_administrator')
    return memberOf(tx, id)
  })
}

/** Acts at the next request of the member: roles are asked of the database each time. */
export const giveRoles = (deps: Db, { id, roles }: { id: string; roles: StaffRole[] }, by: By) =>
  changeMember(deps, id, async (tx, before) => {
    await replaceRoles(tx, id, roles)
    await record(tx, by, 'member.roles_changed', {
      member: id,
      before: { roles: before.roles },
      after: { roles: roles.toSorted() },
    })
  })

type Wish = { id: string; reason: string }

const switchMember = (deps: Db, { id, reason }: Wish, { isDisabled, by }: By & { isDisabled: boolean }) =>
  changeMember(deps, id, async (tx) => {
    if (!(await switchPerson(tx, id, { isDisabled, among: 'staff' }))) return
    if (isDisabled) await endSessions(tx, id, { reason: 'disabled' })
    await record(tx, { by }, isDisabled ? 'member.disabled' : 'member.enabled', {
      member: id,
      before: { isDisabled: !isDisabled },
      after: { isDisabled },
      reason,
    })
  })

export const disableMember = (deps: Db, wish: Wish, { by }: By) =>
  switchMember(deps, wish, { isDisabled: true, by })
export const enableMember = (deps: Db, wish: Wish, { by }: By) =>
  switchMember(deps, wish, { isDisabled: false, by })

/** In person, after a look at a document: sessions end, the next entry sets up another authenticator. */
export const resetSecondFactor = (deps: Db, { id, reason }: Wish, by: By): Promise<Member> =>
  changeMember(deps, id, async (tx) => {
    await dropSecondFactor(tx, id)
    await endSessions(tx, id, { reason: 'second_factor_reset' })
    await record(tx, by, 'member.second_factor_reset', { member: id, reason })
    const addressee = await findAddressee(tx, id)
    if (!addressee) return
    const { email: to, language } = addressee
    await queueLetter(tx, { template: 'second_factor_changed', to, language, at: await moment(tx) })
  })

async function moment(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT app_now() AS now`
  return row.now.toISOString()
}

/** Staff never choose a password for somebody: the new one is good for one entry (ASVS 6.4.6). */
export async function resetMemberPassword(
  deps: Db,
  { id, reason }: Wish,
  by: By,
): Promise<MemberWithPassword> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  let expiresAt = new Date(0)
  const member = await changeMember(deps, id, async (tx) => {
    expiresAt = await setOneTimePassword(tx, id, hash)
    await endSessions(tx, id, { reason: 'password_reset' })
    await record(tx, by, 'member.password_reset', { member: id, reason })
  })
  return { member, oneTimePassword: password, expiresAt: expiresAt.toISOString() }
}
