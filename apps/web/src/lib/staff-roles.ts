import type { StaffRole } from '@rodnik/contract/endpoint'
import type { Session } from '@rodnik/contract/sessions'

/** Whether the person has one of the roles. It decides what is offered; what is allowed the server decides. */
export const hasRole = (session: Session | null | undefined, roles: readonly StaffRole[]): boolean =>
  session?.roles.some((role) => roles.includes(role)) ?? false
