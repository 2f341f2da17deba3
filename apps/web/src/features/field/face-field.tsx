import type { FieldMeter } from '@rodnik/contract/field-visits'
import { useId, useRef } from 'react'
import type { DraftFault } from '../../lib/draft-fault.ts'
import { useFieldWords } from '../../lib/field-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import { MeterFace } from '../../ui/meter-face.tsx'
import { litresOf, type MeterDraft } from './draft.ts'

type Props = {
  meter: FieldMeter
  draft: MeterDraft
  fault: DraftFault | undefined
  onChange: (changes: Partial<MeterDraft>) => void
}

/** The reading as the face shows it, and how far it is from what is known: said at once, with what follows. */
export function FaceField({ meter, draft, fault, onChange }: Props) {
  const id = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const { form, faults } = useFieldWords()
  const { format } = useSpeech()
  const { lastLitres, lastTakenOn } = meter
  const litres = litresOf(draft.typed, meter)
  const isLess = litres !== null && lastLitres !== null && litres < lastLitres
  return (
    <div className="field">
      <label htmlFor={id}>{form.reading}</label>
      <MeterFace
        id={id}
        inputRef={inputRef}
        typed={draft.typed}
        wholeDigits={meter.wholeDigits}
        fractionDigits={meter.fractionDigits}
        givenZeros={0}
        describedBy={`${id}-said ${id}-known`}
        isInvalid={fault !== undefined}
        onType={(typed) => onChange({ typed })}
        onLeave={() => undefined}
      />
      <p className="hint" id={`${id}-known`}>
        {lastLitres === null || lastTakenOn === null
          ? form.noLast
          : form.last(format.volume(lastLitres, meter.fractionDigits), format.date(lastTakenOn))}
      </p>
      <p id={`${id}-said`} className={fault ? 'fault' : 'said'} aria-live="polite">
        {fault ? faults[fault] : <Difference litres={litres} meter={meter} isRollover={draft.isRollover} />}
      </p>
      {(isLess || draft.isRollover) && (
        <Choice
          type="checkbox"
          label={form.rollover}
          checked={draft.isRollover}
          onChange={({ target }) => onChange({ isRollover: target.checked })}
        />
      )}
    </div>
  )
}

type DifferenceProps = { litres: number | null; meter: FieldMeter; isRollover: boolean }

function Difference({ litres, meter: { lastLitres }, isRollover }: DifferenceProps) {
  const { form } = useFieldWords()
  const { format } = useSpeech()
  if (litres === null || Number.isNaN(litres) || lastLitres === null || isRollover) return null
  const difference = litres - lastLitres
  if (difference === 0) return null
  return difference > 0 ? form.more(format.volume(difference)) : form.less(format.volume(-difference))
}
