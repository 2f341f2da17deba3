import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ApiError, type FailureCode } from '../lib/call.ts'
import { kept } from '../lib/kept.ts'
import { useSpeech } from '../lib/language.tsx'
import type { Passage } from '../lib/passage.ts'
import { signInPageFor } from '../lib/sign-in-page-for.ts'
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
  const code = query.error instanceof ApiError ? query.error.code : undefined
  const instead = insteadOf(code, missing)
  if (instead !== undefined) return instead
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return waiting ?? <PageSkeleton />
  return <NotLoaded code={code} onAgain={() => void query.refetch()} />
}

/** What a refusal leads to, also where something was loaded before; undefined for what may come right by itself. */
function insteadOf(code: FailureCode | undefined, missing: ReactNode): ReactNode | undefined {
  if (code === 'sign_in_required') return <SignInAgain />
  if (code === 'session_incomplete') return <NextStep />
  if (code === 'not_found' || code === 'invalid_request') return missing ?? <NotFound />
  return code === 'not_allowed' ? <NotAllowed /> : undefined
}

function NotAllowed() {
  const { title, text } = useSpeech().words.problems.not_allowed
  return <Page title={title} lead={text} />
}

/** Whoever is told to check their internet although the server is broken looks for the fault in the wrong place. */
function NotLoaded({ code, onAgain }: { code: FailureCode | undefined; onAgain: () => void }) {
  const { offline, ours, again } = useSpeech().words.notLoaded
  const { title, text } = code === 'offline' ? offline : ours
  return (
    <Page title={title} lead={text}>
      <p className="actions">
        <button type="button" onClick={onAgain}>
          {again}
        </button>
        {code !== 'offline' && <CallLink className="button quiet" isButton />}
      </p>
    </Page>
  )
}

/** Leads to the door that belongs to this page, and back here from it. */
export function SignInAgain() {
  const { pathname } = useLocation()
  const passage: Passage = { ...(kept('signed-in') === true && { why: 'ended' }), from: pathname }
  return <Navigate to={signInPageFor(pathname)} state={passage} replace />
}
