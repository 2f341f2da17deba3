import { searchConsole } from '@rodnik/contract/staff-search'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const MIN_LENGTH = 2

/** While the next answer is on its way the last one stays: nothing flickers under the keys. */
export const searchQuery = (query: string) =>
  queryOptions({
    queryKey: ['staff', 'search', query],
    queryFn: ({ signal }) => call(searchConsole, { querystring: { query } }, signal),
    enabled: query.length >= MIN_LENGTH,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
