import { closeGuestSession, type GuestEntry, openGuestSession } from '@rodnik/contract/guest-sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { rememberAppearance } from '../../lib/appearance.ts'
import { call } from '../../lib/call.ts'
import { forgetAll, keep } from '../../lib/kept.ts'

export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: GuestEntry) => call(openGuestSession, { body }),
    onSuccess: () => {
      keep('signed-in', true)
      // What another account saw in this tab must not show for a moment in this one.
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'site' })
    },
  })
}

/** Ends the session and forgets everything typed, for computers that several people use. */
export function useSignOut() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(closeGuestSession, {}),
    onSuccess: () => {
      forgetAll()
      rememberAppearance()
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'site' })
    },
  })
}
