import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '../../lib/call.ts'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Loaded } from '../loaded.tsx'
import { Page } from '../page.tsx'
import { StaffNotFound } from './staff-not-found.tsx'

type Props<T> = { query: UseQueryResult<T>; waiting?: ReactNode; children: (data: T) => ReactNode }

/** `Loaded` in the words of the console, which also knows that a role may be missing. */
export function StaffLoaded<T>({ query, ...rest }: Props<T>) {
  const { notAllowed } = useStaffWords().frame
  const isRefused = query.error instanceof ApiError && query.error.code === 'not_allowed'
  if (isRefused) return <Page title={notAllowed.title} lead={notAllowed.text} />
  return <Loaded query={query} missing={<StaffNotFound />} {...rest} />
}
