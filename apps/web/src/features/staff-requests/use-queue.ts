import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { queueChanges } from './queue-changes.ts'
import type { AskedQueue } from './queue-filter.ts'
import { freshQueueQuery, queueQuery } from './requests.queries.ts'

/** A queue that keeps still while one works on it, and tells what has changed. */
export function useQueue(asked: AskedQueue) {
  const query = useInfiniteQuery(queueQuery(asked))
  const fresh = useQuery({ ...freshQueueQuery(asked), enabled: query.data !== undefined })
  const isNewer = fresh.dataUpdatedAt > query.dataUpdatedAt
  const shown = query.data?.pages.flatMap(({ requests }) => requests) ?? []
  return {
    query,
    ...queueChanges(shown, isNewer ? fresh.data : undefined),
    show: () => void query.refetch(),
  }
}
