import { listTroubledLetters, retryLetter, type TroubledState } from '@rodnik/contract/staff-letters'
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const lettersKey = ['staff', 'letters'] as const

export const lettersQuery = (state: TroubledState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...lettersKey, state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      call(
        listTroubledLetters,
        { querystring: { ...(state && { state }), ...(pageParam !== null && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export function useLetterRetry(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(retryLetter, { params: { id } }),
    onError: () => queryClient.invalidateQueries({ queryKey: lettersKey }),
  })
}
