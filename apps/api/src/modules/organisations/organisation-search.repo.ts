import type { OrganisationLine } from '@rodnik/contract/organisations'
import type { Tx } from '../../platform/db.ts'

const PAGE_SIZE = 50

type Wanted = { query: string; cursor: string | undefined }

/** «%» and «_» are ordinary characters in what people type. */
const literally = (typed: string) => typed.replaceAll(/[\\%_]/g, String.raw`\$&`)

/** By any part of the name, the beginning of ИНН, or the login; in the order of names, page by page. */
export async function findOrganisations(db: Tx, { query, cursor }: Wanted) {
  const typed = literally(query)
  const rows = await db.$queryRaw<OrganisationLine[]>`
    WITH page AS MATERIALIZED (
      SELECT o.id, o.kind, o.name, o.inn, o.kpp FROM organisations o
      WHERE (${query} = '' OR o.id IN (
          SELECT id FROM organisations WHERE lower(name) LIKE '%' || lower(${typed}) || '%'
          UNION SELECT id FROM organisations WHERE ${query} ~ '^[0-9]+$' AND inn LIKE ${typed} || '%'
          UNION SELECT m.organisation_id FROM memberships m JOIN users u ON u.id = m.user_id
            WHERE u.login = upper(${query})
        ))
        AND (${cursor ?? null}::uuid IS NULL
          OR (o.name, o.id) > (SELECT c.name, c.id FROM organisations c WHERE c.id = ${cursor ?? null}::uuid))
      ORDER BY o.name, o.id
      LIMIT ${PAGE_SIZE + 1}
    )
    SELECT p.id, p.kind::text, p.name, p.inn, p.kpp,
      (SELECT u.login FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE m.organisation_id = p.id ORDER BY m.created_at LIMIT 1) AS login,
      (SELECT count(*)::int FROM organisation_accounts a WHERE a.organisation_id = p.id) AS "accountsCount"
    FROM page p
    ORDER BY p.name, p.id`
  const organisations = rows.slice(0, PAGE_SIZE)
  return { organisations, nextCursor: rows.length > PAGE_SIZE ? (organisations.at(-1)?.id ?? null) : null }
}
