import { showSite } from '@rodnik/contract/site'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from './call.ts'

export const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: () => call(showSite, {}),
  staleTime: 5 * 60_000,
})

/** The organisation, the reading window and the prices; undefined until they have come. */
export function useSite() {
  return useQuery(siteQuery).data
}
