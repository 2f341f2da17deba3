import { readSearch } from '@rodnik/domain/staff/search-query'
import { Prisma } from '../../../platform/prisma/client.ts'

/**
 * Accounts `a` on a street whose words begin as typed. The premises are found first, as an array: the planner would
 * rather walk the accounts in their order and work out the words of each address.
 */
export function onStreetLike(typed: string | undefined): Prisma.Sql[] {
  const { words } = readSearch(typed ?? '')
  if (words.length === 0) return []
  const query = words.map((word) => `'${word}':*`).join(' & ')
  return [
    Prisma.sql`a.premises_id = ANY (ARRAY(
      SELECT id FROM premises WHERE address_words(street, house_weak_key, flat_key) @@ ${query}::tsquery
    ))`,
  ]
}
