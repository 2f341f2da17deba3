import type { StaffRole } from '@rodnik/contract/endpoint'
import type { FoundThing, SearchKind } from '@rodnik/contract/staff-search'
import type { SearchQuery } from '@rodnik/domain/staff/search-query'
import type { Tx } from './db.ts'

/** As many of a kind as anyone reads; one more tells that there are more. */
export const MAX_FOUND = 50
export const FOUND_LIMIT = MAX_FOUND + 1

/** Who asks, as far as finders look at it. */
export type Searcher = { roles: readonly StaffRole[] }

/**
 * How the search of the console finds one kind of things. A module that has things to find exports its finder, and
 * `modules/staff/search/finders.ts` lists it.
 */
export type Finder = {
  kind: SearchKind
  /** Whoever has none of them finds nothing of the kind. */
  roles: readonly StaffRole[]
  /** At most `FOUND_LIMIT`, the likeliest first; [] at once for a query that means nothing of the kind. */
  find: (db: Tx, query: SearchQuery, searcher: Searcher) => Promise<FoundThing[]>
}

/** What people type has «%» and «_» in it as ordinary characters. */
export const literally = (typed: string): string => typed.replaceAll(/[\\%_]/g, String.raw`\$&`)
