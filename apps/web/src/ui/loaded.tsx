import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ApiError, type FailureCode } from '../lib/call.ts'
import { kept } from '../lib/kept.ts'
import { useSpeech } from '../lib/language.tsx'
import type { Passage } from '../lib/passage.ts'
import { signInPageFor } from '../lib/sign-in-page-for.ts'
import type { Words } from '../locales/ru/index.ts'
import { CallLink } from './call-link.tsx'
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
    <Page {...inWords(notLoaded, code)}>
      <p className="actions">
        <button type="button" onClick={() => void query.refetch()}>
          {notLoaded.again}
        </button>
        {code !== 'offline' && <CallLink className="button quiet" isButton />}
      </p>
    </Page>
  )
}

/** Whoever is told to check their internet although the server is broken looks for the fault in the wrong place. */
function inWords({ offline, ours }: Words['notLoaded'], code: FailureCode | undefined) {
  const { title, text } = code === 'offline' ? offline : ours
  return { title, lead: text }
}

function SignInAgain() {
  const { pathname } = useLocation()
  const passage: Passage = { ...(kept('signed-in') === true && { why: 'ended' }), from: pathname }
  return <Navigate to={signInPageFor(pathname)} state={passage} replace />
}
