import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import {
  changeInOutbox,
  forgetPhoto,
  loadOutbox,
  putIntoOutbox,
  takeFromOutbox,
} from '../../lib/field-store.ts'
import { sendWaiting } from './outbox.ts'
import { type OutboxEntry, withoutPhoto } from './outbox-rules.ts'

const AGAIN_MS = 30_000

const outboxQuery = queryOptions({
  queryKey: ['field', 'outbox'],
  queryFn: () => loadOutbox<OutboxEntry>(),
})

/** What was recorded: it goes out by itself, at once, when the network is back, and every half minute meanwhile. */
export function useOutbox(inspectorId: string | undefined) {
  const queryClient = useQueryClient()
  const { data = [] } = useQuery(outboxQuery)
  const show = useCallback(
    () => void queryClient.invalidateQueries({ queryKey: outboxQuery.queryKey }),
    [queryClient],
  )
  const send = useCallback(
    () => (inspectorId === undefined ? Promise.resolve() : sendWaiting(inspectorId, show)),
    [inspectorId, show],
  )
  useEffect(() => {
    const now = () => void send()
    now()
    const timer = setInterval(now, AGAIN_MS)
    addEventListener('online', now)
    return () => {
      clearInterval(timer)
      removeEventListener('online', now)
    }
  }, [send])

  return {
    entries: data,
    entryOf: (visitId: string) => data.findLast((entry) => entry.visitId === visitId),
    add: async (entry: OutboxEntry) => {
      await putIntoOutbox(entry.key, entry)
      show()
      void send()
    },
    /** A refused one that was read: the visit can be recorded anew. */
    drop: async (key: string) => {
      await takeFromOutbox([key])
      show()
    },
    /** A photo whose refusal was read. */
    dropPhoto: async (key: string, photoKey: string) => {
      await changeInOutbox<OutboxEntry>(key, (entry) => withoutPhoto(entry, photoKey))
      await forgetPhoto(photoKey)
      show()
    },
    send,
  }
}
export type Outbox = ReturnType<typeof useOutbox>
