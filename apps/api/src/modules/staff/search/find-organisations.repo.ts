import type { FoundThing } from '@rodnik/contract/staff-search'
import type { Tx } from '../../../platform/db.ts'
import { type Finder, FOUND_LIMIT, literally } from '../../../platform/finder.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

const MIN_LENGTH = 3

/** By any part of the name, the beginning of ИНН, the login, or a contract: each asks an index of its own. */
const idsOf = (text: string) => Prisma.sql`
  SELECT id, 1 AS rank FROM organisations WHERE ${text} ~ '^[0-9]+$' AND inn LIKE ${`${literally(text)}%`}
  UNION ALL SELECT id, 2 FROM organisations WHERE lower(name) LIKE ${`%${literally(text)}%`}
  UNION ALL SELECT m.organisation_id, 1 FROM users u JOIN memberships m ON m.user_id = u.id
    WHERE u.login = upper(${text})
  UNION ALL SELECT oa.organisation_id, 1 FROM legal_terms t JOIN organisation_accounts oa ON oa.account_id = t.account_id
    WHERE translate(lower(t.contract_number), 'ё', 'е') = ${text}`

const find = (db: Tx, text: string) => db.$queryRaw<FoundThing[]>`
  SELECT o.id, o.name, concat_ws(' / ', o.inn, nullif(o.kpp, '')) AS place, o.contact_name AS person,
    CASE f.rank WHEN 2 THEN 'name' ELSE 'number' END AS "foundBy", false AS "isOver"
  FROM (SELECT id, min(rank) AS rank FROM (${idsOf(text)}) AS every GROUP BY id) AS f
    JOIN organisations o ON o.id = f.id
  ORDER BY f.rank, o.name, o.id LIMIT ${FOUND_LIMIT}`

export const organisationFinder: Finder = {
  kind: 'organisation',
  roles: ['operator', 'administrator'],
  find: async (db, { text, code }) => (code !== null || text.length < MIN_LENGTH ? [] : find(db, text)),
}
