import { type ReactNode, useState } from 'react'

type Props = {
  ask: string
  sure: string
  no: string
  isPending: boolean
  onSure: () => void
  children: ReactNode
}

/** What cannot be taken back is asked about once more, in its place, with what it means. */
export function SureButton({ ask, sure, no, isPending, onSure, children }: Props) {
  const [isAsked, setIsAsked] = useState(false)
  if (!isAsked) {
    return (
      <button type="button" className="quiet" onClick={() => setIsAsked(true)}>
        {ask}
      </button>
    )
  }
  return (
    <div className="notice warn" role="alert">
      {children}
      <p className="actions">
        <button type="button" aria-disabled={isPending} onClick={() => !isPending && onSure()}>
          {sure}
        </button>
        <button type="button" className="quiet" onClick={() => setIsAsked(false)}>
          {no}
        </button>
      </p>
    </div>
  )
}
