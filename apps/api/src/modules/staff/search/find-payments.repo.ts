import type { FoundThing } from '@rodnik/contract/staff-search'
import type { Finder } from '../../../platform/finder.ts'
import { addressLine } from './address-line.sql.ts'

/** The accounts that a payment on the site is for, by its number. */
export const paymentFinder: Finder = {
  kind: 'payment',
  roles: ['operator', 'clerk', 'administrator'],
  async find(db, { code }) {
    if (code === null) return []
    return db.$queryRaw<FoundThing[]>`
      SELECT a.id, y.number AS name, ${addressLine} AS place, a.holder_name AS person, 'number' AS "foundBy",
        y.state IN ('failed', 'expired') AS "isOver"
      FROM payments y JOIN payment_parts t ON t.payment_id = y.id JOIN accounts a ON a.id = t.account_id
        JOIN premises p ON p.id = a.premises_id
      WHERE y.number = ${code} ORDER BY a.number`
  },
}
