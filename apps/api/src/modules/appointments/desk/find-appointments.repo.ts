import type { FoundThing } from '@rodnik/contract/staff-search'
import type { Finder } from '../../../platform/finder.ts'

/** The appointment that has this number: it stands in the queue of its office on its day. */
export const appointmentFinder: Finder = {
  kind: 'appointment',
  roles: ['operator', 'administrator'],
  async find(db, { code }) {
    if (code === null) return []
    return db.$queryRaw<FoundThing[]>`
      SELECT a.office_id AS id, (a.starts_at AT TIME ZONE o.time_zone)::date::text AS day, a.number AS name,
        concat_ws('-', p.street || ', ' || p.house, nullif(p.flat, '')) AS place, c.holder_name AS person,
        'number' AS "foundBy", a.state = 'cancelled' AS "isOver"
      FROM appointments a JOIN offices o ON o.id = a.office_id JOIN accounts c ON c.id = a.account_id
        JOIN premises p ON p.id = c.premises_id
      WHERE a.number = ${code}`
  },
}
