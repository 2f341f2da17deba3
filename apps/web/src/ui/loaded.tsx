import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ApiError } from '../lib/call.ts'
import { kept } from '../lib/kept.ts'
import { useSpeech } from '../lib/language.tsx'
import type { Passage } from '../lib/passage.ts'
import { signInPageFor } from '../lib/sign-in-page-for.ts'
import { NextStep } from './next-step.tsx'
import { NotFound } from './not-found.tsx'
import { Page } from './page.tsx'
import { PageSkeleton } from './skeleton.tsx'

type Props<T> = {
  query: UseQueryResult<T>
  missing?: ReactNode
  waiting?: ReactNode
  children: (data: T) => ReactNode
}

/** A page that needs an answer first: its shape while waiting, the way on when none comes. */
export function Loaded<T>({ query, missing, waiting, children }: Props<T>) {
  const { notLoaded } = useSpeech().words
  const code = query.error instanceof ApiError ? query.error.code : undefined
  if (code === 'sign_in_required') return <SignInAgain />
  if (code === 'session_incomplete') return <NextStep />
  if (code === 'not_found' || code === 'invalid_request') return missing ?? <NotFound />
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return waiting ?? <PageSkeleton />
  return (
    <Page title={notLoaded.title} lead={notLoaded.text}>
      <button type="button" onClick={() => void query.refetch()}>
        {notLoaded.again}
      </button>
    </Page>
  )
}

function SignInAgain() {
  const { pathname } = useLocation()
  const passage: Passage = { ...(kept('signed-in') === true && { why: 'ended' }), from: pathname }
  return <Navigate to={signInPageFor(pathname)} state={passage} replace />
}
