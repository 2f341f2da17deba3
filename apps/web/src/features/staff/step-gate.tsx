import type { NextStep } from '@rodnik/contract/sessions'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate } from 'react-router'
import { pageAfter } from '../../lib/next-step.ts'
import { sessionQuery } from '../../lib/session.queries.ts'
import { Loaded } from '../../ui/loaded.tsx'

/** A page for sessions that have this step to take; every other goes where it belongs. */
export function StepGate({ step, children }: { step: NextStep; children: ReactNode }) {
  return (
    <Loaded query={useQuery(sessionQuery)}>
      {(session) => {
        if (session?.next === step) return children
        return <Navigate to={session ? pageAfter(session) : '/staff/login'} replace />
      }}
    </Loaded>
  )
}
