import type { StaffRole } from '@rodnik/contract/endpoint'
import { RequestKindName, requestKinds } from '@rodnik/contract/request-kinds/index'
import type { RequestStep } from '@rodnik/contract/request-kinds/kind'

/** The kinds that somebody with these roles works on; an administrator works on all. */
export const kindsOf = (roles: readonly StaffRole[]): RequestKindName[] =>
  RequestKindName.options.filter(
    (name) =>
      roles.includes('administrator') || requestKinds[name].workedOnBy.some((role) => roles.includes(role)),
  )

/** A kind that is no more keeps its requests, and asks for nothing. */
export const stepsOf = (kind: string): readonly RequestStep[] =>
  RequestKindName.options.some((name) => name === kind) ? requestKinds[kind as RequestKindName].steps : []
