import type { FoundThing } from '@rodnik/contract/staff-search'
import { parseSubmissionNumber } from '@rodnik/domain/submissions/submission-number'
import type { Finder } from '../../../platform/finder.ts'
import { addressLine } from './address-line.sql.ts'

/** The submission whose confirmation has this number. */
export const submissionFinder: Finder = {
  kind: 'submission',
  roles: ['operator', 'clerk', 'inspector', 'administrator'],
  async find(db, { code }) {
    const number = code === null ? null : parseSubmissionNumber(code)
    if (!number) return []
    return db.$queryRaw<FoundThing[]>`
      SELECT a.id, ${code}::text AS name, ${addressLine} AS place, a.holder_name AS person, 'number' AS "foundBy",
        false AS "isOver"
      FROM submissions s JOIN accounts a ON a.id = s.account_id JOIN premises p ON p.id = a.premises_id
      WHERE s.id = ${number.id} AND s.period = ${`${number.period}-01`}::date`
  },
}
