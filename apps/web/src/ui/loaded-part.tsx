import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSpeech } from '../lib/language.tsx'
import { FailureNotice } from './failure-notice.tsx'

type Props<T> = { query: UseQueryResult<T>; children: (data: T) => ReactNode }

/** A part of a page that needs an answer of its own; the rest of the page stays as it is. */
export function LoadedPart<T>({ query, children }: Props<T>) {
  const { again } = useSpeech().words.notLoaded
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return <div className="card skeleton" aria-busy="true" />
  return (
    <FailureNotice error={query.error}>
      <button type="button" onClick={() => void query.refetch()}>
        {again}
      </button>
    </FailureNotice>
  )
}
