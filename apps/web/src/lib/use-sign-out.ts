import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { forgetPerson } from './forget-person.ts'
import { markSignedOut } from './signed-in-mark.ts'

/** Ends the session and forgets everything typed and seen, for computers that several people use. */
export function useSignOut() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      // The menu is on every page; what it needs for this one press comes with the press.
      const { signOut } = await import('@rodnik/contract/sessions')
      return call(signOut, {})
    },
    onSuccess: () => {
      forgetPerson(queryClient)
      markSignedOut()
    },
  })
}
