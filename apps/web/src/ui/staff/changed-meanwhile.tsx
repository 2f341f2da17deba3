import type { ReactNode } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Notice } from '../notice.tsx'

type Props = { onAccept: () => void; children: ReactNode }

/** Somebody was quicker: what is saved now, while all that was typed stays, and the way to save it all the same. */
export function ChangedMeanwhile({ onAccept, children }: Props) {
  const { changed } = useStaffWords().outageDesk
  return (
    <Notice kind="warn" title={changed.title} isUrgent>
      <p>{changed.text}</p>
      {children}
      <p className="actions">
        <button type="button" className="quiet" onClick={onAccept}>
          {changed.accept}
        </button>
      </p>
    </Notice>
  )
}
