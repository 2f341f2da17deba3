import * as contract from '@rodnik/contract/staff-imports'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { sendFiles } from './send-files.ts'

const importsKey = ['staff', 'imports'] as const
const LOOK_MS = 1000

/** While the worker is at a run it is looked at again and again. */
export const isAtWork = ({ state }: contract.ImportRun) => state === 'checking' || state === 'loading'

export const runsQuery = infiniteQueryOptions({
  queryKey: [...importsKey, 'list'],
  queryFn: ({ pageParam, signal }) =>
    call(contract.listImports, { querystring: pageParam === null ? {} : { cursor: pageParam } }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ runs }) => runs.some(isAtWork)) ? LOOK_MS : false,
})

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: [...importsKey, id],
    queryFn: ({ signal }) => call(contract.showImport, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_MS : false),
  })

/** Of one turn: what was looked at once is not asked for again, because each look is recorded. */
export const failedRowsQuery = ({ id, turn }: contract.ImportRun, language: 'ru' | 'en') =>
  queryOptions({
    queryKey: [...importsKey, id, 'failed', turn, language],
    queryFn: ({ signal }) =>
      call(contract.showFailedRows, { params: { id }, querystring: { language } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

export function useUpload(onSent: (share: number) => void, onDone: (id: string) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (files: readonly File[]) => sendFiles(files, onSent),
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...importsKey, 'list'] }),
  })
}

export function useDecision({ id, turn }: contract.ImportRun) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (decision: contract.ImportDecision) =>
      call(contract.decideImport, { params: { id }, body: { turn, decision } }),
    onSuccess: (run) => queryClient.setQueryData(runQuery(id).queryKey, run),
    onError: () => queryClient.invalidateQueries({ queryKey: runQuery(id).queryKey, exact: true }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...importsKey, 'list'] }),
  })
}
