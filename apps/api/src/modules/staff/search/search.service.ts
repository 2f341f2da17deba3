import type { FoundGroup, FoundGroups } from '@rodnik/contract/staff-search'
import { readSearch } from '@rodnik/domain/staff/search-query'
import type { Deps } from '../../../platform/deps.ts'
import { type Finder, MAX_FOUND, type Searcher } from '../../../platform/finder.ts'
import { FINDERS } from './finders.ts'

const isFor =
  ({ roles }: Searcher) =>
  (finder: Finder) =>
    finder.roles.some((role) => roles.includes(role))

/** Whatever the typed words can mean to this member of staff; all kinds are asked at once. */
export async function searchConsole(
  { db }: Pick<Deps, 'db'>,
  searcher: Searcher,
  typed: string,
): Promise<FoundGroups> {
  const query = readSearch(typed)
  const groups = await Promise.all(
    FINDERS.filter(isFor(searcher)).map(async ({ kind, find }): Promise<FoundGroup> => {
      const found = await find(db, query, searcher)
      return { kind, found: found.slice(0, MAX_FOUND), hasMore: found.length > MAX_FOUND }
    }),
  )
  return { groups: groups.filter(({ found }) => found.length > 0) }
}
