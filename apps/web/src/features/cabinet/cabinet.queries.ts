import { showCabinet } from '@rodnik/contract/cabinet'
import { type NewSubmission, submitReadings } from '@rodnik/contract/submissions'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import type { Intention } from '../../lib/intention.ts'
import { submissionKey } from '../../lib/submission.queries.ts'

export const cabinetQuery = queryOptions({
  queryKey: ['cabinet'],
  queryFn: ({ signal }) => call(showCabinet, {}, signal),
})

export function useSubmitReadings() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: Intention<NewSubmission>) =>
      call(submitReadings, { headers: { 'idempotency-key': key }, body }),
    onSuccess: (confirmation) => {
      queryClient.setQueryData(submissionKey(confirmation.number), confirmation)
      return queryClient.invalidateQueries({ queryKey: cabinetQuery.queryKey, refetchType: 'none' })
    },
  })
}
