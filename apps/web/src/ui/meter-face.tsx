import { type KeyboardEvent, type RefObject, type SyntheticEvent, useState } from 'react'
import { cleanTyped, type Drum, drumAtCaret, drumsOf } from '../lib/face.ts'
import './styles/meter-face.css'

type Props = {
  id: string
  inputRef: RefObject<HTMLInputElement | null>
  typed: string
  wholeDigits: number
  fractionDigits: number
  /** Leading zeros that are certain before anything is typed. */
  givenZeros: number
  describedBy: string
  isInvalid: boolean
  onType: (typed: string) => void
  onLeave: () => void
}

/**
 * The reading as the meter shows it. Underneath is one native text field, which does the typing, pasting and
 * reading aloud; the drums only mirror it, the caret included.
 */
export function MeterFace({ id, inputRef, typed, describedBy, isInvalid, onType, onLeave, ...face }: Props) {
  const [selection, setSelection] = useState({ start: 0, end: 0 })
  const drums = drumsOf(typed, face)
  const from = drumAtCaret(drums, typed, selection.start)
  const to = selection.end > selection.start ? drumAtCaret(drums, typed, selection.end) : from

  const onSelect = ({ currentTarget: input }: SyntheticEvent<HTMLInputElement>) =>
    setSelection({ start: input.selectionStart ?? 0, end: input.selectionEnd ?? 0 })

  return (
    <div className="face">
      <input
        id={id}
        ref={inputRef}
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="next"
        maxLength={20}
        value={typed}
        aria-describedby={describedBy}
        aria-invalid={isInvalid || undefined}
        onChange={(event) => onType(cleanTyped(event.target.value))}
        onSelect={onSelect}
        onBlur={onLeave}
        onKeyDown={toNextFace}
      />
      <span className="drums" aria-hidden="true">
        {drums.map((drum, index) => (
          <span
            key={drum.place}
            className={classOf(drum, {
              isCaret: index === from && from === to,
              isChosen: index >= from && index < to,
            })}
          >
            {drum.character}
          </span>
        ))}
        <span className={`drum-end${from === drums.length && to === from ? ' caret' : ''}`}>м³</span>
      </span>
    </div>
  )
}

/** Enter leads to the next meter; from the last one it sends, as in any form. */
function toNextFace(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter') return
  const faces = [...(event.currentTarget.form?.querySelectorAll<HTMLInputElement>('.face input') ?? [])]
  const next = faces[faces.indexOf(event.currentTarget) + 1]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function classOf(drum: Drum, { isCaret, isChosen }: { isCaret: boolean; isChosen: boolean }): string {
  return [
    'drum',
    drum.isFraction && 'red',
    drum.place === 'red-0' && 'first-red',
    drum.isEmpty && 'open',
    isCaret && 'caret',
    isChosen && 'chosen',
  ]
    .filter(Boolean)
    .join(' ')
}
