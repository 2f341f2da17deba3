import { useId } from 'react'
import { useFieldWords } from '../../lib/field-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import type { Draft, DraftFaults } from './draft.ts'
import { SignaturePad } from './signature-pad.tsx'

type Props = { draft: Draft; faults: DraftFaults; onChange: (changes: Partial<Draft>) => void }

/** Whoever was there signs, or does not want to: the act says which. */
export function SignaturePart({ draft, faults, onChange }: Props) {
  const { form } = useFieldWords()
  return (
    <fieldset className="card">
      <legend>{form.signature}</legend>
      <Choice
        type="checkbox"
        label={form.unsigned}
        checked={draft.isUnsigned}
        onChange={({ target }) => onChange({ isUnsigned: target.checked })}
      />
      {!draft.isUnsigned && <Signing draft={draft} faults={faults} onChange={onChange} />}
    </fieldset>
  )
}

function Signing({ draft, faults, onChange }: Props) {
  const id = useId()
  const { form, faults: said } = useFieldWords()
  const { name, strokes } = draft.signature ?? { name: '', strokes: [] }
  const fault = faults['signature'] && said[faults['signature']]
  return (
    <>
      <Field
        label={form.signer}
        name="signer"
        value={name}
        maxLength={120}
        autoComplete="off"
        fault={faults['signer'] && said[faults['signer']]}
        onChange={({ target }) => onChange({ signature: { name: target.value, strokes } })}
      />
      <p className="hint" id={`${id}-hint`}>
        {form.signatureHint}
      </p>
      <SignaturePad
        label={form.signature}
        strokes={strokes}
        isInvalid={fault !== undefined}
        describedBy={`${id}-hint ${id}-fault`}
        onChange={(lines) => onChange({ signature: { name, strokes: lines } })}
      />
      <p className="fault" id={`${id}-fault`} aria-live="polite">
        {fault}
      </p>
      {strokes.length > 0 && (
        <button
          type="button"
          className="quiet"
          onClick={() => onChange({ signature: { name, strokes: [] } })}
        >
          {form.clear}
        </button>
      )}
    </>
  )
}
