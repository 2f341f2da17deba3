import { Defect, type FieldMeter } from '@rodnik/contract/field-visits'
import type { DraftFault } from '../../lib/draft-fault.ts'
import { useFieldWords } from '../../lib/field-words.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { EMPTY_METER, type MeterDraft } from './draft.ts'
import { FaceField } from './face-field.tsx'

type Props = {
  meter: FieldMeter
  draft: MeterDraft | undefined
  fault: DraftFault | undefined
  onChange: (changes: Partial<MeterDraft>) => void
}

/** One meter: its face, the seal, and behind one more tap what is wrong with it and the paper of its verification. */
export function MeterPart({ meter, draft = EMPTY_METER, fault, onChange }: Props) {
  const { form } = useFieldWords()
  const { words } = useSpeech()
  const sealNow = meter.sealNumber ? form.sealNow(meter.sealNumber) : form.noSeal
  return (
    <fieldset className={`card meter-part ${meter.service}`}>
      <legend>
        {words.cabinet.meterName(words.service[meter.service], meter.place)}
        <span className="serial">
          {meter.type} № {meter.serial}
        </span>
      </legend>
      <FaceField meter={meter} draft={draft} fault={fault} onChange={onChange} />
      <Field
        label={form.seal}
        name={`seal-${meter.id}`}
        hint={`${sealNow}. ${form.sealHint}`}
        value={draft.seal}
        maxLength={40}
        autoComplete="off"
        onChange={({ target }) => onChange({ seal: target.value })}
      />
      <Defects chosen={draft.defects} onChange={(defects) => onChange({ defects })} />
      <Papers meter={meter} draft={draft} onChange={onChange} />
    </fieldset>
  )
}

function Defects({ chosen, onChange }: { chosen: Defect[]; onChange: (chosen: Defect[]) => void }) {
  const { form, defects } = useFieldWords()
  return (
    <details>
      <summary>
        {form.defects}
        {chosen.length > 0 && `: ${chosen.map((defect) => defects[defect].toLowerCase()).join(', ')}`}
      </summary>
      {Defect.options.map((defect) => (
        <Choice
          key={defect}
          type="checkbox"
          label={defects[defect]}
          checked={chosen.includes(defect)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, defect] : chosen.filter((other) => other !== defect))
          }
        />
      ))}
    </details>
  )
}

function Papers({ meter, draft, onChange }: Pick<Props, 'meter' | 'onChange'> & { draft: MeterDraft }) {
  const { form } = useFieldWords()
  const { format } = useSpeech()
  const known = meter.verificationDueOn ? `${form.dueNow(format.date(meter.verificationDueOn))}. ` : ''
  return (
    <details>
      <summary>
        {form.due}
        {draft.dueOn !== '' && `: ${format.date(draft.dueOn)}`}
      </summary>
      <Field
        label={form.due}
        name={`due-${meter.id}`}
        type="date"
        hint={`${known}${form.dueHint}`}
        value={draft.dueOn}
        onChange={({ target }) => onChange({ dueOn: target.value })}
      />
      <Field
        label={form.note}
        name={`note-${meter.id}`}
        value={draft.note}
        maxLength={300}
        autoComplete="off"
        onChange={({ target }) => onChange({ note: target.value })}
      />
    </details>
  )
}
