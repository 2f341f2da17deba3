import { useState } from 'react'
import { flushSync } from 'react-dom'
import { arrive } from '../lib/arrival.ts'

/** The address that a letter went to, null while the form is shown; both are pages, so both are arrived at. */
export function useSentTo() {
  const [sentTo, setSentTo] = useState<string | null>(null)
  const show = (email: string | null) => {
    flushSync(() => setSentTo(email))
    arrive()
  }
  return [sentTo, show] as const
}
