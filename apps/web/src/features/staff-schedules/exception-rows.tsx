import { useStaffWords } from '../../lib/staff-words.ts'
import { Field } from '../../ui/field.tsx'
import { Pane } from '../../ui/staff/pane.tsx'
import { newKey, type TypedException } from './typed-plan.ts'

type Props = {
  exceptions: TypedException[]
  wrong: ReadonlySet<string>
  onChange: (exceptions: TypedException[]) => void
}

/** Days unlike their weekday. */
export function ExceptionRows({ exceptions, wrong, onChange }: Props) {
  const { form: say } = useStaffWords().schedules
  const change = (key: string, to: Partial<TypedException>) =>
    onChange(exceptions.map((row) => (row.key === key ? { ...row, ...to } : row)))
  return (
    <Pane title={say.exceptions} isWhole>
      <p className="hint">{say.exceptionsHint}</p>
      {exceptions.map(({ key, day, hours }) => (
        <div className="find" key={key}>
          <Field
            label={say.day}
            name={`${key}.day`}
            type="date"
            value={day}
            fault={wrong.has(`${key}.day`) ? say.fault : undefined}
            onChange={({ currentTarget }) => change(key, { day: currentTarget.value })}
          />
          <Field
            label={say.hours}
            name={`${key}.hours`}
            autoComplete="off"
            value={hours}
            fault={wrong.has(`${key}.hours`) ? say.fault : undefined}
            onChange={({ currentTarget }) => change(key, { hours: currentTarget.value })}
          />
          <button
            type="button"
            className="quiet"
            aria-label={`${say.remove}: ${day}`}
            onClick={() => onChange(exceptions.filter((row) => row.key !== key))}
          >
            {say.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="quiet"
        onClick={() => onChange([...exceptions, { key: newKey(), day: '', hours: '' }])}
      >
        {say.addException}
      </button>
    </Pane>
  )
}
