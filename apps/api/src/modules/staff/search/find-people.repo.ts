import type { FoundThing } from '@rodnik/contract/staff-search'
import type { SearchQuery } from '@rodnik/domain/staff/search-query'
import { type Finder, FOUND_LIMIT, literally } from '../../../platform/finder.ts'
import { Prisma } from '../../../platform/prisma/client.ts'

const MIN_NAME_LENGTH = 3

const found = (foundBy: 'contact' | 'name', where: Prisma.Sql) => Prisma.sql`
  SELECT u.id, coalesce(nullif(u.name, ''), u.email, u.login, '') AS name,
    concat_ws(', ', u.phone, u.email) AS place, '' AS person, ${foundBy}::text AS "foundBy",
    u.disabled_at IS NOT NULL AS "isOver"
  FROM users u
  WHERE u.kind <> 'staff' AND u.deleted_at IS NULL AND ${where}
  ORDER BY u.name, u.id LIMIT ${FOUND_LIMIT}`

function whereOf({ phone, email, emailStart, words, addresses }: SearchQuery) {
  if (phone !== null) return found('contact', Prisma.sql`u.phone = ${phone}`)
  if (email !== null) return found('contact', Prisma.sql`u.email = ${email}`)
  if (emailStart !== null)
    return found('contact', Prisma.sql`lower(u.email) LIKE ${`${literally(emailStart)}%`}`)
  const isName = addresses.length === 0 && words.some((word) => word.length >= MIN_NAME_LENGTH)
  const wanted = words.map((word) => `'${word}':*`).join(' & ')
  return isName ? found('name', Prisma.sql`holder_words(u.name) @@ ${wanted}::tsquery`) : null
}

/** Residents and sign-ins of organisations, by phone, e-mail or name, for those who see contacts. */
export const personFinder: Finder = {
  kind: 'person',
  roles: ['operator', 'administrator'],
  async find(db, query) {
    const wanted = whereOf(query)
    return wanted === null ? [] : db.$queryRaw<FoundThing[]>`${wanted}`
  },
}
