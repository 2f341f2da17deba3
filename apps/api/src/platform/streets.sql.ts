import { Prisma } from './prisma/client.ts'

/**
 * Begins a statement that asks the `streets` of the city: some hundreds, found by jumping over the index of addresses
 * from one to the next, among half a million flats.
 */
export const withStreets = Prisma.sql`
  WITH RECURSIVE jumps AS (
    (SELECT street FROM premises ORDER BY street LIMIT 1)
    UNION ALL
    SELECT (SELECT p.street FROM premises p WHERE p.street > j.street ORDER BY p.street LIMIT 1)
    FROM jumps j WHERE j.street IS NOT NULL
  ), streets AS (SELECT street FROM jumps WHERE street IS NOT NULL)`
