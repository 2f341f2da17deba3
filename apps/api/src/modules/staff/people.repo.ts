import type { Person } from '@rodnik/contract/staff-people'
import type { Tx } from '../../platform/db.ts'

const MAX_ACCOUNTS = 100

/** A resident or an organisation; members of staff and people who are gone are not found. */
export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const user = await tx.user.findFirst({
    where: { id, kind: { not: 'staff' }, deletedAt: null },
    select: {
      kind: true,
      name: true,
      email: true,
      login: true,
      phone: true,
      createdAt: true,
      disabledAt: true,
    },
  })
  if (!user) return undefined
  const accounts = await tx.$queryRaw<Person['accounts']>`
    SELECT a.id, a.number, p.street, p.house, p.flat, r.role
    FROM account_rights r JOIN accounts a ON a.id = r.account_id JOIN premises p ON p.id = a.premises_id
    WHERE r.user_id = ${id}::uuid ORDER BY p.street, a.number LIMIT ${MAX_ACCOUNTS}`
  const [open] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM live_sessions WHERE user_id = ${id}::uuid`
  const { createdAt, disabledAt, ...facts } = user
  return {
    id,
    ...facts,
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    openSessions: open.count,
    accounts,
  }
}

type Kinds = 'staff' | 'others'

/** Closes or opens a profile; false when it stands so already, or there is none of these kinds. */
export async function switchPerson(
  tx: Tx,
  id: string,
  { isDisabled, among }: { isDisabled: boolean; among: Kinds },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE users SET disabled_at = CASE WHEN ${isDisabled} THEN app_now() END
    WHERE id = ${id}::uuid AND deleted_at IS NULL AND (kind = 'staff') = ${among === 'staff'}
      AND (disabled_at IS NULL) = ${isDisabled}`
  return changed === 1
}
