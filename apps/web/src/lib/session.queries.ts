import { type Session, showSession } from '@rodnik/contract/sessions'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { ApiError, call } from './call.ts'
import { forgetOthers } from './forget-person.ts'
import { keep } from './kept.ts'
import { markSignedIn, useSignedInMark } from './signed-in-mark.ts'

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await call(showSession, {}, signal)
    } catch (reason) {
      if (reason instanceof ApiError && reason.code === 'sign_in_required') return null
      throw reason
    }
  },
  staleTime: 60_000,
})

/**
 * The session in force: undefined while unknown, null when signed out or when nobody answers. It asks only in a
 * browser where someone has signed in, so that a visitor's page costs no request more.
 */
export function useSession(): Session | null | undefined {
  const mark = useSignedInMark()
  const { data, isError } = useQuery({ ...sessionQuery, enabled: mark !== null })
  return mark === null || isError ? null : data
}

/** Takes a session that has just begun: what the last person saw here goes, the menu changes in every tab. */
export function beginSession(queryClient: QueryClient, session: Session): void {
  forgetOthers(queryClient)
  keep('signed-in', true)
  queryClient.setQueryData(sessionQuery.queryKey, session)
  markSignedIn(session.kind === 'staff' ? 'staff' : 'person')
}
