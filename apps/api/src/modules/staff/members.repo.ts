import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Member } from '@rodnik/contract/staff-people'
import type { Tx } from '../../platform/db.ts'

/** Time enough to come to one's first working day; a one-time password nobody has used by then opens nothing. */
const ONE_TIME_HOURS = 72

type Row = Omit<Member, 'disabledAt' | 'lastSeenAt'> & { disabledAt: Date | null; lastSeenAt: Date | null }

const toMember = ({ disabledAt, lastSeenAt, ...row }: Row): Member => ({
  ...row,
  disabledAt: disabledAt?.toISOString() ?? null,
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
})

/** All members, or the one with the id. */
export async function findMembers(tx: Tx, id: string | null = null): Promise<Member[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT u.id, u.name, u.email, u.disabled_at AS "disabledAt",
      ARRAY(SELECT role::text FROM staff_roles r WHERE r.user_id = u.id ORDER BY role) AS roles,
      EXISTS (SELECT FROM second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL)
        AS "hasSecondFactor",
      (SELECT max(s.last_seen_at) FROM sessions s WHERE s.user_id = u.id) AS "lastSeenAt"
    FROM users u WHERE u.kind = 'staff' AND u.deleted_at IS NULL AND (${id}::uuid IS NULL OR u.id = ${id}::uuid)
    ORDER BY u.disabled_at IS NOT NULL, u.name, u.email`
  return rows.map(toMember)
}

/** The new member's id, or null when the e-mail belongs to someone already: the constraint says so. */
export async function insertMember(
  tx: Tx,
  { email, name }: { email: string; name: string },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO users (kind, email, name) VALUES ('staff', ${email}, ${name})
    ON CONFLICT (email) DO NOTHING RETURNING id`
  return row?.id ?? null
}

export async function replaceRoles(tx: Tx, userId: string, roles: StaffRole[]): Promise<void> {
  await tx.staffRole.deleteMany({ where: { userId, role: { notIn: roles } } })
  await tx.staffRole.createMany({ data: roles.map((role) => ({ userId, role })), skipDuplicates: true })
}

/** @returns until when the password is good */
export async function setOneTimePassword(tx: Tx, userId: string, hash: string): Promise<Date> {
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
    INSERT INTO passwords (user_id, hash, must_change, expires_at)
    VALUES (${userId}::uuid, ${hash}, true, app_now() + make_interval(hours => ${ONE_TIME_HOURS}::int))
    ON CONFLICT (user_id) DO UPDATE
    SET hash = excluded.hash, must_change = true, expires_at = excluded.expires_at, changed_at = app_now()
    RETURNING expires_at AS "expiresAt"`
  if (!row) throw new Error('The password was not stored')
  return row.expiresAt
}

export async function dropSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } })
  await tx.secondFactor.deleteMany({ where: { userId } })
}

/** One change of administrators at a time: whoever comes second sees what the first has left. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('rodnik.administrators', 0))`
}

export async function hasAdministrator(tx: Tx): Promise<boolean> {
  const found = await tx.staffRole.count({
    where: { role: 'administrator', user: { disabledAt: null, deletedAt: null, kind: 'staff' } },
  })
  return found > 0
}
