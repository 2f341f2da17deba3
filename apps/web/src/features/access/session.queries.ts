import { closeGuestSession, type GuestEntry, openGuestSession } from '@rodnik/contract/guest-sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { forgetOthers, forgetPerson } from '../../lib/forget-person.ts'
import { keep } from '../../lib/kept.ts'

export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: GuestEntry) => call(openGuestSession, { body }),
    onSuccess: () => {
      keep('signed-in', true)
      forgetOthers(queryClient)
    },
  })
}

/** Ends the session and forgets everything typed, for computers that several people use. */
export function useSignOut() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(closeGuestSession, {}),
    onSuccess: () => forgetPerson(queryClient),
  })
}
