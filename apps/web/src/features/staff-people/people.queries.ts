import * as contract from '@rodnik/contract/staff-people'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/call.ts'

const personKey = (id: string) => ['staff', 'person', id] as const

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: personKey(id),
    queryFn: ({ signal }) => call(contract.showPerson, { params: { id } }, signal),
  })

const personActions = {
  disable: contract.disablePerson,
  enable: contract.enablePerson,
  signOut: contract.signPersonOut,
}
export type PersonAction = keyof typeof personActions

export function usePersonAction(id: string, action: PersonAction) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) => call(personActions[action], { params: { id }, body: { reason } }),
    onSuccess: (person) => queryClient.setQueryData(personKey(id), person),
  })
}

const membersKey = ['staff', 'members'] as const

export const membersQuery = queryOptions({
  queryKey: membersKey,
  queryFn: ({ signal }) => call(contract.listMembers, {}, signal),
})

function useMembersChange<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membersKey }),
    // An answer may hold a password: it is kept no longer than the window that shows it.
    gcTime: 0,
  })
}

export const useNewMember = () =>
  useMembersChange((body: contract.NewMember) => call(contract.addMember, { body }))

export const useRoles = (id: string) =>
  useMembersChange((roles: contract.Member['roles']) =>
    call(contract.giveRoles, { params: { id }, body: { roles } }),
  )

const memberActions = {
  disable: contract.disableMember,
  enable: contract.enableMember,
  resetFactor: contract.resetSecondFactor,
}
export type MemberAction = keyof typeof memberActions

export const useMemberAction = (id: string, action: MemberAction) =>
  useMembersChange((reason: string) => call(memberActions[action], { params: { id }, body: { reason } }))

export const usePasswordReset = (id: string) =>
  useMembersChange((reason: string) =>
    call(contract.resetMemberPassword, { params: { id }, body: { reason } }),
  )
