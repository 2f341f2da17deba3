import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { StaffLoaded } from './staff-loaded.tsx'

type Props<Page, Item> = {
  query: UseInfiniteQueryResult<InfiniteData<Page>>
  itemsOf: (page: Page) => Item[]
  /** What to say when nothing was found. */
  none: string
  more: string
  children: (items: Item[]) => ReactNode
}

/** What was found, page by page: all of it so far in one table, and the next page under it. */
export function FoundList<Page, Item>({ query, itemsOf, none, more, children }: Props<Page, Item>) {
  return (
    <StaffLoaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap(itemsOf)
        if (items.length === 0) return <output>{none}</output>
        return (
          <>
            {children(items)}
            {query.hasNextPage && (
              <button
                type="button"
                className="quiet more"
                aria-disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {more}
              </button>
            )}
          </>
        )
      }}
    </StaffLoaded>
  )
}
