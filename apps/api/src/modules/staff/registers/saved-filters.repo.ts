import type { RegisterName, RegisterWish, SavedFilter } from '@rodnik/contract/registers'
import type { Tx } from '../../../platform/db.ts'

const MOST = 50

export const findSavedFilters = (tx: Tx, userId: string, register: RegisterName) => tx.$queryRaw<
  SavedFilter[]
>`
  SELECT id, name, filter FROM saved_filters WHERE user_id = ${userId}::uuid AND register = ${register}
  ORDER BY lower(name), id LIMIT ${MOST}`

type Wanted = { userId: string; name: string; wish: RegisterWish }

/** @returns undefined when there are as many as one keeps */
export async function keepFilter(tx: Tx, { userId, name, wish }: Wanted): Promise<SavedFilter | undefined> {
  const [row] = await tx.$queryRaw<SavedFilter[]>`
    INSERT INTO saved_filters AS f (user_id, register, name, filter)
    SELECT ${userId}::uuid, ${wish.register}, ${name}, ${JSON.stringify(wish.filter)}::jsonb
    WHERE (SELECT count(*) FROM saved_filters WHERE user_id = ${userId}::uuid AND register = ${wish.register}
      AND name <> ${name}) < ${MOST}
    ON CONFLICT (user_id, register, name) DO UPDATE SET filter = excluded.filter
    RETURNING id, name, filter`
  return row
}

export async function forgetFilter(tx: Tx, userId: string, id: string): Promise<boolean> {
  const { count } = await tx.savedFilter.deleteMany({ where: { id, userId } })
  return count > 0
}
