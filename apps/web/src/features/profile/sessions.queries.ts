import { beginEsia } from '@rodnik/contract/esia'
import { endSession, listSessions, signOutEverywhere } from '@rodnik/contract/sessions'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { ESIA_LANGUAGE } from '../../lib/esia-language.ts'
import { forgetPerson } from '../../lib/forget-person.ts'
import { keep } from '../../lib/kept.ts'
import { useSpeech } from '../../lib/language.tsx'
import { markSignedOut } from '../../lib/signed-in-mark.ts'

export const openSessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => call(listSessions, {}, signal),
})

export function useEndSession() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(endSession, { params: { id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: openSessionsQuery.queryKey }),
  })
}

export function useSignOutEverywhere() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(signOutEverywhere, {}),
    onSuccess: () => {
      forgetPerson(queryClient)
      markSignedOut()
    },
  })
}

/** Goes to Gosuslugi and comes back with it linked to this profile. */
export function useLinkGosuslugi() {
  const { language } = useSpeech()
  return useMutation({
    mutationFn: (password: string) =>
      call(beginEsia, { body: { purpose: 'link', ...(password !== '' && { password }) } }),
    onSuccess: ({ redirectTo }) => {
      keep(ESIA_LANGUAGE, language)
      location.assign(redirectTo)
    },
  })
}
