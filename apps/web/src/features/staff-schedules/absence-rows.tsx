import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { newKey, type TypedAbsence } from './typed-plan.ts'

type Props = {
  absences: TypedAbsence[]
  wrong: ReadonlySet<string>
  onChange: (absences: TypedAbsence[]) => void
}

/** When somebody is away. */
export function AbsenceRows({ absences, wrong, onChange }: Props) {
  const { form: say } = useStaffWords().schedules
  const change = (key: string, to: Partial<TypedAbsence>) =>
    onChange(absences.map((row) => (row.key === key ? { ...row, ...to } : row)))
  return (
    <fieldset>
      <legend>{say.absences}</legend>
      <p className="hint">{say.absencesHint}</p>
      {absences.map((absence) => (
        <AbsenceRow
          key={absence.key}
          absence={absence}
          wrong={wrong}
          onChange={(to) => change(absence.key, to)}
          onRemove={() => onChange(absences.filter(({ key }) => key !== absence.key))}
        />
      ))}
      <button
        type="button"
        className="quiet"
        onClick={() => onChange([...absences, { key: newKey(), fromDay: '', toDay: '', part: '' }])}
      >
        {say.addAbsence}
      </button>
    </fieldset>
  )
}

type RowProps = {
  absence: TypedAbsence
  wrong: ReadonlySet<string>
  onChange: (to: Partial<TypedAbsence>) => void
  onRemove: () => void
}

function AbsenceRow({ absence, wrong, onChange, onRemove }: RowProps) {
  const { form: say } = useStaffWords().schedules
  const { key, fromDay, toDay, part } = absence
  return (
    <div className="find">
      <Field
        label={say.fromDay}
        name={`${key}.from`}
        type="date"
        value={fromDay}
        fault={wrong.has(`${key}.days`) ? say.fault : undefined}
        onChange={({ currentTarget }) => onChange({ fromDay: currentTarget.value })}
      />
      <Field
        label={say.toDay}
        name={`${key}.to`}
        type="date"
        value={toDay}
        onChange={({ currentTarget }) => onChange({ toDay: currentTarget.value })}
      />
      <Field
        label={say.hours}
        name={`${key}.part`}
        autoComplete="off"
        value={part}
        fault={wrong.has(`${key}.part`) ? say.fault : undefined}
        onChange={({ currentTarget }) => onChange({ part: currentTarget.value })}
      />
      <button type="button" className="quiet" aria-label={`${say.remove}: ${fromDay}`} onClick={onRemove}>
        {say.remove}
      </button>
    </div>
  )
}
