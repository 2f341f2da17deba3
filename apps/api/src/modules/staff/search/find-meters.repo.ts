import type { FoundThing } from '@rodnik/contract/staff-search'
import { type Finder, FOUND_LIMIT, literally } from '../../../platform/finder.ts'
import { addressLine } from './address-line.sql.ts'

const MIN_LENGTH = 4
/** Serials are digits, some with letters and dashes between. */
const isSerial = (text: string) =>
  text.length >= MIN_LENGTH && /^[\p{L}\p{Pd}/.]*\d[\p{L}\d\p{Pd}/.]*$/u.test(text)

/** Meters by any part of their serial; those that are in place first. */
export const meterFinder: Finder = {
  kind: 'meter',
  roles: ['operator', 'clerk', 'inspector', 'administrator'],
  async find(db, { text, code }) {
    if (code !== null || !isSerial(text)) return []
    return db.$queryRaw<FoundThing[]>`
      SELECT a.id, concat_ws(' ', nullif(m.type, ''), m.serial) AS name, ${addressLine} AS place,
        a.holder_name AS person, 'number' AS "foundBy", m.removed_on IS NOT NULL AS "isOver"
      FROM meters m JOIN accounts a ON a.id = m.account_id JOIN premises p ON p.id = a.premises_id
      WHERE translate(lower(m.serial), 'ё', 'е') LIKE ${`%${literally(text)}%`}
      ORDER BY m.removed_on IS NOT NULL, m.serial, m.id LIMIT ${FOUND_LIMIT}`
  },
}
