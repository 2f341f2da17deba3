import { cleanTyped } from '../../lib/face.ts'
import { useSpeech } from '../../lib/language.tsx'
import { Field } from '../../ui/field.tsx'
import { type QuickRow, retyped } from './quick-rows.ts'
import { RowIssue } from './row-issue.tsx'

type Props = {
  row: QuickRow
  place: number
  onChange: (change: Partial<QuickRow>) => void
  onRemove: (() => void) | null
}

/** One meter: which water, the digits, and the end of its number where several measure the same. */
export function QuickRowFields({ row, place, onChange, onRemove }: Props) {
  const { words } = useSpeech()
  const { quick } = words
  return (
    <fieldset className="quick-row">
      <legend className="quick-legend">{quick.rowTitle(place)}</legend>
      {onRemove && (
        <button
          type="button"
          className="tool quick-remove"
          aria-label={quick.removeRow(place)}
          onClick={onRemove}
        >
          {quick.remove}
        </button>
      )}
      <Waters row={row} onChange={onChange} />
      <Field
        label={quick.value}
        name={`value-${row.id}`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        value={row.typed}
        onChange={(event) => onChange(retyped(cleanTyped(event.target.value)))}
        fault={row.fault.value}
        hint={quick.valueHint}
      />
      {row.issue && (
        <div className="row-issue" tabIndex={-1}>
          <RowIssue issue={row.issue} onChange={onChange} confirmed={row.confirmed} />
        </div>
      )}
      <SerialEnding row={row} onChange={onChange} />
    </fieldset>
  )
}

function Waters({ row, onChange }: Pick<Props, 'row' | 'onChange'>) {
  const { service } = useSpeech().words
  return (
    <div className="waters">
      {(['cold', 'hot'] as const).map((water) => (
        <label key={water} className="water">
          <input
            type="radio"
            name={`service-${row.id}`}
            checked={row.service === water}
            onChange={() => onChange({ service: water, issue: null, fault: {} })}
          />
          {service[water]}
        </label>
      ))}
    </div>
  )
}

function SerialEnding({ row, onChange }: Pick<Props, 'row' | 'onChange'>) {
  const { quick } = useSpeech().words
  if (!row.isSerialAsked) {
    return (
      <button type="button" className="tool" onClick={() => onChange({ isSerialAsked: true })}>
        {quick.needSerial}
      </button>
    )
  }
  return (
    <Field
      label={quick.serialEnding}
      name={`serial-${row.id}`}
      autoComplete="off"
      maxLength={20}
      value={row.serialEnding}
      onChange={(event) => onChange({ serialEnding: event.target.value, fault: {} })}
      fault={row.fault.serialEnding}
      hint={quick.serialHint}
    />
  )
}
