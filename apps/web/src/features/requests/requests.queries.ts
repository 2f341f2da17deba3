import type { RequestFiled } from '@rodnik/contract/requests'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { RequestScope } from './request-scope.ts'

export const requestsQuery = (scope: RequestScope) =>
  queryOptions({
    queryKey: [...scope.key, 'list'],
    queryFn: ({ signal }) => scope.list(signal),
  })

export const requestQuery = (scope: RequestScope, requestId: string) =>
  queryOptions({
    queryKey: [...scope.key, 'one', requestId],
    queryFn: ({ signal }) => scope.show(requestId, signal),
  })

/** Takes what the server says of a request now; the list is asked for anew when it is looked at. */
export function takeRequest(queryClient: QueryClient, scope: RequestScope, filed: RequestFiled): void {
  queryClient.setQueryData(requestQuery(scope, filed.request.id).queryKey, filed)
  void queryClient.invalidateQueries(requestsQuery(scope))
}
