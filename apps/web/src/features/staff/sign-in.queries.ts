import { type Credentials, type Session, signIn } from '@rodnik/contract/sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { beginSession } from '../../lib/session.queries.ts'

export function useStaffSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Credentials) => call(signIn, { body }),
    onSuccess: (session: Session) => beginSession(queryClient, session),
  })
}
