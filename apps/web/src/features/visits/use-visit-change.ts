import type { VisitWish } from '@rodnik/contract/visits'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError, isUndecided } from '../../lib/call.ts'
import { intentionFor, settleIntention } from '../../lib/intention.ts'
import type { VisitScope } from './visit-scope.ts'

/** Sends a wish about a visit once, however often it is pressed; a refusal shows what is free now. */
export function useVisitChange(scope: VisitScope, onChanged: () => void) {
  const queryClient = useQueryClient()
  const name = `intention.visit.${scope.key.join('.')}`
  return useMutation({
    mutationFn: (wish: VisitWish) => scope.change(intentionFor(name, wish, JSON.stringify(wish))),
    onSuccess: (visits) => {
      settleIntention(name)
      queryClient.setQueryData(scope.key, visits)
      onChanged()
    },
    onError: (error) => {
      const code = error instanceof ApiError ? error.code : 'internal_error'
      if (isUndecided(code)) return undefined
      settleIntention(name)
      return queryClient.invalidateQueries({ queryKey: scope.key })
    },
  })
}
