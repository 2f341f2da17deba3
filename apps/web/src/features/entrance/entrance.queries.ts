import {
  activate,
  askForReset,
  type LetterRequest,
  type OwnDetails,
  type Registration,
  register,
  resendActivation,
  resetPassword,
} from '@rodnik/contract/registration'
import { type Credentials, changePassword, signIn } from '@rodnik/contract/sessions'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { beginSession, sessionQuery } from '../../lib/session.queries.ts'

export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: Credentials) => call(signIn, { body }),
    onSuccess: (session) => beginSession(queryClient, session),
  })
}

export function useRegister() {
  return useMutation({ mutationFn: (body: Registration) => call(register, { body }) })
}

/** What a letter can be asked for: to activate the account, or to choose a new password. */
export type LetterPurpose = 'activation' | 'reset'

export function useLetter(purpose: LetterPurpose) {
  const endpoint = purpose === 'activation' ? resendActivation : askForReset
  return useMutation({ mutationFn: (body: LetterRequest) => call(endpoint, { body }) })
}

type Activation = { token: string; own?: OwnDetails }

export function useActivate() {
  return useMutation({ mutationFn: (body: Activation) => call(activate, { body }) })
}

export function useResetPassword() {
  return useMutation({
    mutationFn: (body: { token: string; password: string }) => call(resetPassword, { body }),
  })
}

export function useChangePassword() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { current: string; next: string }) => call(changePassword, { body }),
    onSuccess: (session) => {
      // What was refused before the change opens now.
      queryClient.removeQueries({ predicate: (query) => query.state.status === 'error' })
      queryClient.setQueryData(sessionQuery.queryKey, session)
    },
  })
}
