import * as contract from '@rodnik/contract/staff-registries'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { sendFile } from './send-file.ts'

const filesKey = ['staff', 'registries'] as const
const LOOK_MS = 2000

/** While the worker is at a file its progress is looked at again and again. */
const isAtWork = ({ state }: contract.RegistryFile) => state === 'received' || state === 'posting'

export const filesQuery = infiniteQueryOptions({
  queryKey: [...filesKey, 'list'],
  queryFn: ({ pageParam, signal }) =>
    call(
      contract.listRegistryFiles,
      { querystring: pageParam === null ? {} : { cursor: pageParam } },
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ files }) => files.some(isAtWork)) ? LOOK_MS : false,
})

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: [...filesKey, id],
    queryFn: ({ signal }) => call(contract.showRegistryFile, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.file) ? LOOK_MS : false),
  })

export function useUpload(onSent: (share: number) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ file, profile }: { file: File; profile: string | null }) =>
      sendFile(file, profile, onSent),
    onSettled: () => queryClient.invalidateQueries({ queryKey: filesKey }),
  })
}
