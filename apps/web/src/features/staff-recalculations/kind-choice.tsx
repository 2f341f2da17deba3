import type { RecalculationKind } from '@rodnik/contract/recalculations'
import { useId } from 'react'
import { useStaffWords } from '../../lib/staff-words.ts'

const KINDS = ['months', 'inspection', 'unauthorised'] as const

type Props = { kind: RecalculationKind; onKind: (kind: RecalculationKind) => void }

/** What is to be charged anew, with a word on the one that is chosen. */
export function KindChoice({ kind, onKind }: Props) {
  const { recalculations: words } = useStaffWords()
  const hintId = useId()
  return (
    <fieldset aria-describedby={hintId}>
      <legend>{words.dialog.kind}</legend>
      {KINDS.map((option) => (
        <label className="tick" key={option}>
          <input
            type="radio"
            name="kind"
            value={option}
            checked={kind === option}
            onChange={() => onKind(option)}
          />
          {words.kinds[option]}
        </label>
      ))}
      <p className="hint" id={hintId}>
        {words.kindHints[kind]}
      </p>
    </fieldset>
  )
}
