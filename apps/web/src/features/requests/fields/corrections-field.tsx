import { periodOf, shiftPeriod } from '@rodnik/domain/calendar/days'
import type { ReactNode } from 'react'
import { useSpeech } from '../../../lib/language.tsx'
import { meterName, wholeSerial } from '../../../lib/meter-name.ts'
import { useRequestsWords } from '../../../lib/requests-words.ts'
import { Field } from '../../../ui/field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { correctionRows, rowFaults, type TypedCorrection, withNewRow } from '../typed-corrections.ts'
import type { RequestFormState } from '../use-request-form.ts'
import type { FieldProps } from './field-props.ts'

const MOST_ROWS = 12
/** As far back as a bill can still be argued about (ГК ст. 196). */
const MONTHS_BACK = 36

/** Readings that were billed wrongly: of which meter and month, and what it showed. */
export function CorrectionsField({ said, value, fault, form, onType }: FieldProps) {
  const { form: say } = useRequestsWords()
  const rows = correctionRows(value)
  const change = (key: string, to: Partial<TypedCorrection>) =>
    onType(rows.map((row) => (row.key === key ? { ...row, ...to } : row)))
  return (
    <section className="stack" aria-label={said.label}>
      <h2>{said.label}</h2>
      {said.hint && <p className="hint">{said.hint}</p>}
      {fault && <p className="fault">{fault}</p>}
      {rows.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          title={say.corrections.row(index + 1)}
          isJudged={fault !== undefined}
          form={form}
          onChange={(to) => change(row.key, to)}
        >
          {rows.length > 1 && (
            <button
              type="button"
              className="quiet"
              aria-label={say.corrections.removeRow(index + 1)}
              onClick={() => onType(rows.filter(({ key }) => key !== row.key))}
            >
              {say.corrections.remove}
            </button>
          )}
        </Row>
      ))}
      {rows.length < MOST_ROWS && (
        <button type="button" className="quiet" onClick={() => onType(withNewRow(rows))}>
          {say.corrections.add}
        </button>
      )}
    </section>
  )
}

type RowProps = {
  row: TypedCorrection
  title: string
  isJudged: boolean
  form: RequestFormState
  onChange: (to: Partial<TypedCorrection>) => void
  children: ReactNode
}

function Row({ row, title, isJudged, form, onChange, children }: RowProps) {
  const { words, format } = useSpeech()
  const { form: say, faults } = useRequestsWords()
  const found = isJudged ? rowFaults(row, form.digits) : {}
  const months = Array.from({ length: MONTHS_BACK }, (_, back) =>
    shiftPeriod(periodOf(form.today), -1 - back),
  )
  return (
    <fieldset className="stack">
      <legend>{title}</legend>
      <SelectField
        label={say.corrections.meter}
        value={row.meterId}
        fault={found.meter && faults.rows.meter}
        empty={say.corrections.choose}
        options={form.meters.map((meter) => ({
          value: meter.id,
          name: say.meter(meterName(meter, words), wholeSerial(meter.serial)),
        }))}
        onChange={(meterId) => onChange({ meterId })}
      />
      <SelectField
        label={say.corrections.month}
        value={row.period}
        fault={found.month && faults.rows.month}
        empty={say.corrections.choose}
        options={months.map((value) => ({ value, name: format.monthOfYear(value) }))}
        onChange={(period) => onChange({ period })}
      />
      <Field
        label={say.corrections.value}
        name={`value.${row.key}`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        hint={say.corrections.valueHint}
        value={row.value}
        fault={found.value && faults.rows.value}
        onChange={({ target }) => onChange({ value: target.value })}
      />
      {children}
    </fieldset>
  )
}
