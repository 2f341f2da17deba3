import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ApiError } from '../../lib/call.ts'
import type { Passage } from '../../lib/passage.ts'
import { useStaffWords } from '../../lib/staff-words.tsx'
import { Page } from '../page.tsx'
import { PageSkeleton } from '../skeleton.tsx'
import { StaffNotFound } from './staff-not-found.tsx'

type Props<T> = { query: UseQueryResult<T>; waiting?: ReactNode; children: (data: T) => ReactNode }

/** A page of the console that needs an answer first. An ended session leads to the door and back again. */
export function StaffLoaded<T>({ query, waiting, children }: Props<T>) {
  const { frame } = useStaffWords()
  const { pathname } = useLocation()
  const code = query.error instanceof ApiError ? query.error.code : undefined
  if (code === 'sign_in_required') {
    const passage: Passage = { from: pathname }
    return <Navigate to="/staff/login" state={passage} replace />
  }
  // The frame asks for what the session has to do first.
  if (code === 'session_incomplete') return <Navigate to="/staff" replace />
  if (code === 'not_allowed') return <Page {...titled(frame.notAllowed)} />
  if (code === 'not_found' || code === 'invalid_request') return <StaffNotFound />
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return waiting ?? <PageSkeleton />
  return (
    <Page {...titled(frame.notLoaded)}>
      <button type="button" onClick={() => void query.refetch()}>
        {frame.notLoaded.again}
      </button>
    </Page>
  )
}

const titled = ({ title, text }: { title: string; text: string }) => ({ title, lead: text })
