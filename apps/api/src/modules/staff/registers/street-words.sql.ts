import { readSearch } from '@rodnik/domain/staff/search-query'
import { Prisma } from '../../../platform/prisma/client.ts'

/** Premises `p` whose street has words that begin as typed; null where nothing telling was typed. */
export function onStreetLike(typed: string | undefined): Prisma.Sql[] {
  const { words } = readSearch(typed ?? '')
  if (words.length === 0) return []
  const query = words.map((word) => `'${word}':*`).join(' & ')
  return [Prisma.sql`address_words(p.street, p.house_weak_key, p.flat_key) @@ ${query}::tsquery`]
}
