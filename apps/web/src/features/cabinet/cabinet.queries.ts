import { showCabinet } from '@rodnik/contract/cabinet'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { guestCabinetKey, useCabinetScope } from '../../lib/cabinet-scope.ts'
import { call } from '../../lib/call.ts'

export const cabinetQuery = queryOptions({
  queryKey: guestCabinetKey,
  queryFn: ({ signal }) => call(showCabinet, {}, signal),
})

export function useSubmitReadings() {
  const queryClient = useQueryClient()
  const scope = useCabinetScope()
  return useMutation({
    mutationFn: scope.send,
    onSuccess: (confirmation) => {
      queryClient.setQueryData(scope.submissionKey(confirmation.number), confirmation)
      return queryClient.invalidateQueries({ queryKey: scope.cabinetKey, refetchType: 'none' })
    },
  })
}
