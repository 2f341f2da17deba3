import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Typed, typedFrom } from './typed-account.ts'

/** What stands in the form. The address follows it, so that it can be kept or sent; nothing personal is in it. */
export function useTyped(month: string) {
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState(() => typedFrom(params, month))
  const change = (changes: Partial<Typed>) => {
    const next = { ...typed, ...changes }
    setTyped(next)
    setParams(next, { replace: true, preventScrollReset: true })
  }
  return { typed, change }
}
