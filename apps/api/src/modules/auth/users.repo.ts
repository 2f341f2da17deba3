import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Session, UserKind } from '@rodnik/contract/sessions'
import { emailKey } from '@rodnik/domain/people/email-key'
import { nextStep } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { languageOf } from '../notifications/index.ts'

export type SignInCandidate = {
  userId: string
  kind: UserKind
  passwordHash: string
  hasSecondFactor: boolean
  mustChange: boolean
  /** Neither disabled nor gone, and the password, if it is one from the office, is not too old. */
  isOpen: boolean
}

/** What was typed as a login, in the form that is kept: e-mail or U-100001. */
export const loginKey = (typed: string): string =>
  typed.includes('@') ? (emailKey(typed) ?? typed.trim().toLowerCase()) : typed.trim().toUpperCase()

/** Whoever signs in with the login and a password; one statement for every login, known or not. */
export async function findSignInCandidate(tx: Tx, login: string): Promise<SignInCandidate | undefined> {
  const [row] = await tx.$queryRaw<SignInCandidate[]>`
    SELECT u.id AS "userId", u.kind::text AS kind, p.hash AS "passwordHash", p.must_change AS "mustChange",
      EXISTS (SELECT FROM second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
        AS "hasSecondFactor",
      u.disabled_at IS NULL AND u.deleted_at IS NULL AND (p.expires_at IS NULL OR p.expires_at > app_now())
        AS "isOpen"
    FROM users u JOIN passwords p ON p.user_id = u.id
    WHERE u.email = ${login} OR u.login = ${login}`
  return row
}

type SessionRow = Omit<Session, 'next' | 'expiresAt'> & {
  expiresAt: Date
  isComplete: boolean
  mustChangePassword: boolean
  hasSecondFactor: boolean
  roles: StaffRole[]
}

/** A live session as the page sees it. */
export async function findSession(tx: Tx, sessionId: string): Promise<Session | undefined> {
  const [row] = await tx.$queryRaw<SessionRow[]>`
    SELECT u.kind::text AS kind, coalesce(nullif(u.name, ''), o.name, '') AS name, coalesce(u.email, u.login) AS login,
      l.expires_at AS "expiresAt", l.is_complete AS "isComplete", l.must_change_password AS "mustChangePassword",
      ARRAY(SELECT role::text FROM staff_roles r WHERE r.user_id = u.id ORDER BY role) AS roles,
      EXISTS (SELECT FROM second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
        AS "hasSecondFactor"
    FROM live_sessions l
    JOIN users u ON u.id = l.user_id
    LEFT JOIN memberships m ON m.user_id = u.id
    LEFT JOIN organisations o ON o.id = m.organisation_id
    WHERE l.id = ${sessionId}::uuid LIMIT 1`
  if (!row) return undefined
  const { kind, name, login, roles, expiresAt } = row
  return { kind, name, login, roles, next: nextStep(row), expiresAt: expiresAt.toISOString() }
}

export type Addressee = { userId: string; email: string; language: 'ru' | 'en' }

/** Where to write to a person; undefined for someone without an e-mail. */
export async function findAddressee(tx: Tx, userId: string): Promise<Addressee | undefined> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true, language: true } })
  return user?.email ? { userId, email: user.email, language: languageOf(user.language) } : undefined
}
