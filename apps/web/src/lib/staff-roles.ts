import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Session } from '@rodnik/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from './session.queries.ts'

/** Whether the person has one of the roles. It decides what is offered; what is allowed the server decides. */
export const hasRole = (session: Session | null | undefined, roles: readonly StaffRole[]): boolean =>
  session?.roles.some((role) => roles.includes(role)) ?? false

/** The same of whoever works here; the frame has asked for the session before any page is shown. */
export function useHasRole(roles: readonly StaffRole[]): boolean {
  return hasRole(useQuery(sessionQuery).data, roles)
}
