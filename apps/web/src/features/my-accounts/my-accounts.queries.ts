import {
  type AccountToLink,
  linkAccount,
  listMyAccounts,
  renameMyAccount,
  switchAccountless,
  unlinkAccount,
} from '@rodnik/contract/my-accounts'
import { showProfile } from '@rodnik/contract/profile'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

export const myAccountsQuery = queryOptions({
  queryKey: ['my-accounts'],
  queryFn: ({ signal }) => call(listMyAccounts, {}, signal),
})

/** Whether Gosuslugi has confirmed a name, for the form of linking. */
export const confirmedNameQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => call(showProfile, {}, signal),
})

/** Everything that is shown of accounts is asked for anew after a change of rights. */
function useRefreshed() {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: myAccountsQuery.queryKey })
}

export function useLinkAccount() {
  const onSuccess = useRefreshed()
  return useMutation({ mutationFn: (body: AccountToLink) => call(linkAccount, { body }), onSuccess })
}

export function useRename(accountId: string) {
  const onSuccess = useRefreshed()
  return useMutation({
    mutationFn: (label: string) => call(renameMyAccount, { params: { accountId }, body: { label } }),
    onSuccess,
  })
}

export function useUnlink(accountId: string) {
  const onSuccess = useRefreshed()
  return useMutation({ mutationFn: () => call(unlinkAccount, { params: { accountId } }), onSuccess })
}

export function useSwitchAccountless(accountId: string) {
  const onSuccess = useRefreshed()
  return useMutation({
    mutationFn: (isAllowed: boolean) =>
      call(switchAccountless, { params: { accountId }, body: { isAllowed } }),
    onSuccess,
  })
}
