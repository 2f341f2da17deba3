import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { pageAfter } from '../lib/next-step.ts'
import { sessionQuery } from '../lib/session.queries.ts'
import { PageSkeleton } from './skeleton.tsx'

/** The session has something to do first: leads to the page where it is done. */
export function NextStep() {
  // What is kept may be from before: this very page was refused.
  const { data: session, isFetching } = useQuery({ ...sessionQuery, staleTime: 0 })
  if (isFetching) return <PageSkeleton />
  return <Navigate to={session ? pageAfter(session) : '/login'} replace />
}
