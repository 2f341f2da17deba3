import type { FoundThing } from '@rodnik/contract/staff-search'
import type { Finder } from '../../platform/finder.ts'
import { ADDRESS } from './address.sql.ts'
import { kindsOf } from './kinds.ts'

/** The request that has this number, for whoever works on its kind; those of nobody yet are known by the organisation. */
export const requestFinder: Finder = {
  kind: 'request',
  roles: ['operator', 'clerk', 'inspector', 'administrator'],
  async find(db, { code }, { roles }) {
    if (code === null) return []
    return db.$queryRaw<FoundThing[]>`
      SELECT r.id, r.number AS name, CASE WHEN a.id IS NULL THEN '' ELSE ${ADDRESS} END AS place,
        coalesce(a.holder_name, r.fields ->> 'organisationName', '') AS person, 'number' AS "foundBy",
        r.closed_at IS NOT NULL AS "isOver"
      FROM requests r LEFT JOIN accounts a ON a.id = r.account_id LEFT JOIN premises p ON p.id = a.premises_id
      WHERE r.number = ${code} AND r.kind = ANY (${kindsOf(roles)})`
  },
}
