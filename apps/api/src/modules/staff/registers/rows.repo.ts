import type { RegisterWish } from '@rodnik/contract/registers'
import type { Tx } from '../../../platform/db.ts'
import { Prisma } from '../../../platform/prisma/client.ts'
import type { RegisterRow } from '../../../platform/register.ts'
import { registerOf } from './registers.ts'

export type Place = { key1: string; key2: string }
type Wanted = { wish: RegisterWish; today: string }

function among({ wish, today }: Wanted) {
  const { conditions } = registerOf(wish.register)
  return Prisma.join([Prisma.sql`true`, ...conditions(wish.filter, today)], ' AND ')
}

/** Rows in their order after a place: whatever is behind it is read, however far that is. */
export async function findRows(
  tx: Tx,
  { after, limit, ...wanted }: Wanted & { after: Place | null; limit: number },
): Promise<RegisterRow[]> {
  const { select, from, id, order } = registerOf(wanted.wish.register)
  const { key1, type1, key2, type2 } = order
  const isBehind = after
    ? Prisma.sql`(${key1}, ${key2}) > (${after.key1}::${type1}, ${after.key2}::${type2})`
    : Prisma.sql`true`
  return tx.$queryRaw<RegisterRow[]>`
    SELECT ${key1}::text AS key1, ${key2}::text AS key2, ${id} AS id, ${select}
    FROM ${from(wanted.wish.filter, wanted.today)} WHERE ${among(wanted)} AND ${isBehind}
    ORDER BY ${key1}, ${key2} LIMIT ${limit}`
}

export async function countRows(tx: Tx, wanted: Wanted): Promise<number> {
  const { from } = registerOf(wanted.wish.register)
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${from(wanted.wish.filter, wanted.today)} WHERE ${among(wanted)}`
  return row?.count ?? 0
}
