import type { CredentialsOrder, NewOrganisation, OrganisationChange } from '@rodnik/contract/organisations'
import * as contract from '@rodnik/contract/organisations'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const all = ['staff', 'organisations'] as const

export const organisationsQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: [...all, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      call(
        contract.listOrganisations,
        { querystring: { query, ...(pageParam !== null && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: [...all, 'card', id],
    queryFn: ({ signal }) => call(contract.showOrganisation, { params: { id } }, signal),
  })

export function useRegistration() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewOrganisation) => call(contract.registerOrganisation, { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [...all, 'list'] }),
  })
}

/** The card after a change, wherever it is shown. */
function useCardChange<T>(change: (wish: T) => Promise<unknown>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: all }),
  })
}

export const useFactsChange = (id: string) =>
  useCardChange((body: OrganisationChange) => call(contract.changeOrganisation, { params: { id }, body }))

export const useAccountAddition = (id: string) =>
  useCardChange((accountNumber: string) =>
    call(contract.addOrganisationAccount, { params: { id }, body: { accountNumber } }),
  )

export const useAccountRemoval = (id: string) =>
  useCardChange((accountId: string) =>
    call(contract.removeOrganisationAccount, { params: { id, accountId } }),
  )

/** The answer holds a password: it is kept no longer than the window that shows it. */
export function useIssue(id: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: CredentialsOrder) => call(contract.issueCredentials, { params: { id }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: all }),
    gcTime: 0,
  })
}
