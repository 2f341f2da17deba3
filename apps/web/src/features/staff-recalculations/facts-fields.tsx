import type { RecalculationKind } from '@rodnik/contract/recalculations'
import type { CardMeter } from '@rodnik/contract/staff-accounts'
import { shiftPeriod } from '@rodnik/domain/calendar/days'
import { type ReactNode, useId } from 'react'
import { useSpeech } from '../../lib/language.tsx'
import { useStaffWords } from '../../lib/staff-words.ts'
import type { Faults } from '../../lib/use-form-faults.ts'
import { Field } from '../../ui/field.tsx'
import { useMeterName } from './use-facts-in-words.ts'

type Props = {
  kind: RecalculationKind
  meters: readonly CardMeter[]
  closed: { from: string; to: string } | null
  wanted: { from: string; to: string } | null
  faults: Faults
}

/** What each kind of recalculation has to say. */
export function FactsFields({ kind, meters, closed, wanted, faults }: Props) {
  const { dialog: words } = useStaffWords().recalculations
  if (kind === 'months') {
    return closed ? <MonthsFields closed={closed} wanted={wanted} faults={faults} /> : <p>{words.noClosed}</p>
  }
  if (kind === 'inspection' && meters.length === 0) return <p>{words.noMeters}</p>
  return (
    <>
      {kind === 'inspection' && <MeterChoice meters={meters} />}
      <Field label={words.foundOn[kind]} name="foundOn" type="date" fault={faults['foundOn']} />
      {kind === 'inspection' ? (
        <Field
          label={words.foundLitres}
          hint={words.foundHint}
          name="foundLitres"
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          fault={faults['foundLitres']}
        />
      ) : (
        <ActFields faults={faults} />
      )}
    </>
  )
}

function ActFields({ faults }: { faults: Faults }) {
  const { dialog: words } = useStaffWords().recalculations
  return (
    <>
      <Field
        label={words.months}
        name="months"
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        defaultValue="3"
        fault={faults['months']}
      />
      <Field
        label={words.actNumber}
        name="actNumber"
        autoComplete="off"
        maxLength={60}
        fault={faults['actNumber']}
      />
    </>
  )
}

function MonthsFields({
  closed: { from, to },
  wanted,
  faults,
}: {
  closed: { from: string; to: string }
  wanted: Props['wanted']
  faults: Faults
}) {
  const { dialog: words } = useStaffWords().recalculations
  const { format } = useSpeech()
  const months: string[] = []
  for (let month = to; month >= from; month = shiftPeriod(month, -1)) months.push(month)
  const options = months.map((month) => (
    <option key={month} value={month}>
      {format.monthOfYear(month)}
    </option>
  ))
  return (
    <>
      <Choices label={words.from} name="from" known={wanted?.from}>
        {options}
      </Choices>
      <Choices label={words.to} name="to" known={wanted?.to} fault={faults['to']}>
        {options}
      </Choices>
    </>
  )
}

function MeterChoice({ meters }: Pick<Props, 'meters'>) {
  const { dialog: words } = useStaffWords().recalculations
  const nameOf = useMeterName()
  return (
    <Choices label={words.meter} name="meterId">
      {meters.map((meter) => (
        <option key={meter.id} value={meter.id}>
          {nameOf(meter)}
        </option>
      ))}
    </Choices>
  )
}

type ChoicesProps = {
  label: string
  name: string
  known?: string | undefined
  fault?: string | undefined
  children: ReactNode
}

function Choices({ label, name, known, fault, children }: ChoicesProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        defaultValue={known}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
      >
        {children}
      </select>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
