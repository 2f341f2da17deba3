import type { VisitWish } from '@rodnik/contract/visits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'
import { asksForPicture } from './visit-guard.tsx'
import type { VisitScope } from './visit-scope.ts'

/** Sends a wish about a visit once, however often it is pressed; a refusal shows what is free now. */
export function useVisitChange(scope: VisitScope, typed: () => FormData, onChanged: () => void) {
  const queryClient = useQueryClient()
  const name = `intention.visit.${JSON.stringify(scope.key)}`
  return useMutation({
    mutationFn: (wish: VisitWish) => scope.change(intentionFor(name, wish, JSON.stringify(wish)), typed()),
    onSuccess: (visits) => {
      settleIntention(name)
      scope.picture?.forget()
      queryClient.setQueryData(scope.key, visits)
      onChanged()
    },
    onError: (error) => {
      scope.picture?.afterFailure(error)
      const code = error instanceof ApiError ? error.code : 'internal_error'
      if (isUndecided(code)) return undefined
      settleIntention(name)
      // Nothing has become known of what is free; asking again would ask for the digits again.
      if (asksForPicture(error)) return undefined
      return queryClient.invalidateQueries({ queryKey: scope.key })
    },
  })
}
