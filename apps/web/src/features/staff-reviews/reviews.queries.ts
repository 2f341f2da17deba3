import * as contract from '@rodnik/contract/staff-readings'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const key = ['staff', 'reading-reviews'] as const

export const reviewsQuery = () =>
  queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => call(contract.listWaitingReadings, {}, signal),
  })

type Decision = { meterId: string; revision: number; counts: boolean; reason: string }

export function useDecision() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ meterId, revision, ...body }: Decision) =>
      call(contract.decideReading, { params: { meterId, revision: String(revision) }, body }),
    // After a refusal too: somebody else was quicker.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['staff'] }),
  })
}
