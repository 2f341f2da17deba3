import {
  acceptInvitation,
  changeHelper,
  endHelper,
  type HelperChange,
  inviteHelper,
  listHelpers,
  lookAtInvitation,
  type NewInvitation,
  showAccountLog,
  withdrawInvitation,
} from '@rodnik/contract/helpers'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const helpersKey = (accountId: string) => ['helpers', accountId]
const logKey = (accountId: string) => ['account-log', accountId]

export const helpersQuery = (accountId: string) =>
  queryOptions({
    queryKey: helpersKey(accountId),
    queryFn: ({ signal }) => call(listHelpers, { params: { accountId } }, signal),
  })

export const logQuery = (accountId: string) =>
  infiniteQueryOptions({
    queryKey: logKey(accountId),
    queryFn: ({ signal, pageParam }) =>
      call(
        showAccountLog,
        { params: { accountId }, querystring: pageParam === null ? {} : { cursor: pageParam } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

function useRefreshed(accountId: string) {
  const queryClient = useQueryClient()
  return () =>
    Promise.all(
      [helpersKey(accountId), logKey(accountId)].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    )
}

export function useInvite(accountId: string) {
  const onSuccess = useRefreshed(accountId)
  return useMutation({
    mutationFn: (body: NewInvitation) => call(inviteHelper, { params: { accountId }, body }),
    onSuccess,
  })
}

export function useWithdraw(accountId: string) {
  const onSuccess = useRefreshed(accountId)
  return useMutation({
    mutationFn: (invitationId: string) => call(withdrawInvitation, { params: { accountId, invitationId } }),
    onSuccess,
  })
}

export function useChangeHelper(accountId: string, helperId: string) {
  const onSuccess = useRefreshed(accountId)
  return useMutation({
    mutationFn: (body: HelperChange) => call(changeHelper, { params: { accountId, helperId }, body }),
    onSuccess,
  })
}

export function useEndHelper(accountId: string, helperId: string) {
  const onSuccess = useRefreshed(accountId)
  return useMutation({
    mutationFn: () => call(endHelper, { params: { accountId, helperId } }),
    onSuccess,
  })
}

export const offerQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(lookAtInvitation, { body: { token } }, signal),
  })

export function useAccept() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (token: string) => call(acceptInvitation, { body: { token } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['my-accounts'] }),
  })
}
