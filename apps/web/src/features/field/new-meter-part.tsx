import type { FieldMeter } from '@rodnik/contract/field-visits'
import { useId } from 'react'
import { useFieldWords } from '../../lib/field-words.ts'
import { Field } from '../../ui/field.tsx'
import type { DraftFaults, NewMeterDraft } from './draft.ts'

type Props = {
  meters: readonly FieldMeter[]
  draft: NewMeterDraft | null
  faults: DraftFaults
  onChange: (draft: NewMeterDraft | null) => void
}

const EMPTY: NewMeterDraft = {
  replacesMeterId: '',
  service: 'cold',
  type: '',
  serial: '',
  place: '',
  typed: '',
  seal: '',
  dueOn: '',
}

/** A meter that is taken into use. Most visits have none, so it opens by a button. */
export function NewMeterPart({ meters, draft, faults, onChange }: Props) {
  const { form } = useFieldWords()
  if (!draft) {
    return (
      <p>
        <button type="button" className="quiet" onClick={() => onChange(EMPTY)}>
          {form.addNewMeter}
        </button>
      </p>
    )
  }
  return (
    <fieldset className="card meter-part">
      <legend>{form.newMeter}</legend>
      <Selects meters={meters} draft={draft} onChange={onChange} />
      <NewMeterFields draft={draft} faults={faults} onChange={onChange} />
      <button type="button" className="quiet" onClick={() => onChange(null)}>
        {form.removeNewMeter}
      </button>
    </fieldset>
  )
}

type PartProps = { draft: NewMeterDraft; onChange: (draft: NewMeterDraft) => void }

function Selects({ meters, draft, onChange }: PartProps & Pick<Props, 'meters'>) {
  const { form } = useFieldWords()
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-replaces`}>{form.replaces}</label>
        <select
          id={`${id}-replaces`}
          value={draft.replacesMeterId}
          onChange={({ target }) => onChange({ ...draft, replacesMeterId: target.value })}
        >
          <option value="">{form.replacesNone}</option>
          {meters.map((meter) => (
            <option key={meter.id} value={meter.id}>
              {meter.type} № {meter.serial}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-service`}>{form.service}</label>
        <select
          id={`${id}-service`}
          value={draft.service}
          onChange={({ target }) => onChange({ ...draft, service: target.value === 'hot' ? 'hot' : 'cold' })}
        >
          <option value="cold">{form.services.cold}</option>
          <option value="hot">{form.services.hot}</option>
        </select>
      </div>
    </>
  )
}

function NewMeterFields({ draft, faults, onChange }: PartProps & Pick<Props, 'faults'>) {
  const words = useFieldWords()
  const { form } = words
  const saidOf = (name: string) => faults[name] && words.faults[faults[name]]
  const fields = [
    { name: 'type', label: form.type, fault: saidOf('newType'), maxLength: 60 },
    { name: 'serial', label: form.serial, fault: saidOf('newSerial'), maxLength: 40 },
    { name: 'place', label: form.place, fault: undefined, maxLength: 60 },
    { name: 'typed', label: `${form.reading}, м³`, fault: saidOf('newReading'), maxLength: 12 },
    { name: 'seal', label: form.sealOfNew, fault: undefined, maxLength: 40 },
    { name: 'dueOn', label: form.dueOfNew, fault: saidOf('newDue'), maxLength: 10, type: 'date' },
  ] as const
  return fields.map(({ name, ...field }) => (
    <Field
      key={name}
      name={`new-${name}`}
      autoComplete="off"
      inputMode={name === 'typed' ? 'decimal' : 'text'}
      value={draft[name]}
      onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
      {...field}
    />
  ))
}
