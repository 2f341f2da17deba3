import type { CorrectableMeter } from '@rodnik/contract/reading-corrections'
import { faceDigits } from '@rodnik/domain/readings/typed-volume'
import { useId, useRef } from 'react'
import { withComma } from '../../../lib/face.ts'
import { useSpeech } from '../../../lib/language.tsx'
import { meterName, wholeSerial } from '../../../lib/meter-name.ts'
import { useRequestsWords } from '../../../lib/requests-words.ts'
import { MeterFace } from '../../../ui/meter-face.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { TypedCorrection } from '../typed-corrections.ts'

export type SaidFaults = { meter?: string; month?: string; value?: string }

type Reading = CorrectableMeter['readings'][number]
type Props = {
  row: TypedCorrection
  place: number
  meters: readonly CorrectableMeter[]
  faults: SaidFaults
  onChange: (to: Partial<TypedCorrection>) => void
  onRemove: (() => void) | undefined
}

/** One reading: of which meter, which of those that were sent, and what the meter showed. */
export function CorrectionRow({ row, place, meters, faults, onChange, onRemove }: Props) {
  const { corrections: say } = useRequestsWords().form
  const [first, ...others] = meters
  const meter = others.length === 0 ? first : meters.find(({ id }) => id === row.meterId)
  const reading = meter?.readings.find(({ period }) => period === row.period)
  return (
    <fieldset className="correction-row">
      <legend>{say.row(place)}</legend>
      <WhichMeter
        meters={meters}
        chosen={meter}
        fault={faults.meter}
        onMeter={(meterId) => onChange({ meterId, period: '' })}
      />
      {meter && (
        <Months
          meter={meter}
          chosen={reading}
          fault={faults.month}
          onPeriod={(period) => onChange({ meterId: meter.id, period })}
        />
      )}
      {meter && reading && (
        <Value meter={meter} reading={reading} row={row} fault={faults.value} onChange={onChange} />
      )}
      {onRemove && (
        <button type="button" className="quiet" aria-label={say.removeRow(place)} onClick={onRemove}>
          {say.remove}
        </button>
      )}
    </fieldset>
  )
}

type WhichProps = {
  meters: readonly CorrectableMeter[]
  chosen: CorrectableMeter | undefined
  fault: string | undefined
  onMeter: (meterId: string) => void
}

/** Where there is one meter only, nothing is asked. */
function WhichMeter({ meters, chosen, fault, onMeter }: WhichProps) {
  const { words } = useSpeech()
  const { meter: say, corrections } = useRequestsWords().form
  const named = (meter: CorrectableMeter) => say(meterName(meter, words), wholeSerial(meter.serial))
  if (meters.length === 1) return chosen && <p>{named(chosen)}</p>
  return (
    <SelectField
      label={corrections.meter}
      value={chosen?.id ?? ''}
      fault={fault}
      empty={corrections.choose}
      options={meters.map((one) => ({ value: one.id, name: named(one) }))}
      onChange={onMeter}
    />
  )
}

type MonthsProps = {
  meter: CorrectableMeter
  chosen: Reading | undefined
  fault: string | undefined
  onPeriod: (period: string) => void
}

function Months({ meter, chosen, fault, onPeriod }: MonthsProps) {
  const { format } = useSpeech()
  const { corrections: say } = useRequestsWords().form
  const today = meter.readings[0]?.takenOn ?? ''
  const factsOf = ({ valueLitres, takenOn, source }: Reading) =>
    say.fact(
      format.volume(valueLitres, meter.fractionDigits),
      say.taken[takenBy(source)](format.day(takenOn, today)),
    )
  return (
    <>
      <SelectField
        label={say.month}
        value={chosen?.period ?? ''}
        fault={fault}
        empty={say.choose}
        options={meter.readings.map((reading) => ({
          value: reading.period,
          name: say.reading(format.monthOfYear(reading.period), factsOf(reading)),
        }))}
        onChange={onPeriod}
      />
      {chosen && (
        <p className="hint">
          {say.was(factsOf(chosen))} {!chosen.isFinal && say.notFinal}
        </p>
      )}
    </>
  )
}

/** Who read the meter, as far as it matters to whoever sent something wrong. */
function takenBy(source: Reading['source']): 'sent' | 'recorded' | 'checked' {
  if (source === 'inspector') return 'checked'
  return source === 'staff' ? 'recorded' : 'sent'
}

type ValueProps = Pick<Props, 'row' | 'onChange'> & {
  meter: CorrectableMeter
  reading: Reading
  fault: string | undefined
}

function Value({ meter, reading, row, fault, onChange }: ValueProps) {
  const id = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const { format } = useSpeech()
  const { corrections: say } = useRequestsWords().form
  const { wholeDigits, fractionDigits } = meter
  const zeros = /^0*/.exec(faceDigits(reading.valueLitres, wholeDigits, 0).whole)?.[0].length ?? 0
  return (
    <div className="field">
      <label htmlFor={id}>{say.value(format.monthOfYear(reading.period))}</label>
      <MeterFace
        id={id}
        inputRef={inputRef}
        typed={row.value}
        wholeDigits={wholeDigits}
        fractionDigits={fractionDigits}
        givenZeros={zeros}
        describedBy={`${id}-fault ${id}-hint`}
        isInvalid={fault !== undefined}
        onType={(value) => onChange({ value })}
        onLeave={() => onChange({ value: withComma(row.value, wholeDigits, fractionDigits) })}
      />
      <p className="fault" id={`${id}-fault`} aria-live="polite">
        {fault}
      </p>
      <p className="hint" id={`${id}-hint`}>
        {say.valueHint}
      </p>
    </div>
  )
}
