import type { StaffRole } from '@rodnik/contract/endpoint'
import { type Session, showSession, signOut } from '@rodnik/contract/sessions'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './call.ts'

export const staffSessionQuery = queryOptions({
  queryKey: ['staff', 'session'],
  queryFn: ({ signal }) => call(showSession, {}, signal),
  staleTime: 60_000,
})

/** Who works here; the frame has made sure of it before any page of the console is shown. */
export function useStaffSession(): Session | undefined {
  return useQuery(staffSessionQuery).data
}

export const hasRole = (session: Session | undefined, roles: readonly StaffRole[]): boolean =>
  session !== undefined && roles.some((role) => session.roles.includes(role))

/** What one member of staff saw must not show for a moment to the next: everything but the site's facts goes. */
export function useStaffSignOut() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'site' }),
  })
}
