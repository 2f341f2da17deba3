import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { forgetPerson } from './forget-person.ts'
import { markSignedOut } from './signed-in-mark.ts'

/**
 * Ends the session and forgets everything typed and seen, for computers that several people use.
 * @param onLeft called before the menu changes, because the button that was pressed goes with it
 */
export function useSignOut(onLeft: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      // The menu is on every page; what it needs for this one press comes with the press.
      const { signOut } = await import('@rodnik/contract/sessions')
      return call(signOut, {})
    },
    onSuccess: () => {
      onLeft()
      forgetPerson(queryClient)
      markSignedOut()
    },
  })
}
