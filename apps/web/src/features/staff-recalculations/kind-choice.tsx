import type { RecalculationKind } from '@rodnik/contract/recalculations'
import { useStaffWords } from '../../lib/staff-words.ts'
import { Choice } from '../../ui/choice.tsx'

const KINDS = ['months', 'inspection', 'unauthorised'] as const

type Props = { kind: RecalculationKind; onKind: (kind: RecalculationKind) => void }

/** What is to be charged anew, with a word on each. */
export function KindChoice({ kind, onKind }: Props) {
  const { recalculations: words } = useStaffWords()
  return (
    <fieldset>
      <legend>{words.dialog.kind}</legend>
      {KINDS.map((option) => (
        <Choice
          key={option}
          type="radio"
          name="kind"
          label={words.kinds[option]}
          hint={words.kindHints[option]}
          checked={kind === option}
          onChange={() => onKind(option)}
        />
      ))}
    </fieldset>
  )
}
