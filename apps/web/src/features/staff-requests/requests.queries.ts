import { approveCorrection, showCorrection } from '@rodnik/contract/reading-corrections'
import { Filled, type RequestKindName } from '@rodnik/contract/request-kinds/index'
import type { StaffRequest, StaffWish, StepDone } from '@rodnik/contract/staff-requests'
import * as contract from '@rodnik/contract/staff-requests'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Intention } from '../../lib/intention.ts'
import type { Language } from '../../lib/languages.ts'
import type { CallersChannel } from './channel-field.tsx'
import type { AskedQueue } from './queue-filter.ts'
import { sendOnce } from './send-once.ts'

type FiledForCaller = { kind: RequestKindName; fields: object; email?: string; language: Language }

const all = ['staff', 'requests'] as const
const LOOK_MS = 30_000

export const countsQuery = queryOptions({
  queryKey: [...all, 'counts'],
  queryFn: ({ signal }) => call(contract.countQueues, {}, signal),
  refetchInterval: LOOK_MS,
})

const page = (asked: AskedQueue, cursor: string | null, signal: AbortSignal) =>
  call(contract.listQueue, { querystring: { ...asked, ...(cursor !== null && { cursor }) } }, signal)

/** What is shown stays as it is until whoever reads it asks for more, comes back, or changes something. */
export const queueQuery = (asked: AskedQueue) =>
  infiniteQueryOptions({
    queryKey: [...all, 'queue', asked],
    queryFn: ({ pageParam, signal }) => page(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** The first page as it is now, looked at again and again beside what is shown. */
export const freshQueueQuery = (asked: AskedQueue) =>
  queryOptions({
    queryKey: [...all, 'fresh', asked],
    queryFn: ({ signal }) => page(asked, null, signal),
    refetchInterval: LOOK_MS,
    staleTime: LOOK_MS,
  })

const cardKey = (id: string) => [...all, 'card', id] as const

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: cardKey(id),
    queryFn: ({ signal }) => call(contract.showStaffRequest, { params: { id } }, signal),
    refetchInterval: LOOK_MS,
  })

/** Below the card: whatever makes the card ask anew, a refusal above all, makes this one. */
export const correctionQuery = (id: string) =>
  queryOptions({
    queryKey: [...cardKey(id), 'correction'],
    queryFn: ({ signal }) => call(showCorrection, { params: { id } }, signal),
  })

export const colleaguesQuery = queryOptions({
  queryKey: ['staff', 'colleagues'],
  queryFn: ({ signal }) => call(contract.listColleagues, {}, signal),
  staleTime: 5 * 60_000,
})

export const accountRequestsQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['staff', 'account', accountId, 'requests'],
    queryFn: ({ signal }) => call(contract.listAccountRequests, { params: { id: accountId } }, signal),
  })

/** A change of one request: its card is what the answer says, all lists are asked anew. */
function useCardChange<Wish>(id: string, change: (wish: Wish) => Promise<StaffRequest>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (request) => {
      queryClient.setQueryData(cardKey(id), request)
      return Promise.all(
        ['queue', 'fresh', 'counts'].map((name) =>
          queryClient.invalidateQueries({ queryKey: [...all, name] }),
        ),
      )
    },
    // A refusal tells that a colleague was faster: the card shows what they did.
    onError: () => queryClient.invalidateQueries({ queryKey: cardKey(id) }),
  })
}

export const useWork = (id: string) =>
  useCardChange(id, (wish: StaffWish) =>
    sendOnce(`request-${id}`, wish, (headers, body) =>
      call(contract.workOnRequest, { params: { id }, headers, body }),
    ),
  )

export const useStep = (id: string) =>
  useCardChange(id, (done: StepDone) =>
    sendOnce(`request-step-${id}`, done, (headers, body) =>
      call(contract.markStep, { params: { id }, headers, body }),
    ),
  )

type Approval = { amountKopecks: number; text: string }

/** Corrects readings and answers, in one; the account has a recalculation more then. */
export function useApproval(id: string) {
  const queryClient = useQueryClient()
  const change = useCardChange(id, (approval: Approval) =>
    sendOnce(`request-correction-${id}`, approval, async (headers, body) => {
      const request = await call(approveCorrection, { params: { id }, headers, body })
      await queryClient.invalidateQueries({ queryKey: ['staff', 'account', request.account?.id] })
      await queryClient.invalidateQueries(correctionQuery(id))
      return request
    }),
  )
  return change
}

/** Files for somebody who calls, under the key that the form has kept. */
export function useFilingForCaller(accountId: string, channel: CallersChannel) {
  const queryClient = useQueryClient()
  return async ({ key, body: { kind, fields, ...body } }: Intention<FiledForCaller>) => {
    const filed = await call(contract.fileForCaller, {
      params: { id: accountId },
      headers: { 'idempotency-key': key },
      body: { ...body, filled: Filled.parse({ kind, fields }), channel },
    })
    void queryClient.invalidateQueries(accountRequestsQuery(accountId))
    return filed
  }
}

type Many = { ids: readonly string[]; wish: StaffWish }

/** What would happen to each: tried and taken back by the server. */
export const dryRunQuery = ({ ids, wish }: Many) =>
  queryOptions({
    queryKey: [...all, 'dry-run', ids, wish],
    queryFn: ({ signal }) => {
      const headers = { 'idempotency-key': 'dry-run-changes-nothing' }
      return call(contract.workOnMany, { headers, body: { ids: [...ids], wish, isDryRun: true } }, signal)
    },
    gcTime: 0,
  })

export function useWorkOnMany() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ ids, wish }: Many) =>
      sendOnce('requests-bulk', { ids: [...ids], wish, isDryRun: false }, (headers, body) =>
        call(contract.workOnMany, { headers, body }),
      ),
    onSettled: () => queryClient.invalidateQueries({ queryKey: all, predicate: isNoDryRun }),
  })
}

const isNoDryRun = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[2] !== 'dry-run'
