import {
  askForEmailChange,
  askForExport,
  cancelEmailChange,
  changeProfile,
  confirmEmail,
  deleteProfile,
  listExports,
  type ProfileChange,
  showProfile,
  unlinkGosuslugi,
} from '@rodnik/contract/profile'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'
import { forgetPerson } from '../../lib/forget-person.ts'
import { sessionQuery } from '../../lib/session.queries.ts'
import { markSignedOut } from '../../lib/signed-in-mark.ts'

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => call(showProfile, {}, signal),
})

/** One that is being made is asked after until it is there. */
export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => call(listExports, {}, signal),
  refetchInterval: ({ state }) =>
    state.data?.exports.some((one) => one.state === 'being_made') ? 5000 : false,
})

function useRefreshed() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: profileQuery.queryKey })
}

export function useChangeProfile() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: ProfileChange) => call(changeProfile, { body }),
    onSuccess: (profile) => {
      queryClient.setQueryData(profileQuery.queryKey, profile)
      return queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
}

export function useAskForEmail() {
  const onSuccess = useRefreshed()
  return useMutation({
    mutationFn: (body: { newEmail: string; password?: string }) => call(askForEmailChange, { body }),
    onSuccess,
  })
}

export function useKeepEmail() {
  const onSuccess = useRefreshed()
  return useMutation({ mutationFn: () => call(cancelEmailChange, {}), onSuccess })
}

export function useConfirmEmail() {
  const onSuccess = useRefreshed()
  return useMutation({ mutationFn: (token: string) => call(confirmEmail, { body: { token } }), onSuccess })
}

export function useUnlinkGosuslugi() {
  const onSuccess = useRefreshed()
  return useMutation({ mutationFn: () => call(unlinkGosuslugi, {}), onSuccess })
}

export function useAskForExport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(askForExport, {}),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: exportsQuery.queryKey }),
  })
}

/** Deletes the profile; what this browser has kept of the person goes too, once the page has said so. */
export function useDeleteProfile(onDeleted: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (password: string | undefined) =>
      call(deleteProfile, { body: { isConfirmed: true, ...(password !== undefined && { password }) } }),
    onSuccess: () => {
      onDeleted()
      forgetPerson(queryClient)
      markSignedOut()
    },
  })
}
