import { type Credentials, type Session, signIn } from '@rodnik/contract/sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { staffSessionQuery } from '../../lib/staff-session.queries.ts'

/** Takes an answer that opens or changes the session for the session in force; nothing seen before stays. */
export function useAdoptSession() {
  const queryClient = useQueryClient()
  return (session: Session) => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'site' })
    queryClient.setQueryData(staffSessionQuery.queryKey, session)
  }
}

export function useStaffSignIn() {
  const adopt = useAdoptSession()
  return useMutation({
    mutationFn: (body: Credentials) => call(signIn, { body }),
    onSuccess: adopt,
  })
}
