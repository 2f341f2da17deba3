import type { Session } from '@rodnik/contract/sessions'
import { confirmSecondFactor, giveSecondFactor, offerSecondFactor } from '@rodnik/contract/sessions'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { beginSession } from '../../lib/session.queries.ts'

/** Asked once for a look at the page: half an hour later the answer is another one. It is kept no longer than it is shown. */
export const offerQuery = queryOptions({
  queryKey: ['staff', 'second-factor-offer'],
  queryFn: () => call(offerSecondFactor, {}),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
})

export function useConfirmation() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (code: string) => call(confirmSecondFactor, { body: { code } }),
    onSuccess: ({ session }) => beginSession(queryClient, session),
  })
}

export function useSecondFactor() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (given: { code?: string; recoveryCode?: string }) => call(giveSecondFactor, { body: given }),
    onSuccess: (session: Session) => beginSession(queryClient, session),
  })
}
